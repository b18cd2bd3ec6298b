<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Observatory\Console\SurveyConsole;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:survey: what is asked. */
final class ObservatorySurveyCommand extends ObservatoryCommand {
	private const ACTIONS = 'add FILE, list, show ID, close ID, texts ID, schema';

	public function __construct(
		private readonly SurveyConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:survey')
			->setDescription('Asks a survey from a file, shows and ends it')
			->addArgument('action', InputArgument::REQUIRED, self::ACTIONS)
			->addArgument('subject', InputArgument::OPTIONAL, 'File with what is asked, or id of a survey')
			->addOption('period', null, InputOption::VALUE_REQUIRED, 'Quarter of a year, as 2026-Q4; the newest when it is not named')
			->addOption('opens', null, InputOption::VALUE_REQUIRED, 'add: first day; the first one of the period when it is not named')
			->addOption('closes', null, InputOption::VALUE_REQUIRED, 'add: last day; the last one of the period when it is not named')
			->addOption('organiser', null, InputOption::VALUE_REQUIRED, 'add: who asks, when it is not the observatory itself')
			->addOption('contact', null, InputOption::VALUE_REQUIRED, 'add: where to ask back');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		$subject = self::argument($input, 'subject');
		$period = self::option($input, 'period');
		$lines = match (self::argument($input, 'action')) {
			'add' => $this->console->add(
				self::content($subject),
				$period,
				self::option($input, 'opens'),
				self::option($input, 'closes'),
				self::option($input, 'organiser'),
				self::option($input, 'contact'),
			),
			'list' => $this->console->list(),
			'show' => $this->console->show($subject, $period),
			'close' => $this->console->close($subject, $period),
			'texts' => $this->console->texts($subject, $period),
			'schema' => $this->console->schema(),
			default => null,
		};
		if ($lines === null) {
			$output->writeln('<error>What can be done: ' . self::ACTIONS . '.</error>');
			return self::INVALID;
		}
		return self::say($output, $lines);
	}

	private static function content(string $file): string {
		$content = is_file($file) ? file_get_contents($file) : false;
		return $content !== false ? $content : throw new Invalid('subject', 'This file cannot be read.');
	}
}
