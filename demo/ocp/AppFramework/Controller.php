<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework;

use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;

/** Stand-in. */
abstract class Controller {
	/** @var string */
	protected $appName;
	/** @var IRequest */
	protected $request;

	/** @param string $appName */
	public function __construct($appName, IRequest $request) {
		$this->appName = $appName;
		$this->request = $request;
	}

	/**
	 * @param mixed $response
	 * @param string $format
	 * @return Response<Http::STATUS_*, array<string, mixed>>
	 */
	public function buildResponse($response, $format = 'json') {
		if (!$response instanceof DataResponse) {
			return new JSONResponse($response);
		}
		/** @var Http::STATUS_* $status */
		$status = $response->getStatus();
		return new JSONResponse($response->getData(), $status, $response->getHeaders());
	}
}
