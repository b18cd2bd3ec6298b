<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Registry\Enrol;
use OCA\Compagnon\Observatory\Registry\IssueTokens;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** The registry of an observatory: knows spaces, never sees a report. */
final class ObservatoryRegistryController extends OCSController implements Unlogged {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Mode $mode,
		private readonly Enrol $enrol,
		private readonly IssueTokens $tokens,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/observatory/registry/enrolments')]
	public function enrol(mixed $message = null, mixed $key = null, mixed $signature = null): DataResponse {
		$this->mode->demand();
		return new DataResponse($this->enrol->enrol(['message' => $message, 'key' => $key, 'signature' => $signature]));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/observatory/registry/tokens')]
	public function tokens(mixed $message = null, mixed $key = null, mixed $signature = null): DataResponse {
		$this->mode->demand();
		return new DataResponse($this->tokens->issue(['message' => $message, 'key' => $key, 'signature' => $signature]));
	}
}
