<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Observatory\Troubles;
use OCA\Compagnon\Port\Log;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;

/** Answers every exception of our OCS controllers; logs once what whoever runs the server has to know. */
final class ErrorMiddleware extends Middleware {
	public function __construct(
		private readonly ErrorAnswer $answer,
		private readonly Log $log,
		private readonly Troubles $troubles,
	) {
	}

	/** @return Response<Http::STATUS_*, array<string, mixed>> */
	#[\Override]
	public function afterException(Controller $controller, string $methodName, \Exception $exception): Response {
		if (!$controller instanceof OCSController || !$this->isOurs($exception)) {
			throw $exception;
		}
		if ($controller instanceof Unlogged) {
			$this->troubles->note($methodName, $exception);
		}
		if ($exception instanceof Refusal) {
			if ($exception instanceof Unavailable && !$controller instanceof Unlogged) {
				$cause = $exception->getPrevious() ?? $exception;
				$this->log->warning('{method} could not be answered: {cause}', ['method' => $methodName, 'cause' => $cause->getMessage()]);
			}
			return $controller->buildResponse($this->answer->refusal($exception), 'json');
		}
		if (!$controller instanceof Unlogged) {
			$this->log->error('{method} failed', ['method' => $methodName], $exception);
		}
		return $controller->buildResponse($this->answer->failure(), 'json');
	}

	/** The platform's own refusals (not logged in, too many requests, no request token) are answered by the platform. */
	private function isOurs(\Exception $exception): bool {
		return $exception instanceof Refusal || preg_match('/^OCP?\\\\/', $exception::class) === 0;
	}
}
