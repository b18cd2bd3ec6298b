<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Conflict;
use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\TooBig;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Port\Texts;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\DataResponse;

/** The one place that maps a refusal to a status and a sentence. */
final readonly class ErrorAnswer {
	/** A database that went away is rarely back before. */
	private const LATER_SECONDS = 60;

	public function __construct(
		private Texts $texts,
	) {
	}

	/** @return DataResponse<Http::STATUS_*, array<string, mixed>, array<string, string>> */
	public function refusal(Refusal $refusal): DataResponse {
		[$status, $error] = $this->kind($refusal);
		$body = ['error' => $error, 'message' => $this->texts->t($refusal->sentence, $refusal->values)];
		if ($refusal instanceof Invalid) {
			$body['field'] = $refusal->field;
		}
		if ($refusal instanceof Conflict) {
			$body += $refusal->now();
		}
		return new DataResponse($body, $status, $this->headers($refusal));
	}

	/** @return array<string, string> */
	private function headers(Refusal $refusal): array {
		return match (true) {
			$refusal instanceof TooMany => ['Retry-After' => (string)$refusal->seconds],
			$refusal instanceof Unavailable => ['Retry-After' => (string)self::LATER_SECONDS],
			default => [],
		};
	}

	/** @return array{Http::STATUS_*, string} */
	private function kind(Refusal $refusal): array {
		return match (true) {
			$refusal instanceof Invalid => [Http::STATUS_BAD_REQUEST, 'invalid'],
			$refusal instanceof Unproven => [Http::STATUS_UNAUTHORIZED, 'unproven'],
			$refusal instanceof Refused => [Http::STATUS_FORBIDDEN, 'refused'],
			$refusal instanceof NotFound => [Http::STATUS_NOT_FOUND, 'not_found'],
			$refusal instanceof Conflict => [Http::STATUS_CONFLICT, 'conflict'],
			$refusal instanceof Gone => [Http::STATUS_GONE, 'gone'],
			$refusal instanceof TooBig => [Http::STATUS_REQUEST_ENTITY_TOO_LARGE, 'too_big'],
			$refusal instanceof Unfit => [Http::STATUS_UNPROCESSABLE_ENTITY, 'unfit'],
			$refusal instanceof TooMany => [Http::STATUS_TOO_MANY_REQUESTS, 'too_many'],
			default => [Http::STATUS_SERVICE_UNAVAILABLE, 'unavailable'],
		};
	}

	/** @return DataResponse<Http::STATUS_INTERNAL_SERVER_ERROR, array<string, mixed>, array{}> for a fault of ours; tells nothing of its cause */
	public function failure(): DataResponse {
		return new DataResponse([
			'error' => 'failed',
			'message' => $this->texts->t('Something went wrong on the server. Try again in a moment.'),
		], Http::STATUS_INTERNAL_SERVER_ERROR);
	}
}
