<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use Symfony\Component\Console\Input\InputInterface;

/** occ compagnon:survey:preview: shows the report of figures, byte for byte; sends nothing. */
final class SurveyPreviewCommand extends SurveyCommand {
	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:survey:preview')
			->setDescription('Shows the report of figures, byte for byte; sends nothing');
	}

	#[\Override]
	protected function lines(InputInterface $input): array {
		return $this->text->preview($this->console->preview());
	}
}
