<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Privacy\Forget;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:forget, the only thing that erases what the app keeps. */
final class ForgetCommand extends Command {
	public function __construct(
		private readonly Forget $forget,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:forget')
			->setDescription('Erases what Compagnon keeps about one person, or everything')
			->addArgument('user', InputArgument::OPTIONAL, 'Id of the account')
			->addOption('all', null, InputOption::VALUE_NONE, 'Erase everything: progress, preferences and settings');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$user = $input->getArgument('user');
		$all = $input->getOption('all') === true;
		if ($all === is_string($user)) {
			$output->writeln('<error>Name one account, or say --all to erase everything.</error>');
			return self::INVALID;
		}
		$rows = is_string($user) ? $this->forget->person($user) : $this->forget->everything();
		$output->writeln("Erased $rows rows.");
		return self::SUCCESS;
	}
}
