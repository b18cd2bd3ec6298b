<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Openl;

/**
 * Takes a JSON object from outside apart. Each field is taken once, by name and kind; what nobody took is unknown and
 * refused.
 */
final class Fields {
	/** What is plain text: no control characters but line breaks, nothing that turns the direction of what follows. */
	private const PLAIN = '/^[^\x00-\x09\x0b-\x1f\x7f-\x9f\x{2028}\x{2029}\x{202a}-\x{202e}\x{2066}-\x{2069}\x{feff}]*$/Du';
	private const DEPTH = 16;

	/** @var array<array-key, mixed> */
	private array $left;

	private function __construct(
		\stdClass $object,
		private readonly string $place,
	) {
		$this->left = get_object_vars($object);
	}

	/**
	 * @param int $bytes how long it may be
	 * @throws Malformed
	 */
	public static function ofJson(string $json, int $bytes, string $place = ''): self {
		if (strlen($json) > $bytes) {
			throw new Malformed($place === '' ? 'body' : $place, Flaw::Size);
		}
		try {
			$value = json_decode($json, depth: self::DEPTH, flags: JSON_THROW_ON_ERROR);
		} catch (\JsonException) {
			throw new Malformed($place === '' ? 'body' : $place);
		}
		return self::of($value, $place);
	}

	/** @throws Malformed */
	public static function of(mixed $value, string $place): self {
		return $value instanceof \stdClass ? new self($value, $place) : throw new Malformed($place === '' ? 'body' : $place);
	}

	public static function isPlain(string $text): bool {
		return preg_match(self::PLAIN, $text) === 1;
	}

	public function has(string $name): bool {
		return array_key_exists($name, $this->left);
	}

	/**
	 * @param string $pattern of PCRE
	 * @throws Malformed
	 */
	public function text(string $name, string $pattern): string {
		$value = $this->take($name);
		return is_string($value) && preg_match($pattern, $value) === 1 ? $value : throw new Malformed($this->at($name));
	}

	/**
	 * @param int $longest in characters
	 * @throws Malformed
	 */
	public function plain(string $name, int $longest, int $least = 1): string {
		$value = $this->take($name);
		if (!is_string($value) || mb_strlen($value) < $least || !self::isPlain($value)) {
			throw new Malformed($this->at($name));
		}
		return mb_strlen($value) <= $longest ? $value : throw new Malformed($this->at($name), Flaw::Size);
	}

	/**
	 * @param int $longest in characters, in each language
	 * @throws Malformed
	 */
	public function words(string $name, int $longest): Words {
		$languages = $this->object($name);
		$words = new Words($languages->plain('fr', $longest), $languages->plain('en', $longest));
		$languages->end();
		return $words;
	}

	/**
	 * @return string a day that there is, as `2026-11-28`
	 * @throws Malformed
	 */
	public function day(string $name): string {
		$day = $this->text($name, Names::DAY);
		[$year, $month, $date] = array_map(intval(...), explode('-', $day) + [0, 0, 0]);
		return checkdate($month, $date, $year) ? $day : throw new Malformed($this->at($name));
	}

	/** @throws Malformed */
	public function number(string $name, int $least, int $most): int {
		$value = $this->take($name);
		return is_int($value) && $value >= $least && $value <= $most ? $value : throw new Malformed($this->at($name));
	}

	/** @throws Malformed */
	public function flag(string $name): bool {
		$value = $this->take($name);
		return is_bool($value) ? $value : throw new Malformed($this->at($name));
	}

	/**
	 * @return list<mixed>
	 * @throws Malformed
	 */
	public function list(string $name, int $least, int $most): array {
		$value = $this->take($name);
		return is_array($value) && array_is_list($value) && count($value) >= $least && count($value) <= $most ? $value : throw new Malformed($this->at($name));
	}

	/** @throws Malformed */
	public function object(string $name): self {
		return self::of($this->take($name), $this->at($name));
	}

	/**
	 * @return list<self>
	 * @throws Malformed
	 */
	public function objects(string $name, int $least, int $most): array {
		$objects = [];
		foreach ($this->list($name, $least, $most) as $at => $value) {
			$objects[] = self::of($value, $this->at("$name.$at"));
		}
		return $objects;
	}

	/**
	 * @param int $length in bytes
	 * @throws Malformed
	 */
	public function bytes(string $name, int $length): string {
		return Base64::read($this->take($name), $length, $this->at($name));
	}

	/**
	 * @return mixed whatever it is; null when it says so
	 * @throws Malformed when it is missing
	 */
	public function take(string $name): mixed {
		if (!$this->has($name)) {
			throw new Malformed($this->at($name), Flaw::Missing);
		}
		$value = $this->left[$name];
		unset($this->left[$name]);
		return $value;
	}

	/** Path of a field. */
	public function at(string $name): string {
		return $this->place === '' ? $name : "$this->place.$name";
	}

	/** @throws Malformed when there is more */
	public function end(): void {
		foreach ($this->left as $name => $value) {
			throw new Malformed($this->at(self::name($name)), Flaw::Unknown);
		}
	}

	/** A name that nobody knows, to be told; `?` when it is no name: then it is somebody's text. */
	public static function name(int|string $name): string {
		return preg_match('/^[\w-]{1,40}$/D', (string)$name) === 1 ? (string)$name : '?';
	}
}
