<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCP\DB\Exception as DatabaseException;
use OCP\Files\EntityTooLargeException;
use OCP\Files\ForbiddenException;
use OCP\Files\GenericFileException;
use OCP\Files\InvalidContentException;
use OCP\Files\InvalidPathException;
use OCP\Files\LockNotAcquiredException;
use OCP\Files\NotEnoughSpaceException;
use OCP\Files\NotFoundException;
use OCP\Files\NotPermittedException;
use OCP\Files\StorageNotAvailableException;
use OCP\Lock\LockedException;

/** What the platform's exceptions about files mean. */
final class FilesFaults {
	private const BUSY = [DatabaseException::REASON_LOCK_WAIT_TIMEOUT, DatabaseException::REASON_DEADLOCK];

	/** @return \Exception the same when it is about something else */
	public static function of(\Exception $e): \Exception {
		$kind = match (true) {
			$e instanceof LockedException, $e instanceof LockNotAcquiredException => FilesFaultKind::Locked,
			$e instanceof NotEnoughSpaceException => FilesFaultKind::Full,
			$e instanceof InvalidPathException, $e instanceof InvalidContentException, $e instanceof ForbiddenException, $e instanceof EntityTooLargeException => FilesFaultKind::Refused,
			$e instanceof NotFoundException => FilesFaultKind::Missing,
			$e instanceof NotPermittedException => FilesFaultKind::ReadOnly,
			$e instanceof StorageNotAvailableException, $e instanceof GenericFileException => FilesFaultKind::Unavailable,
			// Others write as well: it goes on when they have.
			$e instanceof DatabaseException && in_array($e->getReason(), self::BUSY, true) => FilesFaultKind::Unavailable,
			default => null,
		};
		return $kind === null ? $e : FilesFault::of($kind, $e);
	}
}
