<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework;

use OCP\AppFramework\Http\Response;

/** Stand-in. */
abstract class Middleware {
	/** @return void */
	public function beforeController(Controller $controller, string $methodName) {
	}

	/**
	 * @return Response<int, array<string, mixed>>
	 * @throws \Exception the one given, when this middleware does not answer it
	 */
	public function afterException(Controller $controller, string $methodName, \Exception $exception) {
		throw $exception;
	}

	/**
	 * @param Response<int, array<string, mixed>> $response
	 * @return Response<int, array<string, mixed>>
	 */
	public function afterController(Controller $controller, string $methodName, Response $response) {
		return $response;
	}

	/** @return string */
	public function beforeOutput(Controller $controller, string $methodName, string $output) {
		return $output;
	}
}
