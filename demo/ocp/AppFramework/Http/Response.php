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
 * @template-covariant H of array<string, mixed>
 */
class Response {
	/** @var array<string, mixed> */
	private array $headers;
	private int $status;
	private ?EmptyContentSecurityPolicy $policy = null;

	/**
	 * @param S $status
	 * @param H $headers
	 */
	public function __construct(int $status = Http::STATUS_OK, array $headers = []) {
		$this->status = $status;
		$this->headers = $headers;
	}

	/**
	 * @param string $name
	 * @param mixed $value
	 * @return static
	 */
	public function addHeader($name, $value) {
		$this->headers[$name] = $value;
		return $this;
	}

	/** @return array<string, mixed> */
	public function getHeaders() {
		return $this->headers;
	}

	/** @param int $status */
	public function setStatus($status): static {
		$this->status = $status;
		return $this;
	}

	/** @return int */
	public function getStatus() {
		return $this->status;
	}

	/** @return $this */
	public function setContentSecurityPolicy(EmptyContentSecurityPolicy $csp) {
		$this->policy = $csp;
		return $this;
	}

	/** @return ?EmptyContentSecurityPolicy */
	public function getContentSecurityPolicy() {
		return $this->policy;
	}

	/** @return string */
	public function render() {
		return '';
	}
}
