<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Engine;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;

/** Reads an item that is on this machine, in an archive for instance, as if it came from afar. */
final readonly class StreamReader {
	private const PIECE = 262_144;

	/**
	 * @return bool false when the time was over first; what has come is noted then
	 * @throws Fault
	 * @throws LeaseLost
	 * @throws Wished
	 */
	public function read(Download $download, Lease $lease): bool {
		$body = $download->body;
		$stream = ($download->fetch->open ?? throw new \LogicException('this item comes by a request'))();
		try {
			$head = $body->size() === 0 ? new Answer(200, [], '') : new Answer(206, ['content-range' => 'bytes ' . $body->size() . '-'], '');
			$isTaken = $body->begin($head);
			while ($isTaken && !feof($stream)) {
				$bytes = fread($stream, self::PIECE);
				if ($bytes === false) {
					throw new Fault(FaultKind::Again, 'incomplete');
				}
				$isTaken = $body->write($bytes);
				$lease->beat();
				if ($download->fetch->canResume && $lease->isOver() && !feof($stream)) {
					return false;
				}
			}
		} finally {
			fclose($stream);
		}
		if (!$isTaken) {
			throw $body->fault ?? new LeaseLost();
		}
		return true;
	}
}
