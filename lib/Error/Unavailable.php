<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Error;

/** A part of the server does not answer; the same request may pass later. */
final class Unavailable extends Refusal {
	public static function database(\Throwable $previous): self {
		return new self('Your space does not answer at the moment. Nothing is lost; try again in a minute.', previous: $previous);
	}

	public static function storage(\Throwable $previous): self {
		return new self('The files of your space do not answer at the moment. Try again in a minute.', previous: $previous);
	}

	/** What was sealed on another server, or before its key was changed. */
	public static function secret(\Throwable $previous): self {
		return new self('What this space keeps of the connection cannot be read any more. Connect again.', previous: $previous);
	}
}
