<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Observatory\Publisher\PublishWave;
use OCA\Compagnon\Observatory\Publisher\Release\Corrupt;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:publish: makes what was counted public, once. */
final class ObservatoryPublishCommand extends Command {
	public function __construct(
		private readonly PublishWave $publish,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:publish')
			->setDescription('Makes the results of a survey public, once and for good')
			->addArgument('survey', InputArgument::REQUIRED, 'Id of the survey')
			->addArgument('period', InputArgument::REQUIRED, 'For instance 2026-Q4');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$text = static fn (string $name): string => is_string($value = $input->getArgument($name)) ? $value : '';
		try {
			$release = $this->publish->publish($text('survey'), $text('period'));
		} catch (Refusal $e) {
			$output->writeln('<error>' . OutputFormatter::escape($e->sentence) . '</error>');
			return self::FAILURE;
		} catch (Corrupt $e) {
			$output->writeln('<error>Not published, since it shows what it must not: ' . OutputFormatter::escape($e->getMessage()) . '</error>');
			return self::FAILURE;
		}
		$output->writeln('Published as release ' . ($release->chained->number ?? 0) . ', sha256 ' . hash('sha256', $release->json()));
		return self::SUCCESS;
	}
}
