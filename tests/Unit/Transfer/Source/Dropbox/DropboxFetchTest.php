<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Tests\Unit\Transfer\Oauth\OauthWorld;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Fault\FaultWords;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Item\ItemState;
use OCA\Compagnon\Transfer\Source\Container;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxApi;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxFaults;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(DropboxSource::class)]
#[CoversClass(DropboxApi::class)]
#[CoversClass(DropboxFaults::class)]
final class DropboxFetchTest extends TestCase {
	private FakeDropbox $box;

	#[\Override]
	protected function setUp(): void {
		$this->box = new FakeDropbox();
	}

	public function testAFileIsFetchedByItsIdFromTheByteThatIsMissing(): void {
		$fetch = $this->box->source()->fetch($this->box->access, self::item(), 0);
		$later = $this->box->source()->fetch($this->box->access, self::item(), 42);

		self::assertSame(['POST', 'https://content.dropboxapi.com/2/files/download', ''], [$fetch->request?->method, $fetch->request?->url, $fetch->request?->body]);
		self::assertSame('{"path":"id:a"}', $fetch->request->headers['dropbox-api-arg']);
		self::assertSame(['Bearer access-1', 'application/octet-stream'], [$fetch->request->headers['authorization'], $fetch->request->headers['content-type']]);
		self::assertSame([true, null], [$fetch->canResume, $fetch->container]);
		self::assertArrayNotHasKey('range', $fetch->request->headers);
		self::assertSame('bytes=42-', $later->request?->headers['range'] ?? null);
	}

	/** @return iterable<string, array{string, Container}> */
	public static function exports(): iterable {
		yield 'markdown' => ['markdown', Container::Any];
		yield 'docx' => ['docx', Container::Zip];
		yield 'pdf' => ['pdf', Container::Pdf];
	}

	#[DataProvider('exports')]
	public function testADocumentIsExportedInOnePiece(string $format, Container $container): void {
		$fetch = $this->box->source()->fetch($this->box->access, self::item(['export' => $format]), 42);

		self::assertSame('https://content.dropboxapi.com/2/files/export', $fetch->request?->url);
		self::assertSame(sprintf('{"path":"id:a","export_format":"%s"}', $format), $fetch->request->headers['dropbox-api-arg']);
		self::assertSame([false, $container], [$fetch->canResume, $fetch->container]);
		self::assertArrayNotHasKey('range', $fetch->request->headers);
	}

	public function testAnArgumentInAHeaderIsPureAscii(): void {
		$header = DropboxApi::ascii(['path' => "/Été \x7F🌻~\"\\\u{2028}"]);

		self::assertSame('{"path":"/\u00c9t\u00e9 \u007f\ud83c\udf3b~\"\\\\\u2028"}', $header);
		self::assertMatchesRegularExpression('/^[\x20-\x7e]+$/', $header);
	}

	/** @return iterable<string, array{Answer, FaultKind, string, ?int}> */
	public static function refusals(): iterable {
		yield 'gone' => [FakeDropbox::error(409, 'path', 'not_found'), FaultKind::Vanished, 'vanished', null];
		yield 'a folder now' => [FakeDropbox::error(409, 'path', 'not_file'), FaultKind::Vanished, 'vanished', null];
		yield 'not to be given out' => [FakeDropbox::error(409, 'path', 'restricted_content'), FaultKind::Unsupported, 'restricted', null];
		yield 'no file to download' => [FakeDropbox::error(409, 'unsupported_file'), FaultKind::Unsupported, 'not_exportable', null];
		yield 'not to be exported' => [FakeDropbox::error(409, 'non_exportable'), FaultKind::Unsupported, 'not_exportable', null];
		yield 'export later' => [FakeDropbox::error(409, 'retry_error'), FaultKind::Again, 'provider_trouble', null];
		yield 'in use' => [FakeDropbox::error(409, 'path', 'locked', 'by_somebody'), FaultKind::Again, 'locked_at_source', null];
		yield 'anything else' => [FakeDropbox::error(409, 'path', 'something_new'), FaultKind::Final, 'provider_refused', null];
		yield 'list is void' => [FakeDropbox::error(409, 'reset'), FaultKind::Restart, 'page_token', null];
		yield 'expired' => [FakeDropbox::error(401, 'expired_access_token'), FaultKind::Again, 'token_expired', null];
		yield 'void' => [FakeDropbox::error(401, 'invalid_access_token'), FaultKind::Again, 'token_expired', null];
		yield 'half of the rights' => [FakeDropbox::error(401, 'missing_scope'), FaultKind::Reconnect, 'scopes_missing', null];
		yield 'suspended' => [FakeDropbox::error(401, 'user_suspended'), FaultKind::Reconnect, 'account_suspended', null];
		yield 'too many, in the header' => [new Answer(429, ['retry-after' => '17'], 'too many'), FaultKind::Throttled, 'rate_limited', 17];
		yield 'too many, in the body' => [OauthWorld::json(['error' => ['reason' => ['.tag' => 'too_many_requests'], 'retry_after' => 9]], 429), FaultKind::Throttled, 'rate_limited', 9];
		yield 'too many, without a time' => [new Answer(429, [], 'too many'), FaultKind::Throttled, 'rate_limited', null];
		yield 'another root' => [FakeDropbox::error(422, 'invalid_root'), FaultKind::Reconnect, 'root_changed', null];
		yield 'not allowed' => [new Answer(403, [], ''), FaultKind::Final, 'access_denied', null];
		yield 'plain text' => [new Answer(400, [], 'Error in call to API function'), FaultKind::Final, 'provider_refused', null];
		yield 'past the end' => [new Answer(416, [], ''), FaultKind::Restart, 'incomplete', null];
		yield 'trouble' => [new Answer(503, [], ''), FaultKind::Again, 'provider_trouble', null];
	}

	#[DataProvider('refusals')]
	public function testEachRefusalHasItsMeaning(Answer $answer, FaultKind $kind, string $reason, ?int $wait): void {
		$fault = $this->box->source()->fault($answer, self::item());

		self::assertSame([$kind, $reason, $wait], [$fault->kind, $fault->reason, $fault->waitSeconds]);
		self::assertTrue(FaultWords::knows($reason));
	}

	public function testAfterARefusedTokenTheNextFetchHasANewOne(): void {
		$this->box->world->clock->advance(600);
		$source = $this->box->source();
		$source->fetch($this->box->access, self::item(), 0);
		$this->box->world->http->script = static fn (): Answer => OauthWorld::tokens(['access_token' => 'access-2']);
		$source->fault(FakeDropbox::error(401, 'missing_scope'), self::item());
		self::assertSame('Bearer access-1', $source->fetch($this->box->access, self::item(), 0)->request?->headers['authorization'] ?? null);
		$source->fault(FakeDropbox::error(401, 'expired_access_token'), self::item());
		self::assertSame('Bearer access-2', $source->fetch($this->box->access, self::item(), 0)->request?->headers['authorization'] ?? null);
	}

	/** @param array<string, scalar|null> $extra */
	private static function item(array $extra = []): Item {
		return new Item('r', Item::keyOf(ItemKind::File, 'id:a'), ItemKind::File, 'id:a', null, 'n', 'n', ItemState::Queued, 3, extra: $extra);
	}
}
