<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;

/** occ compagnon:survey:send: does now what the job does every quarter of an hour. */
final class SurveySendCommand extends SurveyCommand {
	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:survey:send')
			->setDescription('Does now what the job does every quarter of an hour')
			->addOption('now', null, InputOption::VALUE_NONE, 'Also sends what is to leave later: whoever watches may guess who has answered');
	}

	#[\Override]
	protected function lines(InputInterface $input): array {
		$settled = $this->console->send($input->getOption('now') === true);
		return ["settled: $settled", ...$this->text->status($this->console->status(), $this->console->history())];
	}
}
