<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\Release\ReleaseRepository;

/** A published release; what is only frozen is not there for anybody. */
final readonly class ShowRelease {
	public function __construct(
		private ReleaseRepository $releases,
	) {
	}

	/** @throws NotFound */
	public function show(string $survey, string $period): Release {
		return Release::read($this->text($survey, $period));
	}

	/**
	 * @return string JSON, byte for byte what the sha256 is of
	 * @throws NotFound
	 */
	public function text(string $survey, string $period): string {
		$row = $this->releases->find($survey, $period);
		return $row?->isPublished() === true && $row->body !== null
			? $row->body
			: throw new NotFound('There are no results here. The first page of the observatory lists those that there are.');
	}
}
