<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Target\StoredFile;

/** Puts together what belongs together, by names. */
final readonly class ArchiveSets {
	/**
	 * @param list<StoredFile> $files
	 * @return list<ArchiveSet> exports first, the newest of them first
	 */
	public static function of(array $files): array {
		usort($files, static fn (StoredFile $a, StoredFile $b): int => [strnatcmp($a->path, $b->path), $a->id] <=> [0, $b->id]);
		$sets = $single = [];
		foreach ($files as $file) {
			$name = ArchiveName::of($file->name()) ?? ArchiveName::of($file->name() . '.zip');
			if ($name?->set !== null) {
				$sets[$name->set][] = [$name, $file];
			} elseif ($name !== null) {
				$single[] = new ArchiveSet($name->kind, null, (string)preg_replace('/\.(?:zip|tar|tgz|tar\.gz)$/i', '', $file->name()), [$file], []);
			}
		}
		krsort($sets);
		$found = [];
		foreach ($sets as $set => $parts) {
			$found[] = self::export($set, $parts);
		}
		return [...$found, ...$single];
	}

	/** @param non-empty-list<array{ArchiveName, StoredFile}> $parts */
	private static function export(string $set, array $parts): ArchiveSet {
		$byNumber = $numbers = [];
		foreach ($parts as [$name, $file]) {
			// The same part downloaded twice is one; with another size it is another, whatever its name says.
			$byNumber[sprintf('%05d-%05d-%020d', $name->group, $name->part, $file->size)] ??= $file;
			$numbers[$name->group][] = $name->part;
		}
		ksort($byNumber);
		$missing = [];
		foreach ($numbers as $present) {
			$missing = [...$missing, ...array_diff(range(1, max($present)), $present)];
		}
		sort($missing);
		return new ArchiveSet(ArchiveKind::Takeout, $set, $set, array_values($byNumber), array_values(array_unique($missing)));
	}
}
