<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source;

/** A kind of file whose end shows whether it is complete. */
enum Container: string {
	/** Ends with a zip's directory: office and OpenDocument files. */
	case Zip = 'zip';
	/** Ends with %%EOF. */
	case Pdf = 'pdf';
	/** Anything: a complete transfer has to do. */
	case Any = 'any';
}
