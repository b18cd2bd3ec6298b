<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

use OCA\Compagnon\Http\Request;

/** How the bytes of an item come: by a request, or from a stream on this machine. */
final readonly class Fetch {
	/** @param (\Closure(): resource)|null $open stream that begins at the offset asked for */
	private function __construct(
		public ?Request $request,
		public ?\Closure $open,
		public bool $canResume,
		public ?Container $container,
	) {
	}

	/**
	 * @param bool $canResume whether the provider takes a range
	 * @param ?Container $container what the bytes have to be when the provider gives no checksum and no length
	 */
	public static function byRequest(Request $request, bool $canResume, ?Container $container = null): self {
		return new self($request, null, $canResume, $container);
	}

	/** @param \Closure(): resource $open its reads may bring nothing for a while: it ends where feof() says so */
	public static function byStream(\Closure $open, bool $canResume): self {
		return new self(null, $open, $canResume, null);
	}
}
