<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Privacy\Export;
use OCA\Compagnon\Privacy\Forget;
use OCA\Compagnon\Space\PersonalSettings;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** What a person sets, sees and erases about themselves. */
final class MeController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly PersonalSettings $settings,
		private readonly Export $export,
		private readonly Forget $forget,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/me')]
	public function show(): DataResponse {
		return new DataResponse($this->settings->toArray($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/me')]
	public function update(mixed $quiet = null): DataResponse {
		$this->settings->setQuiet($this->session->userId(), $quiet === true);
		return $this->show();
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 10, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/me/data')]
	public function export(): DataResponse {
		$data = $this->export->person($this->session->userId());
		return new DataResponse(['tables' => (object)$data['tables'], 'notes' => (object)$data['notes']] + $data);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 10, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/me/data')]
	public function forget(): DataResponse {
		return new DataResponse(['erased' => $this->forget->person($this->session->userId())]);
	}
}
