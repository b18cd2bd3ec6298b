<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

use OCA\Compagnon\Port\NameRules;

/** Makes one name into one that the space takes, whatever else is there. Done twice, it changes nothing more. */
final readonly class NameCleaner {
	/** What stands in for what cannot be. */
	private const SUBSTITUTE = '_';

	private const WINDOWS_CHARACTERS = '/[:?*"<>|]/';
	private const WINDOWS_NAMES = '/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=[\s\p{Z}]*(\.|$))/iu';
	private const UNDER_WAY = '/\.(part|filepart)$/iD';

	public function __construct(
		private NameRules $rules,
		private NameCutter $cutter,
	) {
	}

	/**
	 * @param int $characters that fit into the path
	 * @param bool $safeNames whether every computer has to be able to have it
	 */
	public function clean(string $name, bool $isFolder, int $characters, bool $safeNames): PlannedName {
		$valid = mb_scrub($name, 'UTF-8');
		$reasons = $valid === $name ? [] : [RenameReason::BrokenText];
		$now = Nfc::of($valid);
		foreach ($this->steps($isFolder, $characters, $safeNames) as [$reason, $step]) {
			$next = $step($now);
			if ($next !== $now) {
				$reasons[] = $reason;
				$now = $next;
			}
		}
		if (!$this->rules->allows($now)) {
			return new PlannedName(self::SUBSTITUTE, self::once([...$reasons, RenameReason::Forbidden]));
		}
		return new PlannedName($now, self::once($reasons));
	}

	/** @return list<array{RenameReason, \Closure(string): string}> */
	private function steps(bool $isFolder, int $characters, bool $safeNames): array {
		$unsafe = static fn (\Closure $step): array => $safeNames ? [[RenameReason::Unsafe, $step]] : [];
		return [
			[RenameReason::Character, self::separators(...)],
			...$unsafe(self::characters(...)),
			...$unsafe(self::edges(...)),
			[RenameReason::Blank, self::blank(...)],
			[RenameReason::Ending, self::ending(...)],
			[RenameReason::Forbidden, $this->allowed(...)],
			...$unsafe(self::edges(...)),
			...$unsafe(self::reserved(...)),
			[RenameReason::TooLong, fn (string $name): string => $this->cutter->fit($name, $isFolder, $characters)],
			// A cut can bring an end about that the whole name did not have; it left room for what these add.
			...$unsafe(self::edges(...)),
			[RenameReason::Blank, self::blank(...)],
			[RenameReason::Ending, self::ending(...)],
			...$unsafe(self::reserved(...)),
		];
	}

	private function allowed(string $name): string {
		return $this->rules->allows($name) ? $name : Nfc::of(mb_scrub($this->rules->clean($name), 'UTF-8'));
	}

	private static function ending(string $name): string {
		return (string)preg_replace(self::UNDER_WAY, '$0' . self::SUBSTITUTE, $name);
	}

	private static function separators(string $name): string {
		return (string)preg_replace(['~/~', '~[\\\\\p{Cc}]~u'], ['⁄', self::SUBSTITUTE], $name);
	}

	private static function characters(string $name): string {
		return (string)preg_replace(self::WINDOWS_CHARACTERS, self::SUBSTITUTE, $name);
	}

	private static function edges(string $name): string {
		return (string)preg_replace('/^[\s\p{Z}]+|[\s\p{Z}.]+$/u', '', $name);
	}

	private static function reserved(string $name): string {
		return (string)preg_replace(self::WINDOWS_NAMES, '$1' . self::SUBSTITUTE, $name);
	}

	private static function blank(string $name): string {
		return preg_match('/^[\s\p{Z}\p{Cf}]*\.{0,2}[\s\p{Z}\p{Cf}]*$/u', $name) === 1 ? self::SUBSTITUTE : $name;
	}

	/**
	 * @param list<RenameReason> $reasons
	 * @return list<RenameReason>
	 */
	private static function once(array $reasons): array {
		return array_values(array_filter($reasons, static fn (RenameReason $reason, int $at): bool => array_search($reason, $reasons, true) === $at, ARRAY_FILTER_USE_BOTH));
	}
}
