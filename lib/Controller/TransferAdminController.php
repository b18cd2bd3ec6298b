<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Settings\AdminSettings;
use OCA\Compagnon\Transfer\SetClient;
use OCA\Compagnon\Transfer\ShowGuides;
use OCA\Compagnon\Transfer\ShowSettings;
use OCA\Compagnon\Transfer\TransferSettings;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Moving in, for whoever looks after the space. */
final class TransferAdminController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly TransferSettings $settings,
		private readonly ShowSettings $showSettings,
		private readonly SetClient $setClient,
		private readonly ShowGuides $guides,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/transfer')]
	public function show(): DataResponse {
		return new DataResponse($this->showSettings->show());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/admin/transfer')]
	public function update(mixed $members = null, mixed $bandwidth = null, mixed $fast = null, mixed $staging = null): DataResponse {
		assert(is_string($staging));
		$this->settings->change($members === true, is_int($bandwidth) ? $bandwidth : null, $fast === true, $staging);
		return $this->show();
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/admin/transfer/clients/{source}')]
	public function client(string $source, mixed $id = null, #[\SensitiveParameter] mixed $secret = null): DataResponse {
		assert(is_string($id));
		$this->setClient->set($source, $id, is_string($secret) ? $secret : null);
		return $this->show();
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/transfer/guides')]
	public function guides(): DataResponse {
		return new DataResponse(['guides' => $this->guides->show()]);
	}
}
