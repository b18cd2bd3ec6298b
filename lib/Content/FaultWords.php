<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\Texts;

/** Tells whoever looks after the space what is wrong with a content file, in their language. */
final readonly class FaultWords {
	public function __construct(
		private Texts $texts,
	) {
	}

	/** @return string the whole message, with what to do */
	public function message(ContentFault $fault): string {
		$values = ['file' => $fault->path, 'reason' => $this->reason($fault)];
		return $fault->isForeign
			? $this->texts->t('“{file}” cannot be used as it is. {reason} Everything else works on. It does not come with Compagnon: pass this on to whoever put it there.', $values)
			: $this->texts->t('“{file}” cannot be used as it is. {reason} Everything else works on. Reinstall the app, or pass this on to whoever runs the server.', $values);
	}

	/** @return string only what is wrong */
	public function reason(ContentFault $fault): string {
		return $this->texts->t($fault->sentence, $fault->values);
	}
}
