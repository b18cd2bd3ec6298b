<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller\Http;

use OCA\Compagnon\Error\Invalid;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Holds every request to openapi.json. */
final class ContractMiddleware extends Middleware {
	public function __construct(
		private readonly IRequest $request,
		private readonly RequestContract $contract,
	) {
	}

	#[\Override]
	public function beforeController(Controller $controller, string $methodName): void {
		if (!$controller instanceof OCSController) {
			return;
		}
		$parameters = $this->request->getParams();
		try {
			$this->request->throwDecodingExceptionIfAny();
		} catch (\JsonException $e) {
			throw Invalid::unreadable($e);
		}
		$this->contract->check($this->operationId($controller, $methodName), $parameters);
	}

	private function operationId(Controller $controller, string $methodName): string {
		$name = (new \ReflectionClass($controller))->getShortName();
		return strtolower(substr($name, 0, -strlen('Controller'))) . '-' . strtolower($methodName);
	}
}
