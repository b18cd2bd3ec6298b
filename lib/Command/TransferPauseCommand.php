<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Transfer\Console\RunConsole;
use OCA\Compagnon\Transfer\Console\RunText;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:transfer:pause: stops a move for a while. */
final class TransferPauseCommand extends Command {
	public function __construct(
		private readonly RunConsole $console,
		private readonly RunText $text,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:transfer:pause')
			->setDescription('Stops a move for a while')
			->addArgument('run', InputArgument::REQUIRED, 'Id of the run');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$id = $input->getArgument('run');
		try {
			$run = $this->console->pause(is_string($id) ? $id : '');
		} catch (Refusal $e) {
			$output->writeln('<error>' . OutputFormatter::escape($e->sentence) . '</error>');
			return self::FAILURE;
		}
		$output->writeln(OutputFormatter::escape($this->text->line($run)));
		return self::SUCCESS;
	}
}
