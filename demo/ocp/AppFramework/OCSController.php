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

/** Stand-in: answers in the envelope of OCS version 2, as JSON. */
abstract class OCSController extends ApiController {
	/**
	 * @param string $appName
	 * @param string $corsMethods
	 * @param string $corsAllowedHeaders
	 * @param int $corsMaxAge
	 */
	public function __construct(
		$appName,
		IRequest $request,
		$corsMethods = 'PUT, POST, GET, DELETE, PATCH',
		$corsAllowedHeaders = 'Authorization, Content-Type, Accept, OCS-APIRequest',
		$corsMaxAge = 1728000,
	) {
		parent::__construct($appName, $request, $corsMethods, $corsAllowedHeaders, $corsMaxAge);
	}

	/**
	 * @param mixed $response
	 * @param string $format
	 * @return Response<Http::STATUS_*, array<string, mixed>>
	 */
	#[\Override]
	public function buildResponse($response, $format = 'xml') {
		if (!$response instanceof DataResponse) {
			$response = new DataResponse($response);
		}
		/** @var Http::STATUS_* $status */
		$status = $response->getStatus();
		$isFine = $status < 300;
		return new JSONResponse([
			'ocs' => [
				'meta' => ['status' => $isFine ? 'ok' : 'failure', 'statuscode' => $status, 'message' => $isFine ? 'OK' : ''],
				'data' => $response->getData(),
			],
		], $status, $response->getHeaders());
	}
}
