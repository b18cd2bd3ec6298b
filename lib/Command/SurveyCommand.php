<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Survey\Console\SurveyConsole;
use OCA\Compagnon\Survey\Console\SurveyText;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** What the commands of the panel have in common: lines, or the sentence of a refusal. */
abstract class SurveyCommand extends Command {
	public function __construct(
		protected readonly SurveyConsole $console,
		protected readonly SurveyText $text,
	) {
		parent::__construct();
	}

	/**
	 * @return list<string> what is said
	 * @throws Refusal
	 */
	abstract protected function lines(InputInterface $input): array;

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		try {
			$output->writeln(array_map(OutputFormatter::escape(...), $this->lines($input)));
			return self::SUCCESS;
		} catch (Refusal $e) {
			$output->writeln('<error>' . OutputFormatter::escape($this->text->refusal($e)) . '</error>');
			return self::FAILURE;
		}
	}
}
