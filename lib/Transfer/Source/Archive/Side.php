<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Archive;

/** What a side file of a Takeout says about a photo or a document. */
final readonly class Side {
	/**
	 * @param ?int $modifiedAt UTC seconds: when the photo was taken, the document changed
	 * @param ?string $title its name in the account; null when the side file is about another version of it
	 * @param list<string> $people
	 */
	public function __construct(
		public ?int $modifiedAt,
		public ?string $title,
		public array $people,
	) {
	}

	/** @return ?self null when these bytes are no side file */
	public static function of(string $json, bool $isItsOwn): ?self {
		$data = json_decode($json, true, 64);
		if (!is_array($data)) {
			return null;
		}
		$taken = $data['photoTakenTime'] ?? null;
		$stamp = is_array($taken) ? ($taken['timestamp'] ?? null) : null;
		$changed = $data['content_last_modified'] ?? $data['last_modified_by_any_user'] ?? null;
		$time = is_numeric($stamp) ? (int)$stamp : (is_string($changed) ? strtotime($changed) : false);
		$title = $data['title'] ?? null;
		return $time === false ? null : new self($time, $isItsOwn && is_string($title) ? $title : null, self::people($data['permissions'] ?? null));
	}

	/** @return string the name in the account, where Takeout cut it or replaced characters in it; else the name itself */
	public function nameOf(string $name): string {
		foreach ($this->title === null ? [] : [$this->title, html_entity_decode($this->title, ENT_QUOTES | ENT_HTML5)] as $title) {
			$restored = TakeoutNames::restored($name, $title);
			if ($restored !== $name) {
				return $restored;
			}
		}
		return $name;
	}

	/** @return list<string> */
	private static function people(mixed $permissions): array {
		$people = [];
		foreach (is_array($permissions) ? $permissions : [] as $permission) {
			if (is_array($permission) && ($permission['role'] ?? null) !== 'owner') {
				$type = $permission['type'] ?? null;
				$person = $type === 'anyone' ? 'anyone' : ($permission['emailAddress'] ?? $permission['email_address'] ?? $permission['domain'] ?? null);
				$people[] = is_string($person) ? $person : '';
			}
		}
		return array_values(array_unique(array_filter($people, static fn (string $person): bool => $person !== '')));
	}
}
