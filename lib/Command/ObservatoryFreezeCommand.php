<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Observatory\Publisher\FreezeWave;
use OCA\Compagnon\Observatory\Publisher\Release\Corrupt;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:freeze: counts a survey; nothing is taken in or back from then on. */
final class ObservatoryFreezeCommand extends Command {
	public function __construct(
		private readonly FreezeWave $freeze,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:freeze')
			->setDescription('Ends a survey and counts it; nothing is taken in or given back from then on')
			->addArgument('survey', InputArgument::REQUIRED, 'Id of the survey')
			->addArgument('period', InputArgument::REQUIRED, 'For instance 2026-Q4')
			->addOption('early', null, InputOption::VALUE_NONE, 'Although answers can still arrive');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$text = static fn (string $name): string => is_string($value = $input->getArgument($name)) ? $value : '';
		try {
			$release = $this->freeze->freeze($text('survey'), $text('period'), $input->getOption('early') === true);
		} catch (Refusal $e) {
			$values = array_combine(array_map(static fn (string $name): string => '{' . $name . '}', array_keys($e->values)), $e->values);
			$output->writeln('<error>' . OutputFormatter::escape(strtr($e->sentence, $values)) . '</error>');
			return self::FAILURE;
		} catch (Corrupt $e) {
			$output->writeln('<error>What was counted cannot be read: ' . OutputFormatter::escape($e->getMessage()) . '</error>');
			return self::FAILURE;
		}
		foreach ($release->strata as $layer) {
			$output->writeln("$layer->stratum: " . ($layer->answers === null ? 'too few answers' : "about $layer->answers answers"));
		}
		$output->writeln('Counted. compagnon:observatory:publish shows it to everybody; that cannot be undone.');
		return self::SUCCESS;
	}
}
