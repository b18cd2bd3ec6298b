<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;

/** occ compagnon:survey:withdraw: takes figures back that were sent. */
final class SurveyWithdrawCommand extends SurveyCommand {
	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:survey:withdraw')
			->setDescription('Takes figures back that were sent')
			->addArgument('id', InputArgument::REQUIRED, 'Id of a line that status shows, or “all”');
	}

	#[\Override]
	protected function lines(InputInterface $input): array {
		$id = $input->getArgument('id');
		return $this->text->sent($this->console->withdraw(is_string($id) ? $id : ''));
	}
}
