<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

enum ConnectionState: string {
	/** The person was sent to the provider and has not come back. */
	case Begun = 'begun';
	case Ready = 'ready';
	/** The provider does not let us in any more; the person can connect it again. */
	case Lost = 'lost';
}
