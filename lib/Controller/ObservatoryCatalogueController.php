<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\ShowCatalogue;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The catalogue of an observatory, for spaces and for whoever wants to read it. */
final class ObservatoryCatalogueController extends OCSController implements Unlogged {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Mode $mode,
		private readonly ShowCatalogue $catalogue,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/observatory/catalogue')]
	public function show(): DataResponse {
		$this->mode->demand();
		return new DataResponse($this->catalogue->newest()->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/observatory/catalogue/{number}')]
	public function number(string $number): DataResponse {
		$this->mode->demand();
		return new DataResponse($this->catalogue->number($number)->toArray());
	}
}
