<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\BackgroundJob\SurveyJob;
use OCA\Compagnon\Nextcloud\Survey\ConfiguredObservatory;
use OCA\Compagnon\Nextcloud\Survey\WellKnownOpenl;
use OCA\Compagnon\Nextcloud\Transfer\ConfiguredEndpoints;
use OCA\Compagnon\Port\Settings;
use OCA\Compagnon\Survey\Token\AddressProof;
use OCA\Compagnon\Survey\Token\Enrolment;
use OCP\AppFramework\Http\JSONResponse;
use OCP\BackgroundJob\IJobList;
use OCP\Http\WellKnown\GenericResponse;
use OCP\Http\WellKnown\IRequestContext;
use OCP\IConfig;
use OCP\IRequest;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\TestCase;

/** What the platform does for the panel: its list of jobs, and /.well-known/openl. */
#[CoversClass(SurveyJob::class)]
#[CoversClass(WellKnownOpenl::class)]
final class SurveyTest extends TestCase {
	#[\Override]
	protected function tearDown(): void {
		Support::adapter(Enrolment::class)->expect('');
		Support::adapter(Settings::class)->setLongText('survey_space_key', '');
		Server::get(IConfig::class)->deleteSystemValue(ConfiguredObservatory::CONFIG);
		Server::get(IConfig::class)->deleteSystemValue(ConfiguredEndpoints::CONFIG);
	}

	public function testTheJobIsOnTheListAndConnectsToNobodyWhileEverythingIsOff(): void {
		self::assertTrue(Server::get(IJobList::class)->has(SurveyJob::class, null));
		$trap = stream_socket_server('tcp://127.0.0.1:0');
		self::assertNotFalse($trap);
		Server::get(IConfig::class)->setSystemValue(ConfiguredObservatory::CONFIG, ['address' => 'https://openl.example.org', 'key' => base64_encode(str_repeat('k', 32))]);
		Server::get(IConfig::class)->setSystemValue(ConfiguredEndpoints::CONFIG, ['openl.example.org' => 'http://' . stream_socket_get_name($trap, false)]);
		$job = Support::adapter(SurveyJob::class);
		(new \ReflectionMethod($job, 'run'))->invoke($job, null);

		[$coming, $none] = [[$trap], null];
		self::assertSame(0, stream_select($coming, $none, $none, 0));
		self::assertSame('', Support::adapter(Settings::class)->longText('survey_space_key', ''));
		// The trap would have noticed.
		self::assertNotFalse(stream_socket_client('tcp://' . stream_socket_get_name($trap, false)));
		$coming = [$trap];
		self::assertSame(1, stream_select($coming, $none, $none, 1));
	}

	public function testOnlyTheChallengeThatWasAskedForIsAnswered(): void {
		Support::adapter(Enrolment::class)->expect('challenge-of-a-test');

		self::assertNull($this->handle('webfinger', 'challenge-of-a-test'));
		self::assertNull($this->handle(AddressProof::SERVICE, 'another'));
		$answer = $this->handle(AddressProof::SERVICE, 'challenge-of-a-test');
		self::assertNotNull($answer);
		self::assertTrue(sodium_crypto_sign_verify_detached((string)base64_decode($answer['signature'], true), 'openl/proof|challenge-of-a-test', (string)base64_decode($answer['key'], true)));
	}

	/** @return ?array{key: string, signature: string} */
	private function handle(string $service, string $challenge): ?array {
		$request = $this->createStub(IRequest::class);
		$request->method('getParam')->willReturn($challenge);
		$context = $this->createStub(IRequestContext::class);
		$context->method('getHttpRequest')->willReturn($request);
		$response = Support::adapter(WellKnownOpenl::class)->handle($service, $context, null);
		if (!$response instanceof GenericResponse) {
			return null;
		}
		$json = $response->toHttpResponse();
		self::assertInstanceOf(JSONResponse::class, $json);
		/** @var array{key: string, signature: string} */
		return $json->getData();
	}
}
