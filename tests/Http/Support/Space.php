<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Http\Support;

use OCA\Compagnon\Tests\Fake\StoryFixture;

/** The space that the suite talks to. Makes accounts of its own and does what a test cannot do over HTTP. */
abstract class Space {
	private static ?self $space = null;

	final protected function __construct(
		public readonly string $url,
	) {
	}

	/** The space that the environment names. */
	public static function get(): self {
		if (self::$space === null) {
			$url = self::environment('COMPAGNON_URL');
			self::$space = match (self::environment('COMPAGNON_HOST')) {
				'demo' => new DemoSpace($url),
				'nextcloud' => new NextcloudSpace($url),
				default => throw new \RuntimeException('COMPAGNON_HOST is neither "demo" nor "nextcloud".'),
			};
		}
		return self::$space;
	}

	/** @param 'member'|'delegate'|'admin' $role */
	public function person(string $role = 'member', string $language = 'fr'): Person {
		[$id, $password] = $this->newAccount($role, $language);
		$browser = new Browser($this->url);
		$browser->logIn($id, $password);
		return new Person($id, $password, $browser);
	}

	/** Another browser of the same person. */
	public function anotherBrowser(Person $person): Person {
		$browser = new Browser($this->url);
		$browser->logIn($person->id, $person->password);
		return new Person($person->id, $person->password, $browser);
	}

	abstract public function disable(Person $person): void;

	/**
	 * Keeps the app from a person while the callable runs.
	 *
	 * @param callable(): void $do
	 */
	abstract public function withoutApp(Person $person, callable $do): void;

	/**
	 * Takes the tables of the app away while the callable runs.
	 *
	 * @param callable(): void $do
	 */
	abstract public function withoutDatabase(callable $do): void;

	/** Writes a state that no release ever had into the rows of a person: a fault of ours. */
	abstract public function spoilRows(Person $person): void;

	/**
	 * Lays a file among the tours of the served app while `$do` runs.
	 *
	 * @param string $name without extension
	 * @param callable(): void $do
	 */
	public function withTourFile(string $name, string $content, callable $do): void {
		$file = $this->resources() . "/tours/$name.json";
		file_put_contents($file, $content);
		try {
			$do();
		} finally {
			unlink($file);
		}
	}

	/**
	 * Lays a story among those of the served app while `$do` runs.
	 *
	 * @param array<string, mixed> $story with the words of the fixture
	 * @param callable(): void $do
	 */
	public function withStory(string $id, array $story, callable $do): void {
		$folder = $this->resources() . "/stories/$id";
		mkdir($folder, recursive: true);
		foreach (['story' => $story, 'fr' => StoryFixture::FRENCH, 'en' => StoryFixture::ENGLISH] as $name => $content) {
			file_put_contents("$folder/$name.json", json_encode($content, JSON_THROW_ON_ERROR));
		}
		try {
			$do();
		} finally {
			array_map(unlink(...), array_filter((array)glob("$folder/*.json"), 'is_string'));
			rmdir($folder);
		}
	}

	/**
	 * Lays files into the folder from which the host takes tours of its own while `$do` runs.
	 *
	 * @param array<string, string> $files name with extension to content
	 * @param callable(string): void $do is given the path of the folder
	 */
	public function withForeignTours(array $files, callable $do): void {
		$folder = $this->foreignTours();
		foreach ($files as $name => $content) {
			file_put_contents("$folder/$name", $content);
		}
		try {
			$do($folder);
		} finally {
			array_map(unlink(...), array_map(static fn (string $name): string => "$folder/$name", array_keys($files)));
		}
	}

	/**
	 * Names an observatory that runs beside while `$do` does, as whoever runs the server would.
	 *
	 * @param callable(): void $do
	 */
	public function withObservatory(callable $do): void {
		$observatory = RunningObservatory::start($this->url);
		try {
			$this->nameObservatory($observatory->named, $observatory->endpoints);
			$do();
		} finally {
			$this->nameObservatory(null, []);
			$observatory->stop();
		}
	}

	/** @return string what the command said that sends whatever waits */
	abstract public function sendSurveys(): string;

	/** @return int id of a new file at the top of the person's files */
	abstract public function addFile(Person $person, string $name, string $content): int;

	/** As if a connection had been made, which works no more. */
	abstract public function addConnection(Person $person, string $id): void;

	/** As if the file were the copy of what has this id at a source. */
	abstract public function addCopy(Person $person, int $fileId, string $sourceId): void;

	/**
	 * A command of the app that may fail.
	 *
	 * @param string $name as on the demo's console: "transfer:list"
	 * @return array{int, string} exit code and what it says
	 */
	abstract public function tryCommand(string $name, string ...$arguments): array;

	/**
	 * Runs a command of the app.
	 *
	 * @param string $name as on the demo's console: "observatory:enable"
	 * @return string what it printed
	 */
	abstract public function command(string $name, string ...$arguments): string;

	/**
	 * What a test cannot wait for, or should not see.
	 *
	 * @param string $sql with *PREFIX*
	 * @return list<array<string, mixed>> rows
	 */
	abstract public function sql(string $sql): array;

	/**
	 * @param array{address: string, key: string}|null $named null for none
	 * @param array<string, string> $endpoints where hosts are really asked
	 */
	abstract protected function nameObservatory(?array $named, array $endpoints): void;

	/** @return string everything that was logged about the app so far */
	abstract public function log(): string;

	/** @return string folder with the content of the served app */
	abstract protected function resources(): string;

	/** @return string folder from which the host takes tours of its own */
	abstract protected function foreignTours(): string;

	/** @param 'member'|'delegate'|'admin' $role */
	/**
	 * @param 'member'|'delegate'|'admin' $role
	 * @return array{string, string} id and password of somebody whom no test has met
	 */
	protected function newAccount(string $role, string $language): array {
		$id = 'http-' . $role . '-' . bin2hex(random_bytes(5));
		$password = 'pass-' . bin2hex(random_bytes(8));
		$this->addAccount($id, $password, $role, $language);
		return [$id, $password];
	}

	abstract protected function addAccount(string $id, string $password, string $role, string $language): void;

	protected static function environment(string $name): string {
		$value = getenv($name);
		return is_string($value) && $value !== '' ? rtrim($value, '/') : throw new \RuntimeException("$name is not set.");
	}

	/**
	 * @param list<string> $command
	 * @param array<string, string> $environment
	 */
	protected static function run(array $command, array $environment = []): string {
		[$status, $output] = self::tryTo($command, $environment);
		return $status === 0 ? $output : throw new \RuntimeException(implode(' ', $command) . " failed ($status): $output");
	}

	/**
	 * @param list<string> $command
	 * @param array<string, string> $environment
	 * @return array{int, string} exit code and what it says
	 */
	protected static function tryTo(array $command, array $environment = []): array {
		$process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes, null, $environment + getenv());
		if ($process === false) {
			throw new \RuntimeException('cannot run ' . implode(' ', $command));
		}
		$output = stream_get_contents($pipes[1]) . stream_get_contents($pipes[2]);
		return [proc_close($process), $output];
	}
}
