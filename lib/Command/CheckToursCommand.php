<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Tour\Check\CheckTours;
use OCA\Compagnon\Tour\Check\Finding;
use OCA\Compagnon\Tour\Check\Grade;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:tours:check: whether the tours are in order, as far as can be told without a browser. */
final class CheckToursCommand extends Command {
	public function __construct(
		private readonly CheckTours $checkTours,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:tours:check')
			->setDescription('Says whether the tours are in order, with the last check in a browser. Exits with 1 when something is broken')
			->addOption('output', null, InputOption::VALUE_REQUIRED, 'plain or json', 'plain');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$format = $input->getOption('output');
		if ($format !== 'plain' && $format !== 'json') {
			$output->writeln('<error>The option --output is plain or json.</error>');
			return self::INVALID;
		}
		['tours' => $tours, 'findings' => $findings] = $this->checkTours->check();
		$problems = count(array_filter($findings, static fn (Finding $finding): bool => $finding->grade === Grade::Problem));
		if ($format === 'json') {
			$output->writeln(json_encode([
				'clean' => $problems === 0,
				'tours' => $tours,
				'findings' => array_map(static fn (Finding $finding): array => $finding->toArray(), $findings),
			], JSON_THROW_ON_ERROR | JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), OutputInterface::OUTPUT_RAW);
		} else {
			array_map(fn (Finding $finding) => $output->writeln($this->line($finding)), $findings);
			$output->writeln("Tours: $tours. Problems: $problems.");
		}
		return $problems === 0 ? self::SUCCESS : self::FAILURE;
	}

	private function line(Finding $finding): string {
		$sign = match ($finding->grade) {
			Grade::Problem => '<error>problem</error>',
			Grade::Notice => '<comment>notice</comment> ',
			Grade::Fine => '<info>fine</info>   ',
		};
		$where = array_filter([
			$finding->tour === null ? null : "“{$finding->title}” ({$finding->tour})",
			$finding->step === null ? null : "step {$finding->step}",
			$finding->anchor === null ? null : "anchor {$finding->anchor}",
		]);
		return $sign . ' ' . OutputFormatter::escape(($where === [] ? '' : implode(', ', $where) . ': ') . $finding->message);
	}
}
