<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Console;

use OCA\Compagnon\Command\CheckToursCommand;
use OCA\Compagnon\Command\ForgetCommand;
use OCA\Compagnon\Command\ObservatoryEnableCommand;
use OCA\Compagnon\Command\ObservatoryFreezeCommand;
use OCA\Compagnon\Command\ObservatoryHostCommand;
use OCA\Compagnon\Command\ObservatoryPublishCommand;
use OCA\Compagnon\Command\ObservatorySurveyCommand;
use OCA\Compagnon\Command\ObservatoryVerifyCommand;
use OCA\Compagnon\Command\SurveyPreviewCommand;
use OCA\Compagnon\Command\SurveySendCommand;
use OCA\Compagnon\Command\SurveyStatusCommand;
use OCA\Compagnon\Command\SurveyWithdrawCommand;
use OCA\Compagnon\Command\TransferCancelCommand;
use OCA\Compagnon\Command\TransferListCommand;
use OCA\Compagnon\Command\TransferPauseCommand;
use OCA\Compagnon\Command\TransferReportCommand;
use OCA\Compagnon\Command\TransferRunCommand;
use OCA\Compagnon\Command\TransferStatusCommand;
use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Crowd\Pair;
use OCA\Compagnon\Demo\Seed\Seeder;
use OCA\Compagnon\Openl\Period;
use OCA\Compagnon\Privacy\Forget;
use OCA\Compagnon\Survey\Console\SurveyConsole;
use OCA\Compagnon\Survey\Console\SurveyText;
use OCA\Compagnon\Tour\Check\CheckTours;
use OCA\Compagnon\Transfer\Console\RunConsole;
use OCA\Compagnon\Transfer\Console\RunText;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\OutputInterface;

/** The commands of demo/console. */
final readonly class Commands {
	private const TRANSFER = [
		'list' => TransferListCommand::class,
		'run' => TransferRunCommand::class,
		'status' => TransferStatusCommand::class,
		'pause' => TransferPauseCommand::class,
		'cancel' => TransferCancelCommand::class,
		'report' => TransferReportCommand::class,
	];

	private const OBSERVATORY = [
		'enable' => ObservatoryEnableCommand::class,
		'freeze' => ObservatoryFreezeCommand::class,
		'host' => ObservatoryHostCommand::class,
		'publish' => ObservatoryPublishCommand::class,
		'survey' => ObservatorySurveyCommand::class,
		'verify' => ObservatoryVerifyCommand::class,
	];

	private const SURVEY = [
		'status' => SurveyStatusCommand::class,
		'preview' => SurveyPreviewCommand::class,
		'send' => SurveySendCommand::class,
		'withdraw' => SurveyWithdrawCommand::class,
	];

	public function __construct(
		private Space $space,
	) {
	}

	/** @return list<Command> */
	public function all(): array {
		$commands = [
			(new Command('setup'))->setDescription('Makes the data folder, the database and, when it is empty, the accounts and files')->setCode($this->setUp(...)),
			(new Command('reset'))->setDescription('Erases the space and sets it up again')->setCode($this->reset(...)),
			(new Command('accounts'))->setDescription('Says who can log in')->setCode($this->accounts(...)),
			$this->accountAdd(),
		];
		// Commands that use the database can only be made when there is one.
		return $this->space->isSetUp() ? [...$commands, ...$this->ofTheApp()] : $commands;
	}

	/** @return list<Command> */
	private function ofTheApp(): array {
		$container = $this->space->container();
		return [
			(new CheckToursCommand($container->get(CheckTours::class)))->setName('tours:check'),
			(new ForgetCommand($container->get(Forget::class)))->setName('forget'),
			...array_map(
				static fn (string $command, string $class): Command => (new $class($container->get(RunConsole::class), $container->get(RunText::class)))->setName("transfer:$command"),
				array_keys(self::TRANSFER),
				self::TRANSFER,
			),
			...array_map(
				static fn (string $command, string $class): Command => $container->get($class)->setName("observatory:$command"),
				array_keys(self::OBSERVATORY),
				self::OBSERVATORY,
			),
			...array_map(
				static fn (string $command, string $class): Command => (new $class($container->get(SurveyConsole::class), $container->get(SurveyText::class)))->setName("survey:$command"),
				array_keys(self::SURVEY),
				self::SURVEY,
			),
			$this->providers(),
			$this->pair(),
			$this->jobs(),
		];
	}

	private function accountAdd(): Command {
		return (new Command('account:add'))
			->setDescription('Adds an account')
			->addArgument('id', InputArgument::REQUIRED, 'What the person logs in with')
			->addOption('name', null, InputOption::VALUE_REQUIRED, 'Name on screen')
			->addOption('password', null, InputOption::VALUE_REQUIRED)
			->addOption('role', null, InputOption::VALUE_REQUIRED, 'admin, delegate or member', 'member')
			->addOption('language', null, InputOption::VALUE_REQUIRED, 'fr or en', 'fr')
			->addOption('theme', null, InputOption::VALUE_REQUIRED, 'auto, light or dark', 'auto')
			->addOption('disabled', null, InputOption::VALUE_NONE, 'The account cannot log in')
			->addOption('without-app', null, InputOption::VALUE_NONE, 'The account may not use Compagnon')
			->setCode($this->add(...));
	}

	private function jobs(): Command {
		return (new Command('jobs'))
			->setDescription('Works on runs that are due, until it is ended')
			->addOption('seconds', null, InputOption::VALUE_REQUIRED, 'How long at most')
			->addOption('once', null, InputOption::VALUE_NONE, 'Only until nothing is due')
			->setCode(function (InputInterface $input): int {
				$seconds = $input->getOption('seconds');
				$this->space->container()->get(Worker::class)->work(is_numeric($seconds) ? (int)$seconds : null, $input->getOption('once') === true);
				return Command::SUCCESS;
			});
	}

	private function providers(): Command {
		return (new Command('providers'))
			->setDescription('Has the stand-ins asked in place of the real providers')
			->addArgument('url', InputArgument::REQUIRED, 'Where demo/providers listens')
			->setCode(function (InputInterface $input, OutputInterface $output): int {
				$url = $input->getArgument('url');
				$this->space->useProviders(is_string($url) ? rtrim($url, '/') : '');
				$output->writeln('Google and Dropbox are played by stand-ins.');
				return Command::SUCCESS;
			});
	}

	private function pair(): Command {
		return (new Command('observatory:pair'))
			->setDescription('Makes this space the observatory of another one, with generated spaces that have answered')
			->addArgument('url', InputArgument::REQUIRED, 'Where this space listens')
			->addArgument('space', InputArgument::REQUIRED, 'Data folder of the other one')
			->addOption('spaces', null, InputOption::VALUE_REQUIRED, 'How many answer', '200')
			->setCode(function (InputInterface $input, OutputInterface $output): int {
				[$url, $space, $many] = [$input->getArgument('url'), $input->getArgument('space'), $input->getOption('spaces')];
				$spaces = is_numeric($many) ? (int)$many : 0;
				$pair = new Pair($this->space, is_string($url) ? rtrim($url, '/') : '');
				$period = Period::at(time());
				$pair->open($period);
				$pair->nameTo(new Space(is_string($space) ? $space : ''));
				$output->writeln($pair->fill($spaces, $period) ? "$spaces generated spaces have answered." : 'The generated spaces have answered already.');
				return Command::SUCCESS;
			});
	}

	private function setUp(InputInterface $input, OutputInterface $output): int {
		$output->writeln($this->space->setUp() ? 'The space is ready, with its accounts and files.' : 'The space is ready.');
		return Command::SUCCESS;
	}

	private function reset(InputInterface $input, OutputInterface $output): int {
		$this->space->reset();
		$output->writeln('The space is as new.');
		return Command::SUCCESS;
	}

	private function accounts(InputInterface $input, OutputInterface $output): int {
		foreach ($this->space->container()->get(Accounts::class)->all() as $account) {
			$password = in_array($account->id, Seeder::ACCOUNTS, true) ? Seeder::password($account->id) : '(as given)';
			$output->writeln(sprintf('%-12s %-22s %-20s %s', $account->id, $password, $account->name, $account->role));
		}
		return Command::SUCCESS;
	}

	private function add(InputInterface $input, OutputInterface $output): int {
		$text = static fn (string $name): string => is_string($value = $input->getOption($name)) ? $value : '';
		$id = $input->getArgument('id');
		[$role, $language, $theme] = [$text('role'), $text('language'), $text('theme')];
		$known = in_array($role, ['admin', 'delegate', 'member'], true) && in_array($language, ['fr', 'en'], true) && in_array($theme, ['auto', 'light', 'dark'], true);
		if (!is_string($id) || preg_match('/^[\w.@-]{1,64}$/D', $id) !== 1 || $text('password') === '' || !$known) {
			$output->writeln('<error>An account needs an id (letters, digits, . _ @ -), a --password, and a role, language and theme that exist.</error>');
			return Command::INVALID;
		}
		$accounts = $this->space->container()->get(Accounts::class);
		if ($accounts->find($id) instanceof Account) {
			$output->writeln("<error>There is an account $id already.</error>");
			return Command::FAILURE;
		}
		$accounts->add(
			$id,
			$text('name') === '' ? $id : $text('name'),
			$text('password'),
			$role,
			$language,
			$theme,
			$input->getOption('disabled') === true,
			$input->getOption('without-app') !== true,
		);
		$output->writeln("Added $id.");
		return Command::SUCCESS;
	}
}
