<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;

/** A scratch copy of a Nextcloud, whose root is COMPAGNON_NEXTCLOUD. */
final class NextcloudSpace extends Space {
	/** Group of those to whom the administration of the app is delegated. */
	private const DELEGATES = 'compagnon-delegates';

	private const BUNCH = 25;

	/** @var array<string, list<array{string, string}>> members whom no test has met, by language */
	private array $waiting = [];
	private bool $isDelegated = false;
	private bool $isFolderNamed = false;

	#[\Override]
	public function disable(Person $person): void {
		$this->occ('user:disable', $person->id);
	}

	#[\Override]
	public function withoutApp(Person $person, callable $do): void {
		$this->occ('app:enable', 'compagnon', '--groups', 'admin');
		try {
			$do();
		} finally {
			// Enabling for everybody again takes the limit away.
			$this->occ('app:enable', 'compagnon');
		}
	}

	#[\Override]
	public function withoutDatabase(callable $do): void {
		$this->fault('hide');
		try {
			$do();
		} finally {
			$this->fault('show');
		}
	}

	#[\Override]
	protected function resources(): string {
		return self::environment('COMPAGNON_NEXTCLOUD') . '/apps/compagnon/resources';
	}

	#[\Override]
	protected function foreignTours(): string {
		$folder = $this->root() . '/tours-of-tests';
		if (!$this->isFolderNamed) {
			is_dir($folder) || mkdir($folder);
			$this->occ('config:system:set', 'compagnon.tours', "--value=$folder");
			// The server looks at its config file every two seconds only.
			sleep(3);
			$this->isFolderNamed = true;
		}
		return $folder;
	}

	#[\Override]
	public function spoilRows(Person $person): void {
		$this->fault('spoil', $person->id);
	}

	#[\Override]
	public function addFile(Person $person, string $name, string $content): int {
		$answer = $person->browser->send('PUT', "/remote.php/dav/files/$person->id/" . rawurlencode($name), ['requesttoken' => $person->browser->token], $content);
		return preg_match('/^0*(\d+)/', $answer->header('oc-fileid'), $id) === 1 ? (int)$id[1] : throw new \UnexpectedValueException("$name could not be stored: $answer->status");
	}

	#[\Override]
	public function addConnection(Person $person, string $id): void {
		$this->fault('connection', $person->id, $id);
	}

	#[\Override]
	public function addCopy(Person $person, int $fileId, string $sourceId): void {
		$this->fault('copy', $person->id, (string)$fileId, Item::keyOf(ItemKind::File, $sourceId));
	}

	#[\Override]
	public function tryCommand(string $name, string ...$arguments): array {
		return self::tryTo([PHP_BINARY, $this->root() . '/occ', '--no-interaction', "compagnon:$name", ...array_values($arguments)]);
	}

	#[\Override]
	public function command(string $name, string ...$arguments): string {
		return $this->occ("compagnon:$name", ...array_values($arguments));
	}

	#[\Override]
	public function sql(string $sql): array {
		/** @var list<array<string, mixed>> */
		return json_decode($this->script('nextcloud-fault.php', 'sql', $sql), true, flags: JSON_THROW_ON_ERROR);
	}

	#[\Override]
	public function sendSurveys(): string {
		return $this->occ('compagnon:survey:send', '--now');
	}

	#[\Override]
	protected function nameObservatory(?array $named, array $endpoints): void {
		foreach (['compagnon.observatory' => $named ?? [], 'compagnon.endpoints' => $endpoints] as $name => $written) {
			if ($written === []) {
				$this->occ('config:system:delete', $name);
			} else {
				$this->occ('config:system:set', $name, '--type=json', '--value=' . json_encode($written, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES));
			}
		}
		// The server looks at its config file every two seconds only.
		sleep(3);
	}

	#[\Override]
	public function log(): string {
		return (string)file_get_contents(trim($this->occ('config:system:get', 'datadirectory')) . '/nextcloud.log');
	}

	/** Each start of the server's code costs a second, so members are made in bunches and wait for their test. */
	#[\Override]
	protected function newAccount(string $role, string $language): array {
		if ($role !== 'member') {
			return parent::newAccount($role, $language);
		}
		if (($this->waiting[$language] ?? []) === []) {
			for ($i = 0; $i < self::BUNCH; $i++) {
				$this->waiting[$language][] = ['http-member-' . bin2hex(random_bytes(5)), 'pass-' . bin2hex(random_bytes(8))];
			}
			$this->script('nextcloud-accounts.php', $language, json_encode($this->waiting[$language], JSON_THROW_ON_ERROR));
		}
		return array_pop($this->waiting[$language]) ?? throw new \LogicException('a bunch is never empty');
	}

	#[\Override]
	protected function addAccount(string $id, string $password, string $role, string $language): void {
		$this->script('nextcloud-accounts.php', $language, json_encode([[$id, $password]], JSON_THROW_ON_ERROR));
		if ($role === 'admin') {
			$this->occ('group:adduser', 'admin', $id);
		}
		if ($role === 'delegate') {
			$this->delegate();
			$this->occ('group:adduser', self::DELEGATES, $id);
		}
	}

	private function delegate(): void {
		if (!$this->isDelegated) {
			if (!str_contains($this->occ('group:list'), self::DELEGATES)) {
				$this->occ('group:add', self::DELEGATES);
			}
			$this->occ('admin-delegation:add', 'OCA\\Compagnon\\Settings\\AdminSettings', self::DELEGATES);
			$this->isDelegated = true;
		}
	}

	private function fault(string ...$arguments): void {
		$this->script('nextcloud-fault.php', ...$arguments);
	}

	private function script(string $name, string ...$arguments): string {
		return self::run([PHP_BINARY, __DIR__ . '/' . $name, $this->root(), ...array_values($arguments)]);
	}

	private function occ(string ...$arguments): string {
		return self::run([PHP_BINARY, $this->root() . '/occ', '--no-interaction', ...array_values($arguments)]);
	}

	private function root(): string {
		return self::environment('COMPAGNON_NEXTCLOUD');
	}
}
