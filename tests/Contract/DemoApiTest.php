<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\App\Api;
use OCA\Compagnon\Demo\Files\Shares;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Port\SpaceFacts;
use OCA\Compagnon\Tour\Fact;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What the simplified pages of the demo ask for, and that it becomes a fact of the space. */
#[CoversClass(Api::class)]
final class DemoApiTest extends TestCase {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
	}

	public function testNobodyGetsAnythingWithoutALogin(): void {
		self::assertSame(401, $this->answer('', 'GET', 'calendars')->status);
	}

	public function testACalendarIsSharedAndAnEventComesEveryWeek(): void {
		$mine = $this->ask('contract-in', 'POST', 'calendars', ['month' => '2026-11', 'name' => 'Vie du jardin']);
		$calendar = $mine['calendars'][1]['id'];
		$this->ask('contract-in', 'POST', 'events', ['calendar' => $calendar, 'title' => 'Arrosage', 'day' => '2026-11-05', 'time' => '18:30', 'place' => '', 'repeats' => 'weekly']);
		$this->ask('contract-in', 'POST', "calendars/$calendar/shares", ['member' => 'contract-out', 'editable' => false]);

		$theirs = $this->ask('contract-out', 'GET', 'calendars', ['month' => '2026-11']);
		self::assertSame(['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26'], array_column(self::with('title', 'Arrosage', $theirs['events']), 'day'));
		self::assertSame(['Vie du jardin', 'In', false], [$theirs['calendars'][1]['name'], $theirs['calendars'][1]['owner'], $theirs['calendars'][1]['editable']]);
		$this->refused('error.readOnlyCalendar', 'contract-out', 'POST', 'events', ['calendar' => $calendar, 'title' => 'Moi aussi', 'day' => '2026-11-05'], 'calendar');
		$this->refused('error.goneEntry', 'contract-out', 'DELETE', "calendars/$calendar");
		$this->hold('contract-in', Fact::CalendarCreated, Fact::RecurringEventCreated, Fact::CalendarShared);
	}

	public function testWhatIsOnTheThirtyFirstIsLeftOutInShorterMonths(): void {
		$calendar = $this->ask('contract-in', 'GET', 'calendars')['calendars'][0]['id'];
		$this->ask('contract-in', 'POST', 'events', ['calendar' => $calendar, 'title' => 'Loyer', 'day' => '2026-01-31', 'repeats' => 'monthly']);
		$days = fn (string $month): array => array_column(self::with('title', 'Loyer', $this->ask('contract-in', 'GET', 'calendars', ['month' => $month])['events']), 'day');

		self::assertSame([[], ['2026-03-31'], ['2027-01-31'], []], [$days('2026-02'), $days('2026-03'), $days('2027-01'), $days('2025-12')]);
	}

	public function testAnEventThatCannotBeIsRefusedWithItsField(): void {
		$event = ['calendar' => $this->ask('contract-in', 'GET', 'calendars')['calendars'][0]['id'], 'title' => 'x', 'day' => '2026-11-05'];
		$this->refused('error.day', 'contract-in', 'POST', 'events', ['day' => '2026-02-30'] + $event, 'day');
		$this->refused('error.day', 'contract-in', 'POST', 'events', ['day' => '0001-01-01', 'repeats' => 'weekly'] + $event, 'day');
		$this->refused('error.time', 'contract-in', 'POST', 'events', ['time' => '25:00'] + $event, 'time');
		$this->refused('error.nameEmpty', 'contract-in', 'POST', 'events', ['title' => ' '] + $event, 'title');
		$this->refused('error.request', 'contract-in', 'POST', 'events', ['repeats' => 'hourly'] + $event, 'repeats');
		$this->refused('error.goneEntry', 'contract-in', 'POST', 'events', ['calendar' => 999] + $event);
	}

	public function testAGroupHasSomebodyInIt(): void {
		$this->ask('contract-in', 'POST', 'contacts', ['name' => 'Mairie', 'email' => 'mairie@example.org', 'phone' => '01 02 03 04 05']);
		$book = $this->ask('contract-in', 'GET', 'contacts');
		$contact = self::with('name', 'Mairie', $book['contacts'])[0]['id'];
		$this->refused('error.groupEmpty', 'contract-in', 'POST', 'contact-groups', ['name' => 'Partenaires', 'contacts' => []], 'contacts');
		$this->refused('error.email', 'contract-in', 'POST', 'contacts', ['name' => 'x', 'email' => 'nowhere'], 'email');
		$this->refused('error.goneEntry', 'contract-out', 'DELETE', "contacts/$contact");
		self::assertFalse($this->fact('contract-in', Fact::ContactGroupCreated));

		$groups = $this->ask('contract-in', 'POST', 'contact-groups', ['name' => 'Partenaires', 'contacts' => [$contact]])['groups'];
		self::assertSame(['Partenaires', [$contact]], [$groups[0]['name'], $groups[0]['contacts']]);
		$this->refused('error.groupTaken', 'contract-in', 'POST', 'contact-groups', ['name' => 'Partenaires', 'contacts' => [$contact]], 'name');
		$this->hold('contract-in', Fact::ContactCreated, Fact::ContactGroupCreated);
	}

	public function testSettingsAreOnesOwn(): void {
		$this->ask('contract-in', 'POST', 'settings/name', ['name' => 'Inès']);
		$this->ask('contract-in', 'POST', 'settings/second-factor', ['on' => true]);
		$this->ask('contract-in', 'POST', 'settings/language', ['language' => 'en']);
		$password = $this->ask('contract-in', 'POST', 'settings/devices', ['name' => 'Téléphone'])['password'];
		self::assertMatchesRegularExpression('/^[0-9a-f]{6}(-[0-9a-f]{6}){3}$/', $password);

		$mine = $this->ask('contract-in', 'GET', 'settings');
		self::assertSame(['Inès', 'en', true, null], [$mine['name'], $mine['language'], $mine['secondFactor'], $mine['password']]);
		$this->refused('error.goneEntry', 'contract-out', 'DELETE', 'settings/devices/' . $mine['devices'][0]['id']);
		$this->refused('error.picture', 'contract-in', 'PUT', 'settings/picture', ['no' => 'picture'], 'picture');
		$this->hold('contract-in', Fact::LanguageSet, Fact::SecondFactorOn, Fact::DeviceConnected);
	}

	public function testOnlyWhoLooksAfterTheSpaceMakesAccounts(): void {
		$accounts = $this->space->container->get(Accounts::class);
		$accounts->add('contract-admin', 'Admin', 'secret', role: 'admin');
		$new = ['id' => 'zoe', 'name' => 'Zoé', 'password' => 'assez-de-lettres'];
		$this->refused('error.notForYou', 'contract-in', 'POST', 'accounts', $new);
		$this->refused('error.passwordShort', 'contract-admin', 'POST', 'accounts', ['password' => 'court'] + $new, 'password');
		$this->refused('error.accountTaken', 'contract-admin', 'POST', 'accounts', ['id' => 'contract-in'] + $new, 'id');
		$this->refused('error.lastAdmin', 'contract-admin', 'POST', 'accounts/role', ['account' => 'contract-admin', 'role' => 'member'], 'role');

		$this->ask('contract-admin', 'POST', 'accounts', $new);
		$this->ask('contract-admin', 'POST', 'accounts/role', ['account' => 'zoe', 'role' => 'admin']);
		self::assertSame('admin', $accounts->find('zoe')?->role);
		$this->hold('contract-admin', Fact::AccountCreated, Fact::SecondAdmin);
	}

	public function testNobodyWritesOverSomebodyElse(): void {
		$text = $this->ask('contract-in', 'POST', 'texts', ['parent' => 0, 'name' => 'Compte rendu']);
		self::assertSame('Compte rendu.md', $text['name']);
		$this->ask('contract-in', 'POST', "nodes/{$text['id']}/shares", ['member' => 'contract-out', 'editable' => true]);
		$this->ask('contract-out', 'POST', "nodes/{$text['id']}/text", ['text' => 'Bonjour', 'base' => 0]);
		$this->refused('error.textChanged', 'contract-in', 'POST', "nodes/{$text['id']}/text", ['text' => 'Non', 'base' => 0], 'text');
		$now = $this->ask('contract-in', 'POST', "nodes/{$text['id']}/text", ['text' => 'Bonjour à toutes', 'base' => 1]);

		self::assertSame(['Bonjour à toutes', ['Out', 'In']], [$now['text'], $now['writers']]);
		$this->hold('contract-in', Fact::WrittenTogether);
	}

	public function testAnOlderVersionComesBackAndTheNewerOneStaysToo(): void {
		$id = $this->ask('contract-in', 'POST', 'texts', ['parent' => 0, 'name' => 'notes.txt'])['id'];
		foreach (['un', 'deux'] as $base => $text) {
			$this->ask('contract-in', 'POST', "nodes/$id/text", ['text' => $text, 'base' => $base]);
		}
		$versions = $this->ask('contract-in', 'POST', "nodes/$id/versions", ['number' => 2])['versions'];

		self::assertSame('un', $this->ask('contract-in', 'GET', "nodes/$id/text")['text']);
		self::assertSame([3, 2, 1], array_column($versions, 'number'));
		$this->refused('error.gone', 'contract-in', 'POST', "nodes/$id/versions", ['number' => 9]);
		$this->refused('error.gone', 'contract-out', 'GET', "nodes/$id/versions");
		$this->hold('contract-in', Fact::VersionRestored);
	}

	public function testALinkEnds(): void {
		$id = $this->ask('contract-in', 'POST', 'texts', ['parent' => 0, 'name' => 'Programme'])['id'];
		$this->refused('error.endDate', 'contract-in', 'POST', "nodes/$id/shares", ['link' => true, 'password' => 'secret', 'ends' => '2020-01-01'], 'ends');
		$share = $this->ask('contract-in', 'POST', "nodes/$id/shares", ['link' => true, 'password' => 'secret', 'ends' => '2099-12-31'])['shares'][0];
		self::assertSame('2099-12-31', $share['ends']);
		$this->hold('contract-in', Fact::ExpiringLinkCreated);

		$shares = $this->space->container->get(Shares::class);
		$shares->byLink($id, 'contract-in', '', time() - 1);
		$over = $shares->of($id)[1];
		self::assertNull($shares->link(substr((string)$over['path'], strlen('/s/'))));
		self::assertNotNull($shares->link(substr((string)$share['path'], strlen('/s/'))));
	}

	public function testAFavouriteIsListedAndWhatComesBackFromTheTrashIsAFact(): void {
		$id = $this->ask('contract-in', 'POST', 'texts', ['parent' => 0, 'name' => 'Recette'])['id'];
		$this->ask('contract-in', 'POST', "nodes/$id/favorite", ['starred' => true]);
		self::assertSame([true], array_column($this->ask('contract-in', 'GET', 'favorites')['nodes'], 'favorite'));
		$this->hold('contract-in', Fact::FavoriteAdded);

		$this->ask('contract-in', 'DELETE', "nodes/$id");
		self::assertSame([], $this->ask('contract-in', 'GET', 'favorites')['nodes']);
		$this->ask('contract-in', 'POST', "trash/$id");
		$this->hold('contract-in', Fact::TrashRestored);
	}

	private function hold(string $account, Fact ...$facts): void {
		foreach ($facts as $fact) {
			self::assertTrue($this->fact($account, $fact), $fact->value);
		}
	}

	private function fact(string $account, Fact $fact): bool {
		return $this->space->container->get(SpaceFacts::class)->holds($account, $fact);
	}

	/** @param array<string, mixed> $body */
	private function refused(string $word, string $account, string $method, string $path, array $body = [], ?string $field = null): void {
		$answer = $this->answer($account, $method, $path, $body);
		self::assertGreaterThanOrEqual(400, $answer->status, "$method $path");
		$said = json_decode($answer->body, true, flags: JSON_THROW_ON_ERROR);
		self::assertSame([$word, $field], [$said['error'], $said['field']]);
		self::assertNotSame($word, $said['message']);
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<string, mixed>
	 */
	private function ask(string $account, string $method, string $path, array $body = []): array {
		$answer = $this->answer($account, $method, $path, $body);
		self::assertSame(200, $answer->status, "$method $path: $answer->body");
		return json_decode($answer->body, true, flags: JSON_THROW_ON_ERROR);
	}

	/** @param array<string, mixed> $body */
	private function answer(string $account, string $method, string $path, array $body = []): Answer {
		// Each request has a container of its own, as when it comes over the wire.
		$container = $this->space->elsewhere();
		$visitor = new Visitor($container->get(Accounts::class)->find($account), '', 'fr');
		$headers = ['content-type' => 'application/json', 'ocs-apirequest' => 'true'];
		$container->set(Visitor::class, $visitor);
		$container->set(Request::class, new Request($method, "/demo/api/$path", $headers, json_encode($body, JSON_THROW_ON_ERROR), 'test', $visitor));
		return $container->get(Api::class)->answer() ?? self::fail('not a request of a page');
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @return list<array<string, mixed>>
	 */
	private static function with(string $key, string $value, array $rows): array {
		return array_values(array_filter($rows, static fn (array $row): bool => $row[$key] === $value));
	}
}
