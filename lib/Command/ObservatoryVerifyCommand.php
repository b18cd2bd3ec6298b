<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Observatory\Publisher\VerifyReleases;
use OCA\Compagnon\Observatory\VerifyCatalogues;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Formatter\OutputFormatter;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:verify: whether releases and catalogues are what was published. */
final class ObservatoryVerifyCommand extends Command {
	public function __construct(
		private readonly VerifyReleases $releases,
		private readonly VerifyCatalogues $catalogues,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:verify')
			->setDescription('Checks that releases and catalogues are unchanged and follow one another, and that no number under 11 is out');
	}

	#[\Override]
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$releases = $this->releases->verify();
		$catalogues = $this->catalogues->verify();
		$faults = [...$releases['faults'], ...$catalogues['faults']];
		foreach ($faults as $fault) {
			$output->writeln('<error>' . OutputFormatter::escape($fault) . '</error>');
		}
		$output->writeln("{$releases['checked']} releases and {$catalogues['catalogues']} catalogues checked, " . count($faults) . ' faults.');
		return $faults === [] ? self::SUCCESS : self::FAILURE;
	}
}
