<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Refusal;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** A command that says what was refused, and why. */
abstract class ObservatoryCommand extends Command {
	/**
	 * @return int exit code
	 * @throws Refusal
	 */
	abstract protected function act(InputInterface $input, OutputInterface $output): int;

	#[\Override]
	final protected function execute(InputInterface $input, OutputInterface $output): int {
		try {
			return $this->act($input, $output);
		} catch (Refusal $e) {
			$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($e->values));
			$output->writeln('<error>' . OutputFormatter::escape(str_replace($places, array_values($e->values), $e->sentence)) . '</error>');
			return self::FAILURE;
		}
	}

	final protected static function argument(InputInterface $input, string $name): string {
		$value = $input->getArgument($name);
		return is_string($value) ? $value : '';
	}

	final protected static function option(InputInterface $input, string $name): ?string {
		$value = $input->getOption($name);
		return is_string($value) ? $value : null;
	}

	/** @param list<string> $lines */
	final protected static function say(OutputInterface $output, array $lines): int {
		array_map(static fn (string $line) => $output->writeln($line, OutputInterface::OUTPUT_RAW), $lines);
		return self::SUCCESS;
	}
}
