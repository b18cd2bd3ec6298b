<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tour\Check;

/** The last tour check that was made in a browser. Says nothing of who made it. */
final readonly class LastCheck {
	/**
	 * @param int $at UTC seconds
	 * @param string $release full version of the host at that time
	 * @param array<string, string> $apps versions of Compagnon and of the apps of the tours at that time
	 * @param int $found targets that were found
	 * @param list<StepResult> $results all others
	 */
	public function __construct(
		public int $at,
		public string $release,
		public array $apps,
		public int $found,
		public array $results,
	) {
	}

	/** @return list<StepResult> that are wrong: targets that are missing and pages that did not open */
	public function wrong(): array {
		return array_values(array_filter(
			$this->results,
			static fn (StepResult $result): bool => $result->seen->isWrong(),
		));
	}

	/** Whether something was found, and nothing is wrong. */
	public function isClean(): bool {
		return $this->found > 0 && $this->wrong() === [];
	}

	public function toJson(): string {
		return json_encode([
			'at' => $this->at,
			'release' => $this->release,
			'apps' => (object)$this->apps,
			'found' => $this->found,
			'results' => array_map(static fn (StepResult $result): array => $result->toList(), $this->results),
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
	}

	/** @return ?self null when this is not what an app of this version has stored */
	public static function fromJson(string $json): ?self {
		$data = json_decode($json, true);
		if (!is_array($data) || !is_int($data['at'] ?? null) || !is_int($data['found'] ?? null) || !is_string($data['release'] ?? null)) {
			return null;
		}
		$apps = is_array($data['apps'] ?? null) ? $data['apps'] : [];
		$results = is_array($data['results'] ?? null) ? $data['results'] : [];
		return new self(
			$data['at'],
			$data['release'],
			array_filter($apps, static fn (mixed $version, int|string $app): bool => is_string($version) && is_string($app), ARRAY_FILTER_USE_BOTH),
			$data['found'],
			array_values(array_filter(array_map(StepResult::fromList(...), $results))),
		);
	}
}
