<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Settings\AdminSettings;
use OCA\Compagnon\Tour\Check\Device;
use OCA\Compagnon\Tour\Check\PlanCheck;
use OCA\Compagnon\Tour\Check\Seen;
use OCA\Compagnon\Tour\Check\ShowCheck;
use OCA\Compagnon\Tour\Check\StepResult;
use OCA\Compagnon\Tour\Check\StoreCheck;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The tour check, for whoever looks after the space. */
final class CheckController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly PlanCheck $planCheck,
		private readonly StoreCheck $storeCheck,
		private readonly ShowCheck $showCheck,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/check/plan')]
	public function plan(): DataResponse {
		$tours = $this->planCheck->plan($this->session->userId());
		return new DataResponse([
			'tours' => array_map(static fn (array $tour): array => ['anchors' => (object)$tour['anchors']] + $tour, $tours),
		]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/check')]
	public function show(): DataResponse {
		return new DataResponse($this->showCheck->show());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/admin/check')]
	public function store(mixed $results = null): DataResponse {
		/** @var list<array{tour: string, step: string, device: string, seen: string}> $results */
		$this->storeCheck->store($this->session->userId(), array_map(
			static fn (array $result): StepResult => new StepResult($result['tour'], $result['step'], Device::from($result['device']), Seen::from($result['seen'])),
			$results,
		));
		return $this->show();
	}
}
