<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Content;

use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\Verdicts;
use OCA\Compagnon\Tests\Fake\World;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

#[CoversClass(Verdicts::class)]
final class VerdictsTest extends TestCase {
	private World $world;
	private int $checks = 0;

	#[\Override]
	protected function setUp(): void {
		$this->world = new World();
	}

	public function testAFileIsCheckedOnceAndAgainWhenItChanges(): void {
		$this->judge('one');
		$this->judge('one');
		self::assertSame(1, $this->checks);

		$this->judge('two');
		$this->judge('two');
		self::assertSame(2, $this->checks);
	}

	public function testWhatWasWrongStaysWrongAndIsSaidInTheSameWords(): void {
		foreach ([1, 2] as $request) {
			try {
				$this->judge('one', ContentFault::misfit('elsewhere.json', 'minutes', 'too many'));
				self::fail("request $request");
			} catch (ContentFault $fault) {
				self::assertSame('tours/alpha.json: Its field “minutes” has a value that does not fit. (too many)', $fault->getMessage());
				self::assertSame(['field' => 'minutes'], $fault->values);
			}
		}
		self::assertSame(1, $this->checks);
	}

	public function testOtherAnchorsSchemasOrHostsNeedAnotherLook(): void {
		$this->judge('one');
		$this->world->content->write('anchors.json', ['schema' => 1, 'hosts' => (object)[]]);
		$this->judge('one');
		self::assertSame(2, $this->checks);

		$this->world->content->write('schema/tour.json', []);
		$this->judge('one');
		self::assertSame(3, $this->checks);

		$this->world->host->version = 33;
		$this->judge('one');
		self::assertSame(4, $this->checks);

		$this->judge('one');
		self::assertSame(4, $this->checks);
	}

	public function testWhatCannotBeReadIsCheckedAgain(): void {
		$this->judge('one');
		foreach (['', '[]', '{"rules": 1}', 'broken', '{"rules": "x", "files": 3}'] as $text) {
			$this->world->settings->setLongText('content_verdicts', $text);
			$before = $this->checks;
			$this->judge('one');
			self::assertSame($before + 1, $this->checks, $text);
		}
	}

	public function testFilesThatAreGoneAreForgotten(): void {
		$this->judge('one');
		$this->world->content->tour('gamma', '{}');
		$this->judge('one', file: 'gamma');
		self::assertStringContainsString('gamma', $this->world->settings->longText('content_verdicts', ''));

		unlink($this->world->content->path . '/tours/gamma.json');
		$this->judge('two');
		self::assertStringNotContainsString('gamma', $this->world->settings->longText('content_verdicts', ''));
	}

	public function testNothingNewIsNotWritten(): void {
		$this->judge('one');
		$this->world->settings->setLongText('content_verdicts', $this->world->settings->longText('content_verdicts', '') . ' ');
		$this->judge('one');

		self::assertStringEndsWith(' ', $this->world->settings->longText('content_verdicts', ''));
	}

	/** As one request does. */
	private function judge(string $content, ?ContentFault $fault = null, string $file = 'alpha'): void {
		$verdicts = new Verdicts($this->world->settings, $this->world->host, $this->world->content->path);
		try {
			$verdicts->once($this->world->content->path . "/tours/$file.json", "tours/$file.json", $content, function () use ($fault): void {
				$this->checks++;
				if ($fault !== null) {
					throw $fault;
				}
			});
		} finally {
			$verdicts->save();
		}
	}
}
