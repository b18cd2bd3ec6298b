<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Answer;

/** What became of a report that somebody took back. */
enum WithdrawalResult: string {
	private const SENTENCES = [
		'removed' => 'Your answers had not left the space yet. They are gone, and you can answer again.',
		'withdrawn' => 'The observatory has erased your answers and has signed for it.',
		'asked' => 'The observatory is asked to erase your answers, again and again until it has answered.',
		'too_late' => 'The results are frozen: your answers are only part of sums by now, and nobody can find them there. They are erased with all others three months after the freeze.',
		'unknown' => 'No answers belong to this code any more: they were taken back before, or never arrived.',
	];

	case Removed = 'removed';
	case Withdrawn = 'withdrawn';
	case Asked = 'asked';
	case TooLate = 'too_late';
	case Unknown = 'unknown';

	/** @return string English source sentence */
	public function sentence(): string {
		return self::SENTENCES[$this->value];
	}
}
