<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\NextcloudSpace;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** Tours in Nextcloud's search and on its dashboard. The demo has neither, and says so. */
#[CoversNothing]
final class SurfacesTest extends HttpTestCase {
	private const SEARCH = '/ocs/v2.php/search/providers/compagnon/search';
	private const PROVIDERS = '/ocs/v2.php/search/providers';
	private const ITEMS = '/ocs/v2.php/apps/dashboard/api/v2/widget-items?widgets[]=compagnon';
	private const WIDGETS = '/ocs/v2.php/apps/dashboard/api/v1/widgets';

	public function testATourIsFoundWithOrWithoutAccents(): void {
		foreach (['premiers', 'PREMIERS PAS', 'prémiers', 'déposer'] as $term) {
			$found = $this->search(self::shared('member'), $term);
			self::assertSame($this->isThere(), in_array($this->address(), array_column($found, 'resourceUrl'), true), $term);
			foreach ($found as $entry) {
				self::assertNotSame('', $entry['title']);
				self::assertNotSame('', $entry['subline']);
			}
		}
	}

	public function testWhatIsNowhereIsNotFound(): void {
		foreach (['zzyzx', '%', '__', "' OR 1=1", '<zzyzx>'] as $term) {
			self::assertSame([], $this->search(self::shared('member'), $term), $term);
		}
	}

	public function testAResultLeadsToAPage(): void {
		$found = $this->search(self::shared('member'), 'premiers');
		foreach ($found as $entry) {
			foreach ([$entry['resourceUrl'] => 'text/html', $entry['icon'] => 'image/svg+xml'] as $address => $type) {
				$answer = self::shared('member')->browser->send('GET', substr((string)$address, strlen(Space::get()->url)), ['Accept' => '*/*']);
				self::assertSame(200, $answer->status, (string)$address);
				self::assertStringContainsString($type, $answer->header('content-type'));
			}
		}
	}

	public function testResultsComeInPages(): void {
		$all = $this->search(self::shared('member'), 'de', '&limit=25');
		$paged = [];
		$cursor = 0;
		while ($cursor !== null && $this->isThere()) {
			$page = $this->ask(self::shared('member'), self::SEARCH . "?term=de&limit=2&cursor=$cursor");
			self::assertLessThanOrEqual(2, count($page['entries']));
			self::assertSame($page['cursor'] !== null, $page['isPaginated']);
			$paged = [...$paged, ...$page['entries']];
			$cursor = $page['cursor'];
		}

		self::assertSame($all, $paged);
		self::assertSame($this->isThere(), count($all) > 2);
	}

	public function testHowFarThePersonIsStandsBelow(): void {
		$person = Space::get()->person();
		self::call($person, 'tour-start');
		$this->assertOfTour('/^En cours, étape 1 sur \d+$/u', $this->search($person, 'premiers'), 'subline', 'resourceUrl');
	}

	public function testEnglishIsSpoken(): void {
		$person = Space::get()->person(language: 'en');
		self::assertSame($this->isThere(), $this->search($person, 'files') !== []);
		self::call($person, 'tour-start');
		$this->assertOfTour('/^Under way, step 1 of \d+$/', $this->items($person)['items'], 'subtitle', 'link');
	}

	public function testToursComeLateInTheSearchButFirstOnOurOwnPage(): void {
		$elsewhere = array_column($this->ask(self::shared('member'), self::PROVIDERS . '?from=/apps/files'), 'id');
		$home = array_column($this->ask(self::shared('member'), self::PROVIDERS . '?from=/apps/compagnon/'), 'id');

		self::assertSame($this->isThere() ? 'compagnon' : null, $home[0] ?? null);
		self::assertSame($this->isThere(), array_search('compagnon', $elsewhere, true) > array_search('files', $elsewhere, true));
	}

	public function testTheDashboardSaysWhatIsNext(): void {
		$person = Space::get()->person();
		$before = array_column($this->items($person)['items'], 'link');
		self::assertSame($this->isThere(), in_array($this->address(), $before, true));
		self::assertLessThanOrEqual(7, count($before));

		self::call($person, 'tour-start');
		self::assertSame($this->isThere() ? $this->address() : null, $this->items($person)['items'][0]['link'] ?? null);
		self::call($person, 'tour-refuse');
		self::assertNotContains($this->address(), array_column($this->items($person)['items'], 'link'));
	}

	public function testTheWidgetHasATitleAndAButton(): void {
		$widget = $this->ask(self::shared('member'), self::WIDGETS)['compagnon'] ?? null;

		self::assertSame($this->isThere() ? ['Visites guidées', 'Toutes les visites guidées'] : [null, null], [$widget['title'] ?? null, $widget['buttons'][0]['text'] ?? null]);
	}

	public function testWhoMayNotUseTheAppMeetsItNowhere(): void {
		$person = Space::get()->person();
		Space::get()->withoutApp($person, function () use ($person): void {
			self::assertSame([], $this->search($person, 'premiers'));
			self::assertNotContains('compagnon', array_column($this->ask($person, self::PROVIDERS), 'id'));
			self::assertArrayNotHasKey('compagnon', $this->ask($person, self::WIDGETS));
			self::assertArrayNotHasKey('compagnon', $this->ask($person, self::ITEMS));
		});
	}

	public function testSomebodyWhoIsNotLoggedInFindsNothing(): void {
		foreach ([self::SEARCH . '?term=premiers', self::ITEMS] as $path) {
			self::assertSame($this->isThere() ? 401 : 404, (new Browser(Space::get()->url))->send('GET', $path, ['OCS-APIRequest' => 'true'])->status);
		}
	}

	public function testATroubleOfOursLeavesTheSearchAndTheDashboardAlone(): void {
		$person = Space::get()->person();
		Space::get()->withoutDatabase(function () use ($person): void {
			if ($this->isThere()) {
				self::assertSame([], $this->search($person, 'premiers'));
				self::assertSame(['items' => [], 'emptyContentMessage' => 'Les visites ne répondent pas pour le moment. Réessayez dans une minute.', 'halfEmptyContentMessage' => ''], $this->items($person));
			} else {
				self::assertNotSame(200, $person->browser->send('GET', self::SEARCH . '?term=premiers', ['OCS-APIRequest' => 'true'])->status);
			}
		});
	}

	private function isThere(): bool {
		return Space::get() instanceof NextcloudSpace;
	}

	/** @return list<array<string, mixed>> */
	private function search(Person $person, string $term, string $more = ''): array {
		return $this->ask($person, self::SEARCH . '?term=' . rawurlencode($term) . $more)['entries'] ?? [];
	}

	/** @return array{items: list<array<string, mixed>>} */
	private function items(Person $person): array {
		return $this->ask($person, self::ITEMS)['compagnon'] ?? ['items' => []];
	}

	/** @return array<array-key, mixed> what a Nextcloud answers; nothing in the demo, which has no such address */
	private function ask(Person $person, string $path): array {
		$answer = $person->browser->send('GET', $path, ['OCS-APIRequest' => 'true', 'requesttoken' => $person->browser->token]);
		self::assertSame($this->isThere() ? 200 : 404, $answer->status, $answer->body);
		return $this->isThere() ? $answer->data() : [];
	}

	private function address(): string {
		return Space::get()->url . '/index.php/apps/compagnon/?tour=' . self::TOUR;
	}

	/** @param list<array<string, mixed>> $entries */
	private function assertOfTour(string $pattern, array $entries, string $field, string $address): void {
		$words = array_column($entries, $field, $address)[$this->address()] ?? '';
		self::assertMatchesRegularExpression($this->isThere() ? $pattern : '/^$/', $words);
	}
}
