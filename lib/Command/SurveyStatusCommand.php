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
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:survey:status: says what is agreed to, what leaves and what does not work. */
final class SurveyStatusCommand extends Command {
	public function __construct(
		private readonly SurveyConsole $console,
		private readonly SurveyText $text,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:survey:status')
			->setDescription('Says what is agreed to, what leaves and what does not work')
			->addOption('key', null, InputOption::VALUE_NONE, 'Only the key of this space, for a host that vouches for it; made when there is none yet');
	}

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

	/** @return list<string> */
	private function lines(InputInterface $input): array {
		return $input->getOption('key') === true ? [$this->console->key()] : $this->text->status($this->console->status(), $this->console->history());
	}
}
