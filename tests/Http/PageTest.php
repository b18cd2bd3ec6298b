<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Fake\StoryFixture;
use OCA\Compagnon\Tests\Http\Support\Browser;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;

/** What pages carry for the loader, and the app's own page. */
#[CoversNothing]
final class PageTest extends HttpTestCase {
	public function testThePageOfTheAppHasItsMountPoint(): void {
		$page = self::shared('member')->browser->send('GET', '/index.php/apps/compagnon/', ['Accept' => 'text/html']);

		self::assertSame(200, $page->status);
		self::assertStringContainsString('text/html', $page->header('content-type'));
		self::assertStringContainsString('id="compagnon-main"', $page->body);
	}

	public function testThePageOfTheAdventureHasItsMountPoint(): void {
		$page = self::shared('member')->browser->send('GET', '/index.php/apps/compagnon/adventure', ['Accept' => 'text/html']);

		self::assertSame(200, $page->status);
		self::assertStringContainsString('id="compagnon-adventure"', $page->body);
	}

	public function testThePageOfTheAdventureBringsTheStoryThatItIsOpenedAt(): void {
		Space::get()->withStory('http-pages', StoryFixture::tale(['id' => 'http-pages']), static function (): void {
			$person = Space::get()->person();
			self::call($person, 'adventure-move', ['number' => 0, 'kind' => 'begin', 'role' => 'ana'], ['story' => 'http-pages']);

			self::assertSame(self::call($person, 'adventure-show', parameters: ['story' => 'http-pages'])->data(), self::brought($person, '?story=http-pages'));
			foreach (['', '?story=', '?story=not-there', '?story[]=http-pages'] as $search) {
				self::assertNull(self::brought($person, $search), $search);
			}
		});
	}

	public function testThePagesKnowTheOpenQuest(): void {
		Space::get()->withStory('http-pages', StoryFixture::tale(['id' => 'http-pages']), function (): void {
			$person = Space::get()->person();
			self::assertNull($this->loaderState($person)['quest']);
			self::call($person, 'adventure-move', ['number' => 0, 'kind' => 'begin', 'role' => 'ana'], ['story' => 'http-pages']);
			self::call($person, 'adventure-move', ['number' => 1, 'kind' => 'open', 'quest' => 'tell', 'level' => 'essential'], ['story' => 'http-pages']);
			self::assertSame(['story' => 'http-pages', 'quest' => 'tell', 'label' => 'Votre quête'], $this->loaderState($person)['quest']);

			self::call($person, 'adventure-move', ['number' => 2, 'kind' => 'close', 'quest' => 'tell'], ['story' => 'http-pages']);
			self::assertNull($this->loaderState($person)['quest']);
		});
	}

	public function testThePageOfTheTourCheckIsForThoseWhoLookAfterTheSpace(): void {
		foreach (['admin', 'delegate'] as $role) {
			$page = self::shared($role)->browser->send('GET', '/index.php/apps/compagnon/check', ['Accept' => 'text/html']);
			self::assertSame(200, $page->status);
			self::assertStringContainsString('id="compagnon-check"', $page->body);
			self::assertMatchesRegularExpression("/;\\s*frame-src 'self'\\s*(;|$)/", $page->header('content-security-policy'));
		}
		$page = self::shared('member')->browser->send('GET', '/index.php/apps/compagnon/check', ['Accept' => 'text/html']);
		self::assertSame(403, $page->status);
		self::assertStringNotContainsString('id="compagnon-check"', $page->body);
	}

	public function testSomebodyWhoIsNotLoggedInIsLedToTheLogin(): void {
		$answer = (new Browser(Space::get()->url))->send('GET', '/index.php/apps/compagnon/', ['Accept' => 'text/html']);

		self::assertContains($answer->status, [302, 303, 307]);
		self::assertStringContainsString('login', $answer->header('location'));
	}

	public function testFilesOffersTheTourUntilItIsAnswered(): void {
		$person = Space::get()->person();
		self::assertSame(['tour' => self::TOUR, 'mode' => 'offer'], $this->loaderState($person)['active']);

		self::call($person, 'tour-start');
		self::assertSame(['tour' => self::TOUR, 'mode' => 'resume'], $this->loaderState($person)['active']);

		self::call($person, 'tour-refuse');
		self::assertNull($this->loaderState($person)['active']);
	}

	public function testQuietIsRespected(): void {
		$person = Space::get()->person();
		self::call($person, 'me-update', ['quiet' => true]);

		self::assertNull($this->loaderState($person)['active']);
	}

	public function testTheLoaderIsNotOnPagesOfWhoMayNotUseTheApp(): void {
		$person = Space::get()->person();
		Space::get()->withoutApp($person, static function () use ($person): void {
			$page = $person->browser->send('GET', '/index.php/apps/files/', ['Accept' => 'text/html']);
			self::assertSame(200, $page->status);
			self::assertStringNotContainsString('compagnon-loader', $page->body);
		});
	}

	public function testTheLoaderIsNotOnTheLoginPage(): void {
		$page = (new Browser(Space::get()->url))->send('GET', '/index.php/login', ['Accept' => 'text/html']);

		self::assertSame(200, $page->status);
		self::assertStringNotContainsString('compagnon-loader', $page->body);
	}

	private static function brought(Person $person, string $search): mixed {
		$page = $person->browser->send('GET', '/index.php/apps/compagnon/adventure' . $search, ['Accept' => 'text/html']);
		self::assertSame(200, $page->status, $search);
		self::assertSame(1, preg_match('/<div id="compagnon-adventure"([^>]*)>/', $page->body, $frame), $search);
		return preg_match('/^ data-playing="([^"]+)"$/', $frame[1] ?? '', $found) === 1 ? json_decode(html_entity_decode($found[1], ENT_QUOTES | ENT_HTML5), true) : null;
	}

	/** @return array{help: string, active: mixed, quest: mixed} */
	private function loaderState(Person $person): array {
		$page = $person->browser->send('GET', '/index.php/apps/files/', ['Accept' => 'text/html']);
		self::assertSame(200, $page->status);
		self::assertMatchesRegularExpression('/id="initial-state-compagnon-loader" value="([^"]+)"/', $page->body);
		preg_match('/id="initial-state-compagnon-loader" value="([^"]+)"/', $page->body, $found);
		$state = json_decode((string)base64_decode($found[1] ?? '', true), true);
		self::assertIsArray($state);
		self::assertSame(['help', 'gone', 'active', 'quest'], array_keys($state));
		/** @var array{help: string, active: mixed, quest: mixed} */
		return $state;
	}
}
