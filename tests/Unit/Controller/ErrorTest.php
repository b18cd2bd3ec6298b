<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Controller;

use OCA\Compagnon\Controller\Http\ErrorAnswer;
use OCA\Compagnon\Controller\Http\ErrorMiddleware;
use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Error\Gone;
use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Error\TooBig;
use OCA\Compagnon\Error\TooMany;
use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Error\Unfit;
use OCA\Compagnon\Error\Unproven;
use OCA\Compagnon\Observatory\Troubles;
use OCA\Compagnon\Tests\Fake\FakeTexts;
use OCA\Compagnon\Tests\Fake\FixedClock;
use OCA\Compagnon\Tests\Fake\MemoryLog;
use OCA\Compagnon\Tests\Fake\MemorySettings;
use OCA\Compagnon\Tour\Progress;
use OCA\Compagnon\Tour\ProgressConflict;
use OCA\Compagnon\Tour\ProgressState;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\OCS\PlatformException;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(ErrorAnswer::class)]
#[CoversClass(ErrorMiddleware::class)]
final class ErrorTest extends TestCase {
	private MemoryLog $log;
	private FakeTexts $texts;
	private MemorySettings $settings;

	#[\Override]
	protected function setUp(): void {
		$this->log = new MemoryLog();
		$this->texts = new FakeTexts();
		$this->settings = new MemorySettings();
	}

	/** @return iterable<string, array{Refusal, int, string, array<string, mixed>}> status, kind, further fields */
	public static function refusals(): iterable {
		$progress = new Progress('alpha', ProgressState::Paused, 'one', '7', 3, 20, 10);
		yield 'invalid' => [Invalid::missing('revision'), 400, 'invalid', ['field' => 'revision']];
		yield 'unreadable' => [Invalid::unreadable(new \JsonException('Syntax error')), 400, 'invalid', ['field' => 'body']];
		yield 'refused' => [new Refused('No.'), 403, 'refused', []];
		yield 'not found' => [new NotFound('Nothing.'), 404, 'not_found', []];
		yield 'conflict' => [new ProgressConflict($progress), 409, 'conflict', ['progress' => $progress->toArray()]];
		yield 'unavailable' => [Unavailable::database(new \RuntimeException('SQLSTATE secret')), 503, 'unavailable', []];
		yield 'unproven' => [new Unproven('Who says so?'), 401, 'unproven', []];
		yield 'gone' => [new Gone('Over.'), 410, 'gone', []];
		yield 'too big' => [new TooBig('Less.'), 413, 'too_big', []];
		yield 'unfit' => [new Unfit('Something else.'), 422, 'unfit', []];
		yield 'too many' => [new TooMany('Later.', 30), 429, 'too_many', []];
		yield 'storage' => [Unavailable::storage(new \RuntimeException('/secret/path')), 503, 'unavailable', []];
	}

	/** @param array<string, mixed> $more */
	#[DataProvider('refusals')]
	public function testARefusalIsAStatusAndASentence(Refusal $refusal, int $status, string $error, array $more): void {
		[$answered, $data] = $this->answer($refusal);

		self::assertSame($status, $answered);
		self::assertSame($error, $data['error']);
		self::assertSame($more, array_diff_key($data, ['error' => 1, 'message' => 1]));
		self::assertStringNotContainsString('secret', (string)json_encode($data));
		self::assertStringNotContainsString('{', (string)$data['message']);
	}

	public function testTheSentenceIsInThePersonsLanguageWithItsValues(): void {
		$this->texts->translations = ['fr' => ['The field “{field}” is too long: {limit} characters at most.' => 'Le champ « {field} » est trop long : {limit} caractères au plus.']];

		self::assertSame('Le champ « contact » est trop long : 500 caractères au plus.', $this->answer(Invalid::tooLong('contact', 500))[1]['message']);
	}

	public function testOnlyWhatWhoeverRunsTheServerHasToKnowIsLogged(): void {
		$this->answer(Invalid::missing('x'));
		$this->answer(new NotFound('x'));
		self::assertSame([], $this->log->entries);

		$this->answer(Unavailable::database(new \RuntimeException('SQLSTATE 42')));
		self::assertSame('warning', $this->log->entries[0]['level']);
		self::assertStringContainsString('show', $this->log->entries[0]['message']);
	}

	public function testWhyTheDatabaseDoesNotAnswerIsInTheLog(): void {
		$this->answer(Unavailable::database(new \RuntimeException('SQLSTATE 42')));

		self::assertStringContainsString('SQLSTATE 42', $this->log->entries[0]['message']);
	}

	public function testAFaultOfOursIsLoggedAndTellsNothingOfItsCause(): void {
		$fault = new \TypeError('secret');
		[$status, $data] = $this->answer(new \Exception($fault->getMessage(), 0, $fault));

		self::assertSame(500, $status);
		self::assertSame('failed', $data['error']);
		self::assertStringNotContainsString('secret', (string)json_encode($data));
		self::assertSame('error', $this->log->entries[0]['level']);
		self::assertSame($fault, $this->log->entries[0]['cause']?->getPrevious());
	}

	public function testWhatPassesLaterSaysWhen(): void {
		self::assertSame('30', $this->middleware()->afterException($this->controller(), 'show', new TooMany('Later.', 30))->getHeaders()['Retry-After'] ?? null);
		self::assertSame('60', $this->middleware()->afterException($this->controller(), 'show', Unavailable::database(new \RuntimeException('x')))->getHeaders()['Retry-After'] ?? null);
	}

	public function testOfAnUnloggedControllerNothingIsLoggedAndTheFaultIsKeptWithoutItsWords(): void {
		$controller = new class('compagnon', self::createStub(IRequest::class)) extends OCSController implements Unlogged {
		};
		foreach ([new \Exception('what somebody sent'), Unavailable::database(new \RuntimeException('what somebody sent')), new NotFound('x')] as $exception) {
			$this->middleware()->afterException($controller, 'take', $exception);
		}

		self::assertSame([], $this->log->entries);
		$troubles = (new Troubles($this->settings, new FixedClock()))->all();
		self::assertCount(2, $troubles);
		self::assertStringStartsWith('2027-01-15 take: Exception at ErrorTest.php:', $troubles[0]);
		self::assertStringNotContainsString('somebody', implode($troubles));
	}

	public function testThePlatformsOwnRefusalsAreLeftToThePlatform(): void {
		require_once __DIR__ . '/../../Fake/platform-exception.php';
		$exception = new PlatformException('planted');

		$this->expectExceptionObject($exception);
		$this->middleware()->afterException($this->controller(), 'show', $exception);
	}

	public function testAPageIsLeftToThePlatform(): void {
		$exception = new NotFound('x');
		$page = new class('compagnon', self::createStub(IRequest::class)) extends Controller {
		};

		$this->expectExceptionObject($exception);
		$this->middleware()->afterException($page, 'index', $exception);
	}

	/** @return array{int, array<string, mixed>} status and data */
	private function answer(\Exception $exception): array {
		$response = $this->middleware()->afterException($this->controller(), 'show', $exception);
		assert($response instanceof JSONResponse);
		$body = json_decode($response->render(), true, flags: JSON_THROW_ON_ERROR);
		self::assertIsArray($body);
		self::assertSame($response->getStatus(), $body['ocs']['meta']['statuscode']);
		return [$response->getStatus(), $body['ocs']['data']];
	}

	private function controller(): OCSController {
		return new class('compagnon', self::createStub(IRequest::class)) extends OCSController {
		};
	}

	private function middleware(): ErrorMiddleware {
		return new ErrorMiddleware(new ErrorAnswer($this->texts), $this->log, new Troubles($this->settings, new FixedClock()));
	}
}
