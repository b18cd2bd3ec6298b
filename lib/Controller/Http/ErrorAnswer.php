<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Conflict;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Port\Texts;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;

/** The one place that maps a refusal to a status and a sentence. */
final readonly class ErrorAnswer {
	public function __construct(
		private Texts $texts,
	) {
	}

	/** @return DataResponse<Http::STATUS_BAD_REQUEST|Http::STATUS_FORBIDDEN|Http::STATUS_NOT_FOUND|Http::STATUS_CONFLICT|Http::STATUS_SERVICE_UNAVAILABLE, array<string, mixed>, array{}> */
	public function refusal(Refusal $refusal): DataResponse {
		[$status, $error] = match (true) {
			$refusal instanceof Invalid => [Http::STATUS_BAD_REQUEST, 'invalid'],
			$refusal instanceof Refused => [Http::STATUS_FORBIDDEN, 'refused'],
			$refusal instanceof NotFound => [Http::STATUS_NOT_FOUND, 'not_found'],
			$refusal instanceof Conflict => [Http::STATUS_CONFLICT, 'conflict'],
			default => [Http::STATUS_SERVICE_UNAVAILABLE, 'unavailable'],
		};
		$body = ['error' => $error, 'message' => $this->texts->t($refusal->sentence, $refusal->values)];
		if ($refusal instanceof Invalid) {
			$body['field'] = $refusal->field;
		}
		if ($refusal instanceof Conflict) {
			$body += $refusal->now();
		}
		return new DataResponse($body, $status);
	}

	/** @return DataResponse<Http::STATUS_INTERNAL_SERVER_ERROR, array<string, mixed>, array{}> for a fault of ours; tells nothing of its cause */
	public function failure(): DataResponse {
		return new DataResponse([
			'error' => 'failed',
			'message' => $this->texts->t('Something went wrong on the server. Try again in a moment.'),
		], Http::STATUS_INTERNAL_SERVER_ERROR);
	}
}
