<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Publisher\ShowRelease;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Published results, for the spaces that show them. */
final class ObservatoryReleaseController extends OCSController implements Unlogged {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Mode $mode,
		private readonly ShowRelease $show,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array{release: string, sha256: string}, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/observatory/releases/{survey}/{period}')]
	public function show(string $survey, string $period): DataResponse {
		$this->mode->demand();
		$text = $this->show->text($survey, $period);
		return new DataResponse(['release' => $text, 'sha256' => hash('sha256', $text)]);
	}
}
