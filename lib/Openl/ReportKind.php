<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/** What a report holds. Words of one's own always travel alone, so that they cannot be joined to ticks. */
enum ReportKind: string {
	case SpaceFigures = 'space-figures';
	case MemberAnswers = 'member-answers';
	case MemberText = 'member-text';

	/** Name of its content in the report. */
	public function content(): string {
		return match ($this) {
			self::SpaceFigures => 'metrics',
			self::MemberAnswers => 'answers',
			self::MemberText => 'text',
		};
	}
}
