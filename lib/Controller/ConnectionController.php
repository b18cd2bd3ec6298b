<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Transfer\Connect;
use OCA\Compagnon\Transfer\Oauth\RemoveConnection;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Accounts at providers. */
final class ConnectionController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly Connect $connect,
		private readonly RemoveConnection $removeConnection,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/connections')]
	public function begin(mixed $source = null): DataResponse {
		assert(is_string($source));
		return new DataResponse(['url' => $this->connect->begin($this->session->userId(), $source)]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/connections/{connection}')]
	public function remove(string $connection): DataResponse {
		return new DataResponse(['revoked' => $this->removeConnection->remove($this->session->userId(), $connection)]);
	}
}
