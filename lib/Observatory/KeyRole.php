<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory;

/** What a key is for. Each part of the observatory has the keys of its own work only. */
enum KeyRole: string {
	/** Signs the catalogue: publisher. */
	case Catalogue = 'catalogue';
	/** Opens reports: collector. */
	case Sealing = 'sealing';
	/** Signs receipts: collector. */
	case Receipts = 'receipts';
	/** Makes tokens and knows them again: registry and collector. */
	case Issuer = 'issuer';
}
