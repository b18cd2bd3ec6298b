<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http;

use OCA\Compagnon\Tests\Http\Support\Answer;
use OCA\Compagnon\Tests\Http\Support\HttpTestCase;
use OCA\Compagnon\Tests\Http\Support\Person;
use OCA\Compagnon\Tests\Http\Support\Space;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;

/** Moving in, with archives that lie in a person's files: they need no provider. */
#[CoversNothing]
final class TransferApiTest extends HttpTestCase {
	private const CHOICE = [
		'target' => 'Arrivée', 'folders' => [], 'without' => [], 'documents' => 'office', 'sharedWithMe' => true, 'photos' => true,
		'conflicts' => 'both', 'safeNames' => true,
	];

	/** A run that others try to get at. */
	private static ?string $ofNadia = null;

	public function testAnArchiveMovesInFromTheDraftToTheReport(): void {
		$nadia = Space::get()->person();
		$run = $this->draft($nadia);
		self::assertSame([['Vieux disque', true]], array_map(static fn (array $folder): array => [$folder['name'], $folder['hasChildren']], $this->ask($nadia, 'run-folders', $run)['folders']));
		$this->ask($nadia, 'run-choose', $run, self::CHOICE);
		$this->ask($nadia, 'run-scan', $run);

		$ready = $this->drive($nadia, $run, 'ready');
		self::assertSame([5, 1], [$ready['found']['items'], $ready['renamed']]);
		$this->ask($nadia, 'run-start', $run);
		$done = $this->drive($nadia, $run, 'done');
		self::assertSame([5, 5], [$done['moved']['items'], $done['counts']['verified']['items']]);

		$renamed = self::raw($nadia->browser, 'run-items', $this->headers($nadia), parameters: ['run' => $run], query: '?kind=renamed&page=1')->data();
		self::assertSame(['Quoi ? Où.txt', 'Arrivée/Vieux disque/Quoi _ Où.txt'], [$renamed['items'][0]['name'], $renamed['items'][0]['target']]);
		self::assertSame(5, $this->ask($nadia, 'run-items', $run)['total']);
		$report = $this->ask($nadia, 'run-report', $run);
		self::assertTrue($report['holds']);
		self::assertMatchesRegularExpression('#^Arrivée/Rapport de déménagement \d{4}-\d\d-\d\d \(.+\)\.md$#', $report['file']['path']);

		$this->checkTable($nadia, $run, (string)$report['csv']);
		$again = $this->ask($nadia, 'run-again', $run);
		self::assertSame(['draft', 'Arrivée'], [$again['state'], $again['target']]);
		$this->ask($nadia, 'run-scan', (string)$again['id']);
		self::assertSame(0, $this->drive($nadia, (string)$again['id'], 'ready')['counts']['queued']['items']);
		self::assertSame(6, $this->ask($nadia, 'run-forget', $run)['erased']);
		self::assertSame(404, self::call($nadia, 'run-show', parameters: ['run' => $run])->status);
	}

	public function testAMemberSaysYesToWhatSomebodyProposesAndIsAloneToSeeIt(): void {
		$nadia = Space::get()->person();
		$camille = Space::get()->person('admin');
		self::assertContains($nadia->id, array_column($this->people($camille, $nadia->id), 'id'));
		$run = $this->propose($camille, $nadia);

		foreach (['run-choose', 'run-folders', 'run-weigh', 'run-items', 'run-report', 'run-scan', 'run-start', 'run-retry', 'run-again', 'run-accept', 'run-decline', 'run-slice'] as $operation) {
			self::assertRefused(403, 'refused', self::call($camille, $operation, parameters: ['run' => $run]));
		}
		$this->refuses(409, $nadia, 'run-choose', $run, self::CHOICE);
		self::assertInvalid('archives', self::call($nadia, 'run-accept', ['archives' => []], ['run' => $run]));
		$archive = Space::get()->addFile($nadia, 'Cadeau.zip', $this->zip());
		['state' => $state, 'label' => $label] = $this->ask($nadia, 'run-accept', $run, ['archives' => [$archive]]);
		self::assertSame(['draft', 'Cadeau.zip'], [$state, $label]);
		['state' => $state, 'label' => $label] = $this->ask($camille, 'run-show', $run);
		self::assertSame(['draft', ''], [$state, $label]);
		$this->refuses(409, $nadia, 'run-accept', $run);
		$this->refuses(409, $nadia, 'run-decline', $run);

		$second = $this->propose($camille, $nadia);
		self::assertSame('cancelled', $this->ask($nadia, 'run-decline', $second)['state']);
		self::assertRefused(403, 'refused', self::call($nadia, 'run-create', ['source' => 'archive', 'target' => '', 'person' => $camille->id]));
	}

	public function testInAnotherStateTheRunIsToldAsItIs(): void {
		$nadia = Space::get()->person();
		$run = $this->draft($nadia);
		foreach (['run-start', 'run-pause', 'run-resume', 'run-retry', 'run-again', 'run-report', 'run-accept', 'run-decline'] as $operation) {
			$this->refuses(409, $nadia, $operation, $run);
		}
		$this->ask($nadia, 'run-scan', $run);
		foreach (['run-scan', 'run-choose', 'run-forget'] as $operation) {
			$this->refuses(409, $nadia, $operation, $run);
		}
		self::assertSame('paused', $this->ask($nadia, 'run-pause', $run)['state']);
		self::assertSame('active', $this->ask($nadia, 'run-resume', $run)['state']);
		$this->ask($nadia, 'run-cancel', $run);
		$this->drive($nadia, $run, 'cancelled');
		$this->refuses(409, $nadia, 'run-cancel', $run);
		self::assertSame('cancelled', $this->ask($nadia, 'run-report', $run)['run']['state']);
	}

	public function testAFolderIsWeighed(): void {
		$nadia = Space::get()->person();
		$run = $this->draft($nadia);
		$folder = $this->ask($nadia, 'run-folders', $run)['folders'][0];

		self::assertSame(['items' => $folder['items'], 'bytes' => $folder['size'], 'complete' => true], $this->ask($nadia, 'run-weigh', $run, ['folder' => $folder['id']]));
		self::assertRefused(404, 'not_found', self::call($nadia, 'run-weigh', ['folder' => 'Ailleurs'], ['run' => $run]));
		self::assertInvalid('folder', self::call($nadia, 'run-weigh', ['folder' => 3], ['run' => $run]));
	}

	/** @return iterable<string, array{string}> */
	public static function ofRuns(): iterable {
		foreach (self::operations() as $id => $operation) {
			if (preg_match('/^run-(?!create)/', $id) === 1) {
				yield $id => $operation;
			}
		}
	}

	#[DataProvider('ofRuns')]
	public function testSomebodyElseFindsNothing(string $operation): void {
		// Refusals leave it as it is, so one serves for all of them.
		$run = self::$ofNadia ??= $this->draft(Space::get()->person());

		self::assertRefused(404, 'not_found', self::call(self::shared('admin'), $operation, parameters: ['run' => $run]));
		self::assertRefused(404, 'not_found', self::call(self::shared('member'), $operation));
	}

	public function testWhatFailedIsTriedAgain(): void {
		$nadia = Space::get()->person();
		$run = $this->draft($nadia, $this->brokenZip());
		$this->ask($nadia, 'run-scan', $run);
		$this->drive($nadia, $run, 'ready');
		$this->ask($nadia, 'run-start', $run);
		$partial = $this->drive($nadia, $run, 'partial');

		self::assertSame([1, true], [$partial['counts']['failed']['items'], $partial['canRetry']]);
		self::assertSame('active', $this->ask($nadia, 'run-retry', $run)['state']);
		self::assertSame(1, $this->drive($nadia, $run, 'partial')['counts']['failed']['items']);
	}

	public function testWhatThereIsToChooseFrom(): void {
		$nadia = Space::get()->person();
		$camille = self::shared('admin');
		Space::get()->addFile($nadia, 'takeout-20261125T101112Z-002.zip', $this->zip());

		$overview = self::call($nadia, 'transfer-index')->data();
		self::assertSame([true, false, []], [$overview['may'], $overview['mayForOthers'], $overview['runs']]);
		self::assertTrue(self::call($camille, 'transfer-index')->data()['mayForOthers']);
		$archive = self::call($nadia, 'transfer-archives')->data()['archives'][0];
		self::assertSame(['takeout', [1]], [$archive['kind'], $archive['missingParts']]);
		self::assertTrue($this->get($nadia, 'transfer-places', '?path=')->data()['writable']);
		self::assertRefused(404, 'not_found', $this->get($nadia, 'transfer-places', '?path=Nulle%20part'));
		self::assertInvalid('path', $this->get($nadia, 'transfer-places', '?path=' . str_repeat('a', 2001)));
		self::assertRefused(403, 'refused', self::call($nadia, 'transfer-people'));
		self::assertInvalid('search', $this->get($camille, 'transfer-people', '?search=' . str_repeat('a', 101)));
	}

	public function testAnOldLinkLeadsToTheCopy(): void {
		$nadia = Space::get()->person();
		$file = Space::get()->addFile($nadia, 'plan.odt', 'x');
		Space::get()->addCopy($nadia, $file, '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456');
		$link = '?link=' . rawurlencode('https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456/view?usp=sharing');

		['id' => $id, 'path' => $path] = $this->get($nadia, 'transfer-find', $link)->data()['file'];
		self::assertSame([$file, 'plan.odt'], [$id, $path]);
		self::assertRefused(404, 'not_found', $this->get(self::shared('member'), 'transfer-find', $link));
		self::assertInvalid('link', $this->get($nadia, 'transfer-find', '?link=https://example.org/'));
		self::assertInvalid('link', self::call($nadia, 'transfer-find'));
	}

	public function testAccountsAreConnectedWhereTheSpaceIsRegistered(): void {
		$nadia = Space::get()->person();
		$admin = self::shared('admin');
		self::call($admin, 'transferadmin-client', ['id' => '', 'secret' => null]);
		self::assertRefused(403, 'refused', self::call($nadia, 'connection-begin'));
		self::assertInvalid('source', self::call($nadia, 'connection-begin', ['source' => 'archive']));
		$settings = self::call($admin, 'transferadmin-client', ['id' => 'our-id', 'secret' => 'very-secret']);
		self::assertStringNotContainsString('very-secret', $settings->body);
		try {
			$url = (string)self::call($nadia, 'connection-begin')->data()['url'];
			self::assertStringContainsString('client_id=our-id', $url);
			self::assertStringNotContainsString('very-secret', $url);
		} finally {
			self::call($admin, 'transferadmin-client', ['id' => '', 'secret' => null]);
		}

		$id = 'c' . bin2hex(random_bytes(8));
		Space::get()->addConnection($nadia, $id);
		self::assertRefused(404, 'not_found', self::call(self::shared('member'), 'connection-remove', parameters: ['connection' => $id]));
		self::assertSame(['revoked' => false], self::call($nadia, 'connection-remove', parameters: ['connection' => $id])->data());
	}

	public function testAFalseWayBackConnectsNothing(): void {
		$nadia = Space::get()->person();
		foreach (['?state=invented&code=x' => 'consent_unknown', '?state[]=a&error=access_denied' => 'consent_unknown'] as $query => $problem) {
			$answer = $nadia->browser->send('GET', "/index.php/apps/compagnon/transfer/callback$query");
			self::assertSame(303, $answer->status);
			self::assertStringEndsWith("transfer?problem=$problem", $answer->header('location'));
		}
		self::assertSame([], self::call($nadia, 'transfer-index')->data()['connections']);
		self::assertSame(200, $nadia->browser->send('GET', '/index.php/apps/compagnon/transfer')->status);
	}

	public function testTheSpaceDecidesWhoMay(): void {
		$admin = self::shared('admin');
		$delegate = self::shared('delegate');
		$settings = ['members' => false, 'bandwidth' => 1_000_000, 'fast' => false, 'staging' => ''];
		try {
			self::assertSame($settings, array_intersect_key(self::call($delegate, 'transferadmin-update', $settings)->data(), $settings));
			self::assertSame($settings, array_intersect_key(self::call($admin, 'transferadmin-show')->data(), $settings));
			self::assertRefused(403, 'refused', self::call(self::shared('member'), 'run-create', ['source' => 'archive', 'target' => '', 'archives' => [1]]));
			self::assertFalse(self::call(self::shared('member'), 'transfer-index')->data()['may']);
			self::assertInvalid('staging', self::call($admin, 'transferadmin-update', ['staging' => 'relative'] + $settings));
			self::assertInvalid('bandwidth', self::call($admin, 'transferadmin-update', ['bandwidth' => 0] + $settings));
		} finally {
			self::call($admin, 'transferadmin-update', ['members' => true, 'bandwidth' => null, 'fast' => true, 'staging' => '']);
		}
		self::assertRefused(404, 'not_found', self::call($admin, 'transferadmin-client', parameters: ['source' => 'nowhere']));
		self::assertSame(['google', 'dropbox'], array_column(self::call($admin, 'transferadmin-guides')->data()['guides'], 'source'));
		foreach (['transferadmin-show', 'transferadmin-update', 'transferadmin-client', 'transferadmin-guides'] as $operation) {
			self::assertSame(403, self::call(self::shared('member'), $operation)->status);
		}
	}

	private function checkTable(Person $nadia, string $run, string $address): void {
		$path = (string)preg_replace('#^https?://[^/]+#', '', $address);
		$csv = $nadia->browser->send('GET', $path);
		self::assertSame([200, 'text/csv; charset=utf-8'], [$csv->status, $csv->header('content-type')]);
		self::assertMatchesRegularExpression('/^attachment; filename="liste-du-demenagement-\d{4}-\d\d-\d\d\.csv"$/D', $csv->header('content-disposition'));
		self::assertStringStartsWith("\u{feff}", $csv->body);
		self::assertSame(6, substr_count($csv->body, "\r\n"));
		$stranger = self::shared('admin')->browser->send('GET', $path);
		self::assertSame(404, $stranger->status);
		self::assertStringNotContainsString('Vieux', $stranger->body);
	}

	private function draft(Person $person, ?string $zip = null): string {
		$archive = Space::get()->addFile($person, 'Vieux disque.zip', $zip ?? $this->zip());
		$run = self::call($person, 'run-create', ['source' => 'archive', 'target' => 'Arrivée', 'archives' => [$archive]])->data();
		self::assertSame(['draft', true, 'Vieux disque.zip'], [$run['state'], $run['mine'], $run['label']]);
		return (string)$run['id'];
	}

	private function propose(Person $admin, Person $member): string {
		$run = self::call($admin, 'run-create', ['source' => 'archive', 'target' => 'Arrivée', 'person' => $member->id])->data();
		self::assertSame(['asked', false], [$run['state'], $run['mine']]);
		return (string)$run['id'];
	}

	/** @return array<string, mixed> the run once it is in that state, driven by an open page until then */
	private function drive(Person $person, string $run, string $state): array {
		for ($slices = 0; $slices < 20; $slices++) {
			$now = $this->ask($person, 'run-slice', $run);
			if ($now['state'] === $state) {
				return $this->ask($person, 'run-show', $run);
			}
		}
		self::fail("the run is {$now['state']} ({$now['problem']}), not $state");
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return array<string, mixed>
	 */
	private function ask(Person $person, string $operation, string $run, ?array $body = null): array {
		$answer = self::call($person, $operation, $body, ['run' => $run]);
		self::assertSame(200, $answer->status, "$operation: $answer->body");
		return $answer->data();
	}

	/** @param array<string, mixed>|null $body */
	private function refuses(int $status, Person $person, string $operation, string $run, ?array $body = null): void {
		$answer = self::call($person, $operation, $body, ['run' => $run]);
		self::assertRefused($status, 'conflict', $answer);
		self::assertSame($run, $answer->data()['run']['id'] ?? null);
	}

	private function get(Person $person, string $operation, string $query): Answer {
		$answer = self::raw($person->browser, $operation, $this->headers($person), query: $query);
		\OCA\Compagnon\Tests\Http\Support\OpenApi::check($operation, $answer);
		return $answer;
	}

	/** @return list<array{id: string, name: string}> */
	private function people(Person $admin, string $search): array {
		return $this->get($admin, 'transfer-people', '?search=' . rawurlencode($search))->data()['people'];
	}

	/** @return array<string, string> */
	private function headers(Person $person): array {
		return ['requesttoken' => $person->browser->token, 'OCS-APIRequest' => 'true'];
	}

	private function zip(): string {
		return $this->packed(['Vieux disque/Comptes/2024.ods' => 'deux mille', 'Vieux disque/Quoi ? Où.txt' => 'quoi', 'Vieux disque/vide.txt' => '']);
	}

	/** One entry is not what its checksum says. */
	private function brokenZip(): string {
		return str_replace('deux mille', 'deux-mille', $this->zip());
	}

	/** @param array<string, string> $files */
	private function packed(array $files): string {
		$path = (string)tempnam(sys_get_temp_dir(), 'compagnon');
		$zip = new \ZipArchive();
		$zip->open($path, \ZipArchive::CREATE | \ZipArchive::OVERWRITE);
		foreach ($files as $name => $content) {
			$zip->addFromString($name, $content);
			$zip->setCompressionName($name, \ZipArchive::CM_STORE);
		}
		$zip->close();
		$bytes = (string)file_get_contents($path);
		unlink($path);
		return $bytes;
	}
}
