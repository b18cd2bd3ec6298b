<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Http;

enum UnreachableKind: string {
	/** No connection came about. */
	case NoConnection = 'no_connection';
	/** The body ended before its length. */
	case Cut = 'cut';
	/** Nothing came for a minute. */
	case Stalled = 'stalled';
	/** It leads to a host that nobody allowed, or to a local address. */
	case ForeignHost = 'foreign_host';
	/** Our side ended it: the sink did not take it. */
	case NotTaken = 'not_taken';
	/** Anything else between here and there. */
	case Other = 'other';
}
