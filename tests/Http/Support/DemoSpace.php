<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use OCA\Compagnon\Demo\App\Kernel;
use OCA\Compagnon\Port\Database;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Target\Content;

/** The demo's server, whose data folder is COMPAGNON_DATA. */
final class DemoSpace extends Space {
	private const CONSOLE = __DIR__ . '/../../../demo/console';

	#[\Override]
	public function disable(Person $person): void {
		$this->change('UPDATE accounts SET disabled = 1 WHERE id = ?', $person);
	}

	#[\Override]
	public function withoutApp(Person $person, callable $do): void {
		$this->change('UPDATE accounts SET may_use_app = 0 WHERE id = ?', $person);
		try {
			$do();
		} finally {
			$this->change('UPDATE accounts SET may_use_app = 1 WHERE id = ?', $person);
		}
	}

	#[\Override]
	public function withoutDatabase(callable $do): void {
		$file = $this->folder() . '/fault.json';
		file_put_contents($file, '["database"]');
		try {
			$do();
		} finally {
			unlink($file);
		}
	}

	#[\Override]
	protected function resources(): string {
		return dirname(__DIR__, 3) . '/resources';
	}

	#[\Override]
	protected function foreignTours(): string {
		$folder = $this->folder() . '/tours';
		if (!is_dir($folder)) {
			mkdir($folder);
		}
		return $folder;
	}

	#[\Override]
	public function spoilRows(Person $person): void {
		$this->change("UPDATE cp_compagnon_tour_progress SET state = 'spoilt' WHERE user_id = ?", $person);
	}

	#[\Override]
	public function addFile(Person $person, string $name, string $content): int {
		return Kernel::container($this->folder())->get(Files::class)->create($person->id, '', $name, Content::ofBytes($content), null)->id;
	}

	#[\Override]
	public function addConnection(Person $person, string $id): void {
		$this->change("INSERT INTO cp_compagnon_transfer_account (id, user_id, source, state, label, sealed, revision, created_at, updated_at) VALUES ('$id', ?, 'google', 'lost', 'lou@example.org', '', 0, 1, 1)", $person);
	}

	#[\Override]
	public function addCopy(Person $person, int $fileId, string $sourceId): void {
		$this->change("INSERT INTO cp_compagnon_transfer_map (user_id, origin, item_key, file_id, etag, size, stored_at) VALUES (?, 'google:1', '" . Item::keyOf(ItemKind::File, $sourceId) . "', $fileId, '', 1, 1)", $person);
	}

	#[\Override]
	public function tryCommand(string $name, string ...$arguments): array {
		return self::tryTo([PHP_BINARY, self::CONSOLE, $name, ...array_values($arguments)], ['COMPAGNON_DATA' => $this->folder()]);
	}

	#[\Override]
	public function command(string $name, string ...$arguments): string {
		return self::run([PHP_BINARY, self::CONSOLE, $name, ...array_values($arguments)], ['COMPAGNON_DATA' => $this->folder()]);
	}

	#[\Override]
	public function sql(string $sql): array {
		$database = Kernel::container($this->folder())->get(Database::class);
		if (str_starts_with($sql, 'SELECT')) {
			return $database->query($sql);
		}
		$database->execute($sql);
		return [];
	}

	#[\Override]
	public function sendSurveys(): string {
		return self::run([PHP_BINARY, self::CONSOLE, 'survey:send', '--now'], ['COMPAGNON_DATA' => $this->folder()]);
	}

	#[\Override]
	protected function nameObservatory(?array $named, array $endpoints): void {
		foreach (['observatory' => $named ?? [], 'endpoints' => $endpoints] as $name => $written) {
			$file = $this->folder() . "/$name.json";
			if ($written === []) {
				is_file($file) && unlink($file);
			} else {
				file_put_contents($file, json_encode($written, JSON_THROW_ON_ERROR));
			}
		}
	}

	#[\Override]
	public function log(): string {
		$file = $this->folder() . '/demo.log';
		return is_file($file) ? (string)file_get_contents($file) : '';
	}

	#[\Override]
	protected function addAccount(string $id, string $password, string $role, string $language): void {
		self::run(
			[PHP_BINARY, self::CONSOLE, 'account:add', $id, '--name=Test', "--password=$password", "--role=$role", "--language=$language"],
			['COMPAGNON_DATA' => $this->folder()],
		);
	}

	private function folder(): string {
		return self::environment('COMPAGNON_DATA');
	}

	private function change(string $sql, Person $person): void {
		$pdo = new \PDO('sqlite:' . $this->folder() . '/demo.sqlite', options: [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION, \PDO::ATTR_TIMEOUT => 10]);
		$pdo->prepare($sql)->execute([$person->id]);
	}
}
