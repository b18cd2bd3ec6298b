<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What does not fit about a catalogue. */
enum Tampering {
	/** The signature is not one of this text by this key. */
	case Signature;

	/** The key was neither pinned nor announced by the catalogue before. */
	case Key;

	/** A newer one is known already. */
	case Older;

	/** Another one of the same number is known, or it does not follow the one that is known. */
	case Forked;

	/** Those in between have to be looked at first. */
	case Gap;

	/** So many lie in between that nobody fetches them all. */
	case TooFar;
}
