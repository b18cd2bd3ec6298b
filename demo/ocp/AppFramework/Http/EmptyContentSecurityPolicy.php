<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

/** Stand-in: what the app allows beside the policy that the demo gives every page. */
class EmptyContentSecurityPolicy {
	/** @var list<string> */
	protected $allowedFrameDomains = [];

	/**
	 * @param string $domain
	 * @return $this
	 */
	public function addAllowedFrameDomain($domain) {
		$this->allowedFrameDomains[] = $domain;
		return $this;
	}

	/** @return string */
	public function buildPolicy() {
		return $this->allowedFrameDomains === [] ? '' : ';frame-src ' . implode(' ', $this->allowedFrameDomains);
	}
}
