<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

use OCA\Compagnon\Port\SchemaValidator;

/** Reads one content file, wherever it is. Nothing of a file is used before it was checked; the check is made once. */
final readonly class ContentReader {
	/** Far above any tour or story; a larger file is a mistake and would cost every request that reads it. */
	private const MAX_BYTES = 262_144;

	/** The version of the formats that this release reads. */
	private const SCHEMA = 1;

	/** Schemas of files that are nothing but words. */
	private const WORDS = ['texts', 'story-texts'];

	public function __construct(
		private SchemaValidator $validator,
		private Verdicts $verdicts,
		private string $schemas = __DIR__ . '/../../resources/schema',
	) {
	}

	/**
	 * @param string $path absolute
	 * @param string $name path as a fault gives it
	 * @param ?string $schema name of a schema; null when the file has none
	 * @param ?\Closure(\stdClass): void $rules what a schema cannot say; throws ContentFault
	 * @throws ContentFault when the file cannot be read, is too large, not JSON, or not as schema and rules say
	 */
	public function read(string $path, string $name, ?string $schema, ?\Closure $rules = null): \stdClass {
		$json = $this->content($path, $name);
		$data = $this->decode($name, $json);
		if ($schema !== null) {
			$this->verdicts->once($path, $name, $json, function () use ($name, $data, $schema, $rules): void {
				$this->check($name, $data, $schema);
				$rules?->__invoke($data);
			});
		}
		return $data;
	}

	/** To be called after one read, or several: what was found out about them need not be found out again. */
	public function keepVerdicts(): void {
		$this->verdicts->save();
	}

	private function content(string $path, string $name): string {
		$json = is_file($path) && is_readable($path) ? file_get_contents($path, length: self::MAX_BYTES + 1) : false;
		return match (true) {
			$json === false => throw ContentFault::unreadable($name),
			strlen($json) > self::MAX_BYTES => throw ContentFault::tooLarge($name, self::MAX_BYTES),
			default => $json,
		};
	}

	private function decode(string $name, string $json): \stdClass {
		try {
			$data = json_decode($json, flags: JSON_THROW_ON_ERROR);
		} catch (\JsonException $e) {
			throw $e->getCode() === JSON_ERROR_UTF8 ? ContentFault::notUtf8($name, $e) : ContentFault::notJson($name, $e);
		}
		return $data instanceof \stdClass ? $data : throw ContentFault::notAnObject($name);
	}

	private function check(string $name, \stdClass $data, string $schema): void {
		$version = $data->schema ?? null;
		if (is_int($version) && $version > self::SCHEMA) {
			throw ContentFault::newer($name, $version);
		}
		foreach (in_array($schema, self::WORDS, true) ? [$data] : (array)($data->texts ?? []) as $words) {
			$this->checkWords($name, (array)$words);
		}
		$fault = $this->validator->faults($data, "$this->schemas/$schema.json")[0] ?? null;
		if ($fault !== null) {
			throw match ($fault['keyword']) {
				'required', 'dependentRequired' => ContentFault::lacks($name, $fault['field']),
				'additionalProperties' => ContentFault::unknownField($name, $fault['field']),
				default => ContentFault::misfit($name, $fault['field'], $fault['reason']),
			};
		}
	}

	/** @param array<array-key, mixed> $words */
	private function checkWords(string $name, array $words): void {
		foreach ($words as $key => $text) {
			if (is_string($text) && strpbrk($text, '<>') !== false) {
				throw ContentFault::html($name, (string)$key);
			}
		}
	}
}
