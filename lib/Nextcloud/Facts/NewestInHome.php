<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\Files\Search\ISearchComparison;
use OCP\Files\Search\ISearchOperator;
use OCP\Files\Search\ISearchQuery;
use OCP\IUser;

/** Asks for the newest folder or the newest file in a person's own home, found by an index: for one, unless told otherwise. */
final readonly class NewestInHome implements ISearchQuery {
	private const FOLDER = 'httpd/unix-directory';

	private function __construct(
		private IUser $user,
		private ISearchOperator $operation,
		private int $most = 1,
	) {
	}

	public static function folder(IUser $user): self {
		return new self($user, new Comparison(ISearchComparison::COMPARE_EQUAL, 'mimetype', self::FOLDER));
	}

	public static function file(IUser $user): self {
		return new self($user, new Negation(new Comparison(ISearchComparison::COMPARE_EQUAL, 'mimetype', self::FOLDER)));
	}

	public function atMost(int $most): self {
		return new self($this->user, $this->operation, $most);
	}

	#[\Override]
	public function getSearchOperation(): ISearchOperator {
		return $this->operation;
	}

	#[\Override]
	public function getLimit(): int {
		return $this->most;
	}

	#[\Override]
	public function getOffset(): int {
		return 0;
	}

	/** @return list<NewestFirst> */
	#[\Override]
	public function getOrder(): array {
		return [new NewestFirst()];
	}

	#[\Override]
	public function getUser(): IUser {
		return $this->user;
	}

	#[\Override]
	public function limitToHome(): bool {
		return true;
	}
}
