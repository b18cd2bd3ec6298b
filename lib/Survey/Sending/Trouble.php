<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Sending;

/** What does not work at the moment, for whoever looks after the space. */
enum Trouble: string {
	/** The observatory is written down in a way that cannot be used. */
	case Miswritten = 'miswritten';
	/** The observatory does not answer. */
	case Silent = 'silent';
	/** It answers something that is none of its answers. */
	case Strange = 'strange';
	/** Its catalogue is not signed by a key that is known. */
	case Unsigned = 'unsigned';
	/** Its catalogue does not follow the one that is known. */
	case Forked = 'forked';
	/** Its catalogue is older than the one that is known. */
	case Older = 'older';
	/** The server's clock is wrong. */
	case Clock = 'clock';
	/** The registry does not take the space in: nobody vouches for it, and its address is not proved. */
	case Unknown = 'unknown';
	/** The registry could not read the proof at the space's address. */
	case Address = 'address';
	/** Another copy of this space has had the tokens. */
	case TokensGone = 'tokens_gone';
	/** The registry did not use the key of the catalogue. */
	case Proof = 'proof';
	/** What the collector signed is no receipt. */
	case Receipt = 'receipt';
}
