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
use OCA\Compagnon\Transfer\Engine\SliceResult;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:transfer:run: works on a move until it is over or waits for somebody. */
final class TransferRunCommand extends Command {
	public function __construct(
		private readonly RunConsole $console,
		private readonly RunText $text,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:transfer:run')
			->setDescription('Works on a move until it is over or waits for somebody')
			->addArgument('run', InputArgument::REQUIRED, 'Id of the run');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$id = $input->getArgument('run');
		$id = is_string($id) ? $id : '';
		try {
			$result = $this->console->work($id, 'occ-' . getmypid(), static fn (string $line) => $output->writeln(OutputFormatter::escape($line)), static function (int $seconds): void {
				sleep($seconds);
			});
			$output->writeln(array_map(OutputFormatter::escape(...), $this->text->status($this->console->get($id))));
		} catch (Refusal $e) {
			$output->writeln('<error>' . OutputFormatter::escape($e->sentence) . '</error>');
			return self::FAILURE;
		}
		return $result === SliceResult::Ended ? self::SUCCESS : self::FAILURE;
	}
}
