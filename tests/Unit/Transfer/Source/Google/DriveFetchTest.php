<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Container;
use OCA\Compagnon\Transfer\Source\Google\DriveFaults;
use OCA\Compagnon\Transfer\Source\Google\DriveFormats;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(GoogleSource::class)]
#[CoversClass(DriveFaults::class)]
#[CoversClass(DriveFormats::class)]
final class DriveFetchTest extends TestCase {
	private FakeDrive $drive;

	#[\Override]
	protected function setUp(): void {
		$this->drive = new FakeDrive();
	}

	public function testAFileIsFetchedFromTheByteThatIsMissing(): void {
		$fetch = $this->drive->source()->fetch($this->drive->access, self::item('a/b', 100), 0);
		$later = $this->drive->source()->fetch($this->drive->access, self::item('a/b', 100), 42);

		self::assertSame('https://www.googleapis.com/drive/v3/files/a%2Fb?alt=media&supportsAllDrives=true', $fetch->request?->url);
		self::assertSame('Bearer access-1', $fetch->request->headers['authorization']);
		self::assertSame([true, null], [$fetch->canResume, $fetch->container]);
		self::assertArrayNotHasKey('range', $fetch->request->headers);
		self::assertSame('bytes=42-', $later->request?->headers['range'] ?? null);
		self::assertNotContains('*', $fetch->request->hosts);
	}

	public function testNoRangeIsAskedOfAnEmptyFile(): void {
		self::assertArrayNotHasKey('range', $this->drive->source()->fetch($this->drive->access, self::item('a', 0), 5)->request?->headers ?? ['range' => '']);
	}

	public function testKeyAndTargetOfAShortcutAreSent(): void {
		$request = $this->drive->source()->fetch($this->drive->access, self::item('s', 3, ['target' => 't', 'key' => 'k-1']), 0)->request;

		self::assertStringContainsString('/files/t?', (string)$request?->url);
		self::assertSame('t/k-1', $request?->headers['x-goog-drive-resource-keys'] ?? null);
	}

	public function testADocumentIsExportedAndByItsLinkWhenItIsTooLarge(): void {
		$extra = ['export' => 'application/pdf', 'exportLink' => 'https://docs.google.com/x/export?id=a&exportFormat=pdf'];
		$fetch = $this->drive->source()->fetch($this->drive->access, self::item('a', null, $extra), 7);
		$item = self::item('a', null, $extra, 'too_large_to_export');

		self::assertSame('https://www.googleapis.com/drive/v3/files/a/export?mimeType=application%2Fpdf', $fetch->request?->url);
		self::assertSame([false, Container::Pdf], [$fetch->canResume, $fetch->container]);
		self::assertArrayNotHasKey('range', $fetch->request->headers);
		self::assertSame([FaultKind::Again, 'too_large_to_export'], $this->meaning(FakeDrive::error(403, 'exportSizeLimitExceeded'), self::item('a', null, $extra)));
		self::assertSame('https://docs.google.com/x/export?id=a&exportFormat=pdf', $this->drive->source()->fetch($this->drive->access, $item, 0)->request?->url);
		self::assertSame([FaultKind::Unsupported, 'too_large_to_export'], $this->meaning(FakeDrive::error(403, 'exportSizeLimitExceeded'), $item));
		self::assertSame([FaultKind::Unsupported, 'too_large_to_export'], $this->meaning(FakeDrive::error(403, 'exportSizeLimitExceeded'), self::item('a', null, ['export' => 'application/pdf'])));
	}

	public function testTheLinkIsTriedAlsoWhenTheItemRemembersSomethingElse(): void {
		$extra = ['export' => 'application/pdf', 'exportLink' => 'https://docs.google.com/x/export?id=a&exportFormat=pdf'];
		$url = fn (int $attempts): ?string => parse_url((string)$this->drive->source()->fetch($this->drive->access, self::item('a', null, $extra, 'interrupted', $attempts), 0)->request?->url, PHP_URL_HOST) ?: null;

		self::assertSame(['www.googleapis.com', 'docs.google.com', 'www.googleapis.com'], [$url(0), $url(1), $url(2)]);
	}

	public function testWhatGoogleTakesForHarmfulOnlyItsOwnerMayTake(): void {
		$own = self::item('a', 3, ['own' => true]);

		self::assertSame([FaultKind::Again, 'harmful'], $this->meaning(FakeDrive::error(403, 'cannotDownloadAbusiveFile'), $own));
		self::assertStringContainsString('acknowledgeAbuse=true', (string)$this->drive->source()->fetch($this->drive->access, self::item('a', 3, ['own' => true], 'harmful'), 0)->request?->url);
		self::assertSame([FaultKind::Unsupported, 'harmful'], $this->meaning(FakeDrive::error(403, 'cannotDownloadAbusiveFile'), self::item('a', 3, ['own' => true], 'harmful')));
		self::assertSame([FaultKind::Unsupported, 'harmful'], $this->meaning(FakeDrive::error(403, 'cannotDownloadAbusiveFile'), self::item('a', 3)));
	}

	/** @return iterable<string, array{string, Container}> */
	public static function containers(): iterable {
		yield 'docx' => ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', Container::Zip];
		yield 'ods' => ['application/x-vnd.oasis.opendocument.spreadsheet', Container::Zip];
		yield 'odt' => ['application/vnd.oasis.opendocument.text', Container::Zip];
		yield 'pdf' => ['application/pdf', Container::Pdf];
		yield 'png' => ['image/png', Container::Any];
	}

	#[DataProvider('containers')]
	public function testAnExportIsCheckedByItsEnd(string $type, Container $container): void {
		self::assertSame($container, $this->drive->source()->fetch($this->drive->access, self::item('a', null, ['export' => $type]), 0)->container);
	}

	/** @return iterable<string, array{Answer, FaultKind, string, ?int}> */
	public static function refusals(): iterable {
		yield 'rate' => [FakeDrive::error(403, 'rateLimitExceeded'), FaultKind::Throttled, 'rate_limited', null];
		yield 'rate of the person' => [FakeDrive::error(403, 'userRateLimitExceeded'), FaultKind::Throttled, 'rate_limited', null];
		yield 'too many' => [new Answer(429, ['retry-after' => '17'], ''), FaultKind::Throttled, 'rate_limited', 17];
		// The clock of the test stands at midnight there: the whole day is left.
		yield 'of the day' => [FakeDrive::error(403, 'dailyLimitExceeded'), FaultKind::Throttled, 'daily_limit', 86_400];
		yield 'downloads of one file' => [FakeDrive::error(403, 'downloadQuotaExceeded'), FaultKind::Final, 'download_limit', null];
		yield 'a document' => [FakeDrive::error(403, 'fileNotDownloadable'), FaultKind::Unsupported, 'not_exportable', null];
		yield 'its owner does not want it' => [FakeDrive::error(403, 'cannotDownloadFile'), FaultKind::Unsupported, 'not_downloadable', null];
		yield 'half of the rights' => [FakeDrive::error(403, 'insufficientPermissions'), FaultKind::Reconnect, 'scopes_missing', null];
		yield 'not enabled' => [FakeDrive::error(403, 'accessNotConfigured'), FaultKind::Reconnect, 'api_not_enabled', null];
		yield 'not for this account' => [FakeDrive::error(403, 'insufficientFilePermissions'), FaultKind::Final, 'access_denied', null];
		yield 'gone' => [FakeDrive::error(404, 'notFound'), FaultKind::Vanished, 'vanished', null];
		yield 'token' => [FakeDrive::error(401, 'authError'), FaultKind::Again, 'token_expired', null];
		yield 'trouble' => [FakeDrive::error(500, 'backendError'), FaultKind::Again, 'provider_trouble', null];
		yield 'gateway' => [new Answer(502, [], '<html>'), FaultKind::Again, 'provider_trouble', null];
		yield 'past the end' => [new Answer(416, [], ''), FaultKind::Restart, 'incomplete', null];
		yield 'anything else' => [new Answer(418, [], ''), FaultKind::Final, 'provider_refused', null];
	}

	#[DataProvider('refusals')]
	public function testEachRefusalHasItsMeaning(Answer $answer, FaultKind $kind, string $reason, ?int $wait): void {
		$fault = $this->drive->source()->fault($answer, self::item('a', 3));

		self::assertSame([$kind, $reason], [$fault->kind, $fault->reason]);
		self::assertTrue(FaultWords::knows($reason));
		self::assertSame($wait, $fault->waitSeconds);
	}

	public function testAfterARefusedTokenTheNextFetchHasANewOne(): void {
		$this->drive->world->clock->advance(600);
		$source = $this->drive->source();
		$source->fetch($this->drive->access, self::item('a', 3), 0);
		$this->drive->before = static fn (): Answer => OauthWorld::tokens(['access_token' => 'access-2']);
		$source->fault(FakeDrive::error(401, 'authError'), self::item('a', 3));

		self::assertSame('Bearer access-2', $source->fetch($this->drive->access, self::item('a', 3), 0)->request?->headers['authorization'] ?? null);
	}

	public function testAFileIsLookedAtAgainWhereItIsAndNotInTheBin(): void {
		$this->drive->file('t', with: ['size' => '7', 'md5Checksum' => 'now']);
		$this->drive->file('binned', with: ['trashed' => true]);
		$found = $this->drive->source()->look($this->drive->access, self::item('s', 3, ['target' => 't', 'key' => 'k-1']));

		self::assertSame(['s', 7, 'now', 'now'], [$found->id, $found->size, $found->hash, $found->revision]);
		self::assertSame('t/k-1', end($this->drive->world->http->asked)->headers['x-goog-drive-resource-keys'] ?? null);
		try {
			$this->drive->source()->look($this->drive->access, self::item('binned', 3));
			self::fail('It lies in the bin.');
		} catch (Fault $e) {
			self::assertSame([FaultKind::Vanished, 'vanished'], [$e->kind, $e->reason]);
		}
	}

	/** @return array{FaultKind, string} */
	private function meaning(Answer $answer, Item $item): array {
		$fault = $this->drive->source()->fault($answer, $item);
		return [$fault->kind, $fault->reason];
	}

	/** @param array<string, scalar|null> $extra */
	private static function item(string $id, ?int $size, array $extra = [], ?string $code = null, int $attempts = 0): Item {
		return new Item('r', Item::keyOf(ItemKind::File, $id), ItemKind::File, $id, null, 'n', 'n', ItemState::Queued, $size, code: $code, attempts: $attempts, extra: $extra);
	}
}
