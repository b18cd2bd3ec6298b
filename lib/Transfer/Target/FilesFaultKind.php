<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Target;

enum FilesFaultKind: string {
	/** There is something of that name already. */
	case Taken = 'taken';
	/** No room is left for it. */
	case Full = 'full';
	/** Somebody uses it at the moment. */
	case Locked = 'locked';
	/** The person may not write there. */
	case ReadOnly = 'read_only';
	/** The folder, the file or the account is not there any more. */
	case Missing = 'missing';
	/** The file is another than was known. */
	case Changed = 'changed';
	/** The space refuses the name or the content. */
	case Refused = 'refused';
	/** The storage does not answer at the moment. */
	case Unavailable = 'unavailable';
}
