<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;

/** occ compagnon:survey:status: says what is agreed to, what leaves and what does not work. */
final class SurveyStatusCommand extends SurveyCommand {
	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:survey:status')
			->setDescription('Says what is agreed to, what leaves and what does not work')
			->addOption('key', null, InputOption::VALUE_NONE, 'Only the key of this space, for a host that vouches for it; made when there is none yet');
	}

	#[\Override]
	protected function lines(InputInterface $input): array {
		return $input->getOption('key') === true ? [$this->console->key()] : $this->text->status($this->console->status(), $this->console->history());
	}
}
