<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Observatory\Console\HostConsole;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:host: the hosts whose word counts; and, for a host itself, its key and its word. */
final class ObservatoryHostCommand extends ObservatoryCommand {
	private const ACTIONS = 'add NAME KEY, list, remove NAME; for a host itself: make-key FILE, attest FILE SPACEKEY';

	public function __construct(
		private readonly HostConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:host')
			->setDescription('Says whose word on its spaces counts; for a host: makes its key, and vouches for a space')
			->addArgument('action', InputArgument::REQUIRED, self::ACTIONS)
			->addArgument('subject', InputArgument::OPTIONAL, 'Name of the host, or file of its key')
			->addArgument('key', InputArgument::OPTIONAL, 'Public key of the host, or of the space')
			->addOption('until', null, InputOption::VALUE_REQUIRED, 'attest: last day, as 2027-12-31')
			->addOption('to', null, InputOption::VALUE_REQUIRED, 'attest: address of the observatory');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		$subject = self::argument($input, 'subject');
		$key = self::argument($input, 'key');
		$lines = match (self::argument($input, 'action')) {
			'add' => $this->console->add($subject, $key),
			'list' => $this->console->list(),
			'remove' => $this->console->remove($subject),
			'make-key' => $this->console->makeKey($subject),
			'attest' => $this->console->attest($subject, $key, self::option($input, 'until') ?? '', self::option($input, 'to') ?? ''),
			default => null,
		};
		if ($lines === null) {
			$output->writeln('<error>What can be done: ' . self::ACTIONS . '.</error>');
			return self::INVALID;
		}
		return self::say($output, $lines);
	}
}
