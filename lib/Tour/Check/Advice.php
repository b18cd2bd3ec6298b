<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

use OCA\Compagnon\Port\Texts;

/** What to say of a step, and what to do. */
final readonly class Advice {
	public function __construct(
		private Texts $texts,
	) {
	}

	public function for(Place $place, Seen $seen): string {
		$values = ['page' => $place->page, 'anchor' => $place->anchor ?? ''];
		return match ($seen) {
			Seen::Found => $this->texts->t('It is there.'),
			Seen::Missing => $this->texts->t('Nothing on the page {page} matches “{anchor}”. Members get words instead of a highlight. Update Compagnon; if that changes nothing, tell whoever made the tour.', $values),
			Seen::Unchecked => $this->texts->t('“{anchor}” is there only after something that a person does, or for people with other rights. The check does nothing, so it did not look.', $values),
			Seen::Unreached => $this->texts->t('The page {page} did not open. Open it yourself to see what is wrong with it: members cannot go on with the tour there.', $values),
		};
	}

	public function forMissed(MissingTarget $missed, Place $place): string {
		return $this->texts->t(
			'Members did not find “{anchor}” on the page {page}: {times} times. Check the tours in the browser: when it is found there, this line goes, and the pages were only slow.',
			['anchor' => $missed->anchor, 'page' => $place->page, 'times' => (string)$missed->times],
		);
	}
}
