<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Run;

use OCA\Compagnon\Transfer\Source\Choice;

/** Where a run goes, what it takes, and what it does when something is there already. */
final readonly class RunOptions {
	/**
	 * @param string $target path of the folder to fill, from the person's home; '' is the home
	 * @param 'both'|'version' $conflicts whether a file that differs from one there is put beside it or becomes its new version
	 * @param bool $safeNames names that every computer can have
	 * @param bool $startAfterScan moves as soon as the scan is over and says that there is room
	 * @param list<int> $archives ids of the archives to unpack
	 * @param ?string $accountLabel what the account at the provider is called
	 * @param ?string $origin what the copies are remembered by in later runs; of source and account when there is none
	 */
	public function __construct(
		public string $target = '',
		public Choice $choice = new Choice(),
		public string $conflicts = 'both',
		public bool $safeNames = false,
		public bool $startAfterScan = false,
		public array $archives = [],
		public ?string $accountLabel = null,
		public ?string $origin = null,
	) {
	}

	/**
	 * @param list<int> $archives
	 * @return self the same, read from there
	 */
	public function reading(array $archives, string $accountLabel, string $origin): self {
		return new self($this->target, $this->choice, $this->conflicts, $this->safeNames, $this->startAfterScan, $archives, $accountLabel, $origin);
	}

	/**
	 * @param 'both'|'version' $conflicts
	 * @return self the same source, chosen anew
	 */
	public function choosing(string $target, Choice $choice, string $conflicts, bool $safeNames): self {
		return new self($target, $choice, $conflicts, $safeNames, $this->startAfterScan, $this->archives, $this->accountLabel, $this->origin);
	}

	public function toJson(): string {
		return json_encode([
			'target' => $this->target,
			'folders' => $this->choice->folders,
			'without' => $this->choice->without,
			'documents' => $this->choice->documents,
			'sharedWithMe' => $this->choice->sharedWithMe,
			'photos' => $this->choice->photos,
			'conflicts' => $this->conflicts,
			'safeNames' => $this->safeNames,
			'startAfterScan' => $this->startAfterScan,
			'archives' => $this->archives,
			'accountLabel' => $this->accountLabel,
			'origin' => $this->origin,
		], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}

	/** What is missing or of another kind is as by default. */
	public static function fromJson(string $json): self {
		$data = json_decode($json, true);
		$data = is_array($data) ? $data : [];
		$documents = $data['documents'] ?? null;
		return new self(
			self::text($data['target'] ?? null) ?? '',
			new Choice(
				self::texts($data['folders'] ?? []),
				self::texts($data['without'] ?? []),
				in_array($documents, ['opendocument', 'pdf'], true) ? $documents : 'office',
				($data['sharedWithMe'] ?? true) !== false,
				($data['photos'] ?? true) !== false,
			),
			($data['conflicts'] ?? null) === 'version' ? 'version' : 'both',
			($data['safeNames'] ?? false) === true,
			($data['startAfterScan'] ?? false) === true,
			array_values(array_filter((array)($data['archives'] ?? []), is_int(...))),
			self::text($data['accountLabel'] ?? null),
			self::text($data['origin'] ?? null),
		);
	}

	private static function text(mixed $value): ?string {
		return is_string($value) ? $value : null;
	}

	/** @return list<string> */
	private static function texts(mixed $value): array {
		return array_values(array_filter(is_array($value) ? $value : [], is_string(...)));
	}
}
