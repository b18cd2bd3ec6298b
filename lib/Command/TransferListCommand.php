<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Transfer\Console\RunConsole;
use OCA\Compagnon\Transfer\Console\RunText;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:transfer:list: the moves, those that are not over first. */
final class TransferListCommand extends Command {
	public function __construct(
		private readonly RunConsole $console,
		private readonly RunText $text,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:transfer:list')
			->setDescription('Lists the moves, those that are not over first')
			->addOption('user', null, InputOption::VALUE_REQUIRED, 'Only those of one person');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$user = $input->getOption('user');
		$runs = $this->console->list(is_string($user) ? $user : null);
		foreach ($runs as $run) {
			$output->writeln(OutputFormatter::escape($this->text->line($run)));
		}
		if ($runs === []) {
			$output->writeln('There are no moves.');
		}
		return self::SUCCESS;
	}
}
