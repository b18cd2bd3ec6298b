<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\AppInfo\Application;
use OCA\Compagnon\Command\ForgetCommand;
use OCA\Compagnon\Listener\UserDeletedListener;
use OCP\IDBConnection;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** Disabling, enabling, erasing: what stays, what goes, and nothing of ours in the log. */
#[CoversClass(Application::class)]
#[CoversClass(ForgetCommand::class)]
#[CoversClass(UserDeletedListener::class)]
final class LifecycleTest extends TestCase {
	private int $from = 0;

	#[\Override]
	protected function setUp(): void {
		clearstatcache();
		$this->from = (int)filesize($this->log());
		foreach (['contract-in', 'contract-out'] as $person) {
			Server::get(IDBConnection::class)->executeStatement('DELETE FROM *PREFIX*compagnon_tour_progress WHERE user_id = :id', ['id' => $person]);
			Server::get(IDBConnection::class)->executeStatement(
				"INSERT INTO *PREFIX*compagnon_tour_progress (user_id, tour, state, revision, updated_at) VALUES (:id, 'files-first-steps', 'running', 1, 1)",
				['id' => $person],
			);
		}
	}

	#[\Override]
	protected function tearDown(): void {
		self::assertSame([], $this->complaints());
	}

	public function testDisablingAndEnablingKeepsWherePeopleStand(): void {
		self::assertSame(0, $this->occ('app:disable', 'compagnon')[0]);
		self::assertSame(0, $this->occ('app:enable', 'compagnon')[0]);

		self::assertSame(['contract-in', 'contract-out'], $this->people());
	}

	public function testAnAccountTakesItsRowsAlong(): void {
		$person = Support::person('contract-leaving');
		Server::get(IDBConnection::class)->executeStatement(
			"INSERT INTO *PREFIX*compagnon_tour_progress (user_id, tour, state, revision, updated_at) VALUES ('contract-leaving', 'files-first-steps', 'running', 1, 1)",
		);
		self::assertSame(0, $this->occ('user:delete', $person->getUID())[0]);

		self::assertSame(['contract-in', 'contract-out'], $this->people());
	}

	public function testForgetErasesOnePerson(): void {
		[$status, $output] = $this->occ('compagnon:forget', 'contract-in');

		self::assertSame([0, 'Erased 1 rows.'], [$status, $output]);
		self::assertSame(['contract-out'], $this->people());
	}

	public function testForgetErasesEverything(): void {
		self::assertSame(0, $this->occ('compagnon:forget', '--all')[0]);

		self::assertSame([], $this->people());
	}

	public function testForgetWantsToKnowWhom(): void {
		foreach ([[], ['contract-in', '--all']] as $arguments) {
			[$status, $output] = $this->occ('compagnon:forget', ...$arguments);
			self::assertSame(2, $status);
			self::assertStringContainsString('Name one account', $output);
		}
		self::assertSame(['contract-in', 'contract-out'], $this->people());
	}

	/** @return list<string> whose rows are there, of the people of this test */
	private function people(): array {
		$rows = Server::get(IDBConnection::class)->executeQuery("SELECT user_id FROM *PREFIX*compagnon_tour_progress WHERE user_id LIKE 'contract-%' ORDER BY user_id")->fetchAll();
		return array_map(static fn (array $row): string => (string)$row['user_id'], $rows);
	}

	/** @return array{int, string} status and output */
	private function occ(string ...$arguments): array {
		$command = array_map('escapeshellarg', [PHP_BINARY, Support::root() . '/occ', '--no-interaction', ...array_values($arguments)]);
		exec(implode(' ', $command) . ' 2>&1', $output, $status);
		return [$status, implode("\n", $output)];
	}

	/** @return list<string> warnings and errors of ours, or that name us, since the test began */
	private function complaints(): array {
		$found = [];
		foreach (explode("\n", (string)file_get_contents($this->log(), offset: $this->from)) as $line) {
			$entry = json_decode($line, true);
			if (is_array($entry) && $entry['level'] >= 2 && stripos($line, 'compagnon') !== false) {
				$found[] = $line;
			}
		}
		return $found;
	}

	private function log(): string {
		return Support::dataFolder() . '/nextcloud.log';
	}
}
