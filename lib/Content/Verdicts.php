<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\Host;
use OCA\Compagnon\Port\Settings;

/**
 * Remembers what the check of each content file said, since checking all of them costs a second and reading them a
 * fraction of that. A verdict holds as long as the file, the schemas, the shipped anchors, the code that checks and the
 * host stay the same.
 *
 * @phpstan-type Verdict array{hash: string, fault: array{sentence: string, values: array<string, string>, detail: string}|null}
 */
final class Verdicts {
	private const KEY = 'content_verdicts';

	/** @var array<string, Verdict>|null by path */
	private ?array $files = null;
	private ?string $rules = null;
	private bool $isChanged = false;

	public function __construct(
		private readonly Settings $settings,
		private readonly Host $host,
		private readonly string $resources = __DIR__ . '/../../resources',
	) {
	}

	/**
	 * @param string $path absolute
	 * @param string $name path as a fault gives it
	 * @param callable(): void $check called only when there is no verdict on this content yet; throws ContentFault
	 * @throws ContentFault
	 */
	public function once(string $path, string $name, string $content, callable $check): void {
		// Told apart from other contents of the same file only, so no cryptography is needed.
		$hash = hash('xxh128', $content);
		$this->files ??= $this->stored();
		$verdict = $this->files[$path] ?? null;
		if ($verdict === null || $verdict['hash'] !== $hash) {
			$verdict = ['hash' => $hash, 'fault' => $this->judge($check)];
			$this->files[$path] = $verdict;
			$this->isChanged = true;
		}
		if ($verdict['fault'] !== null) {
			throw new ContentFault($name, $verdict['fault']['sentence'], $verdict['fault']['values'], $verdict['fault']['detail']);
		}
	}

	/** Keeps new verdicts for the requests to come. */
	public function save(): void {
		if ($this->isChanged) {
			$files = array_filter($this->files ?? [], is_file(...), ARRAY_FILTER_USE_KEY);
			$this->settings->setLongText(self::KEY, json_encode(['rules' => $this->rules(), 'files' => $files], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
			$this->isChanged = false;
		}
	}

	/**
	 * @param callable(): void $check
	 * @return array{sentence: string, values: array<string, string>, detail: string}|null
	 */
	private function judge(callable $check): ?array {
		try {
			$check();
			return null;
		} catch (ContentFault $fault) {
			return ['sentence' => $fault->sentence, 'values' => $fault->values, 'detail' => $fault->detail];
		}
	}

	/** @return array<string, Verdict> none when the rules have changed since */
	private function stored(): array {
		$stored = json_decode($this->settings->longText(self::KEY, ''), true);
		if (!is_array($stored) || ($stored['rules'] ?? null) !== $this->rules() || !is_array($stored['files'] ?? null)) {
			return [];
		}
		/** @var array<string, Verdict> $files written by save() under these very rules */
		$files = $stored['files'];
		return $files;
	}

	/** @return string changes with everything but the file that a verdict depends on */
	private function rules(): string {
		if ($this->rules === null) {
			$parts = [$this->host->name(), (string)$this->host->version()];
			foreach ([...$this->found($this->resources . '/schema/*.json'), ...$this->found($this->resources . '/anchors.json')] as $file) {
				$parts[] = (string)file_get_contents($file);
			}
			foreach ([...$this->found(__DIR__ . '/*.php'), ...$this->found(__DIR__ . '/../Tour/*.php'), ...$this->found(__DIR__ . '/../Adventure/*.php')] as $file) {
				$parts[] = basename($file) . filesize($file) . '@' . filemtime($file);
			}
			$this->rules = hash('xxh128', implode("\n", $parts));
		}
		return $this->rules;
	}

	/** @return list<string> */
	private function found(string $pattern): array {
		$files = glob($pattern);
		return $files === false ? [] : $files;
	}
}
