<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP;

/** Stand-in: the part of the request that controllers and middlewares of the app touch. */
interface IRequest {
	public function getHeader(string $name): string;

	/**
	 * @param mixed $default
	 * @return mixed
	 */
	public function getParam(string $key, $default = null);

	/** @return array<array-key, mixed> */
	public function getParams(): array;

	public function getMethod(): string;

	public function passesCSRFCheck(): bool;

	public function getId(): string;

	/** @throws \JsonException when the body is broken JSON */
	public function throwDecodingExceptionIfAny(): void;
}
