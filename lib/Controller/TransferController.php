<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Transfer\FindCopy;
use OCA\Compagnon\Transfer\FindPeople;
use OCA\Compagnon\Transfer\ListArchives;
use OCA\Compagnon\Transfer\ListPlaces;
use OCA\Compagnon\Transfer\ShowOverview;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Moving in: what there is to choose from and to find. */
final class TransferController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ShowOverview $showOverview,
		private readonly ListArchives $listArchives,
		private readonly FindCopy $findCopy,
		private readonly ListPlaces $listPlaces,
		private readonly FindPeople $findPeople,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/transfer')]
	public function index(): DataResponse {
		return new DataResponse($this->showOverview->show($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/transfer/archives')]
	public function archives(): DataResponse {
		return new DataResponse(['archives' => $this->listArchives->list($this->session->userId())]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/transfer/find')]
	public function find(mixed $link = null): DataResponse {
		assert(is_string($link));
		return new DataResponse(['file' => $this->findCopy->find($this->session->userId(), $link)]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/transfer/places')]
	public function places(mixed $path = ''): DataResponse {
		assert(is_string($path));
		return new DataResponse($this->listPlaces->list($this->session->userId(), $path));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/transfer/people')]
	public function people(mixed $search = ''): DataResponse {
		assert(is_string($search));
		return new DataResponse(['people' => $this->findPeople->find($this->session->userId(), $search)]);
	}
}
