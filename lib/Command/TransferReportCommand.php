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
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:transfer:report: how many and why, no names. */
final class TransferReportCommand extends Command {
	public function __construct(
		private readonly RunConsole $console,
		private readonly RunText $text,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:transfer:report')
			->setDescription('Says how a move has ended: how many and why, no names')
			->addArgument('run', InputArgument::REQUIRED, 'Id of the run')
			->addOption('output', null, InputOption::VALUE_REQUIRED, 'plain or json', 'plain');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$id = $input->getArgument('run');
		$form = $input->getOption('output');
		if (!in_array($form, ['plain', 'json'], true)) {
			$output->writeln('<error>--output is plain or json.</error>');
			return self::INVALID;
		}
		try {
			$run = $this->console->get(is_string($id) ? $id : '');
		} catch (Refusal $e) {
			$output->writeln('<error>' . OutputFormatter::escape($e->sentence) . '</error>');
			return self::FAILURE;
		}
		if ($form === 'json') {
			$output->writeln(json_encode($this->text->data($run), JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), OutputInterface::OUTPUT_RAW);
		} else {
			$output->writeln(array_map(OutputFormatter::escape(...), $this->text->report($run)));
		}
		return self::SUCCESS;
	}
}
