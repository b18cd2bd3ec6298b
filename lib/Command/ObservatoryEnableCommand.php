<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Command;

use OCA\Compagnon\Observatory\Console\EnableConsole;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** occ compagnon:observatory:enable: makes this Nextcloud an observatory, with its keys, or ends that. */
final class ObservatoryEnableCommand extends ObservatoryCommand {
	public function __construct(
		private readonly EnableConsole $console,
	) {
		parent::__construct();
	}

	#[\Override]
	protected function configure(): void {
		$this->setName('compagnon:observatory:enable')
			->setDescription('Makes this space an observatory, and says what spaces have to know of it')
			->addOption('off', null, InputOption::VALUE_NONE, 'It is none any more: nothing is answered from outside. Nothing is erased')
			->addOption('rotate', null, InputOption::VALUE_REQUIRED, 'Replaces a key: sealing, catalogue, issuer or receipts')
			->addOption('address', null, InputOption::VALUE_REQUIRED, 'Where spaces find it, as https://observatory.example.org')
			->addOption('name', null, InputOption::VALUE_REQUIRED, 'Who runs it')
			->addOption('contact', null, InputOption::VALUE_REQUIRED, 'Mail or web address to ask back')
			->addOption('site', null, InputOption::VALUE_REQUIRED, 'Web address of whoever runs it');
	}

	#[\Override]
	protected function act(InputInterface $input, OutputInterface $output): int {
		if ($input->getOption('off') === true) {
			return self::say($output, $this->console->disable());
		}
		$rotate = self::option($input, 'rotate');
		if ($rotate !== null) {
			return self::say($output, $this->console->rotate($rotate));
		}
		return self::say($output, $this->console->enable(array_filter([
			'address' => self::option($input, 'address'),
			'name' => self::option($input, 'name'),
			'contact' => self::option($input, 'contact'),
			'site' => self::option($input, 'site'),
		], is_string(...))));
	}
}
