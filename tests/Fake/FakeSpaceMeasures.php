<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Error\Unavailable;
use OCA\Compagnon\Port\SpaceMeasures;

/** A space that is a list of what people made: a row is what it is, whose, and how much or when. */
final class FakeSpaceMeasures implements SpaceMeasures {
	/** @var list<array{string, string, int}> */
	public array $rows = [];
	/** @var list<string> */
	public array $apps = [];
	public ?int $begun = null;
	/** @var array<string, \Closure(): void> what happens first, by method */
	public array $before = [];
	/** @var list<string> methods that were asked */
	public array $asked = [];

	public function add(string $what, string $person, int $number = 1): self {
		$this->rows[] = [$what, $person, $number];
		return $this;
	}

	public function fail(string $method): self {
		$this->before[$method] = static fn () => throw Unavailable::database(new \RuntimeException('no such table'));
		return $this;
	}

	#[\Override]
	public function accounts(array $without): int {
		return $this->count(__FUNCTION__, 'account', $without);
	}

	#[\Override]
	public function active(int $since, array $without): int {
		return $this->people(__FUNCTION__, 'login', $since, $without);
	}

	#[\Override]
	public function begun(): ?int {
		$this->ask(__FUNCTION__);
		return $this->begun;
	}

	#[\Override]
	public function bytes(array $without): int {
		$this->ask(__FUNCTION__);
		return array_sum(array_column($this->of('file', $without), 2));
	}

	#[\Override]
	public function files(array $without, int $most): int {
		return min($most, $this->count(__FUNCTION__, 'file', $without));
	}

	#[\Override]
	public function apps(array $asked): array {
		$this->ask(__FUNCTION__);
		return array_values(array_intersect($asked, $this->apps));
	}

	#[\Override]
	public function groups(array $without): int {
		return $this->count(__FUNCTION__, 'group', $without);
	}

	#[\Override]
	public function shares(array $without): int {
		return $this->count(__FUNCTION__, 'share', $without);
	}

	#[\Override]
	public function links(array $without): int {
		return $this->count(__FUNCTION__, 'link', $without);
	}

	#[\Override]
	public function guests(array $without): int {
		return $this->count(__FUNCTION__, 'guest', $without);
	}

	#[\Override]
	public function withClient(int $since, array $without): int {
		return $this->people(__FUNCTION__, 'client', $since, $without);
	}

	/** @param list<string> $without */
	private function people(string $method, string $what, int $since, array $without): int {
		$this->ask($method);
		return count(array_filter($this->of($what, $without), static fn (array $row): bool => $row[2] >= $since));
	}

	/** @param list<string> $without */
	private function count(string $method, string $what, array $without): int {
		$this->ask($method);
		return count($this->of($what, $without));
	}

	private function ask(string $method): void {
		$this->asked[] = $method;
		($this->before[$method] ?? static fn () => null)();
	}

	/**
	 * @param list<string> $without
	 * @return list<array{string, string, int}>
	 */
	private function of(string $what, array $without): array {
		return array_values(array_filter($this->rows, static fn (array $row): bool => $row[0] === $what && !in_array($row[1], $without, true)));
	}
}
