<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Registry;

use OCA\Compagnon\Openl\Stratum;
use OCA\Compagnon\Port\Database;

/** The table compagnon_registry_space. */
final readonly class Spaces {
	private const TABLE = 'compagnon_registry_space';

	public function __construct(
		private Database $database,
	) {
	}

	/** Takes the place of what was known of its key, and of its address. */
	public function put(Space $space, string $day): void {
		$this->database->transactional(function () use ($space, $day): void {
			$this->database->execute(
				'DELETE FROM *PREFIX*' . self::TABLE . ' WHERE public_key = :public_key OR subject = :subject',
				['public_key' => $space->publicKey, 'subject' => $space->subject],
			);
			$this->database->insertIgnore(self::TABLE, [
				'public_key' => $space->publicKey,
				'subject' => $space->subject,
				'stratum' => $space->stratum->value,
				'host_key' => $space->hostKey,
				'attested_to' => $space->attestedTo,
				'address' => $space->address,
				'enrolled_on' => $day,
			]);
		});
	}

	/**
	 * @param string $day today
	 * @return ?Space null when it never enrolled, its attestation is over or its host was removed
	 */
	public function entitled(string $publicKey, string $day): ?Space {
		$rows = $this->database->query(
			'SELECT s.stratum, s.host_key, s.attested_to, s.address, h.host FROM *PREFIX*' . self::TABLE . ' s'
			. ' LEFT JOIN *PREFIX*compagnon_registry_host h ON h.public_key = s.host_key WHERE s.public_key = :public_key',
			['public_key' => $publicKey],
		);
		$row = $rows[0] ?? null;
		if ($row === null) {
			return null;
		}
		if ($row['stratum'] === Stratum::Unattested->value) {
			return Space::proven($publicKey, (string)$row['address']);
		}
		$holds = $row['host'] !== null && (string)$row['attested_to'] >= $day;
		return $holds ? Space::attested($publicKey, (string)$row['host_key'], (string)$row['attested_to']) : null;
	}

	/** @return int how many have enrolled */
	public function count(Stratum $stratum): int {
		$rows = $this->database->query('SELECT COUNT(*) AS amount FROM *PREFIX*' . self::TABLE . ' WHERE stratum = :stratum', ['stratum' => $stratum->value]);
		return (int)($rows[0]['amount'] ?? 0);
	}
}
