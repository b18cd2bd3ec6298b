<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * Stand-in.
 *
 * @template-covariant S of int
 * @template-covariant T
 * @template-covariant H of array<string, mixed>
 * @extends Response<S, H>
 */
class DataResponse extends Response {
	/** @var T */
	private mixed $data;

	/**
	 * @param T $data
	 * @param S $statusCode
	 * @param H $headers
	 */
	public function __construct(mixed $data = [], int $statusCode = Http::STATUS_OK, array $headers = []) {
		parent::__construct($statusCode, $headers);
		$this->data = $data;
	}

	/** @return T */
	public function getData() {
		return $this->data;
	}
}
