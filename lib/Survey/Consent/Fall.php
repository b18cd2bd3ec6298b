<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Consent;

/** Why less holds than was agreed to, until somebody agrees again. */
enum Fall: string {
	/** Another observatory is named: nothing was agreed with that one. */
	case Observatory = 'observatory';

	/** The notice that was read says something else now. */
	case Notice = 'notice';

	/** Other figures are asked for. */
	case Metrics = 'metrics';
}
