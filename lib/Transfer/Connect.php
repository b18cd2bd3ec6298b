<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Error\Invalid;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Error\Refused;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\CompleteConnection;
use OCA\Compagnon\Transfer\Run\KeptAccounts;
use OCA\Compagnon\Transfer\Run\RunAccess;

/** Connects an account of somebody who may move things in; what waited for it goes on then. */
final readonly class Connect {
	public function __construct(
		private TransferRules $rules,
		private RunAccess $access,
		private BeginConnection $begin,
		private CompleteConnection $complete,
		private KeptAccounts $accounts,
		private ResumeRun $resume,
	) {
	}

	/**
	 * @return string where the person's browser goes
	 * @throws Invalid when there is nothing to connect
	 * @throws Refused
	 */
	public function begin(string $userId, string $source): string {
		if (!$this->access->hasProposal($userId)) {
			$this->rules->require($userId);
		}
		try {
			return $this->begin->begin($userId, $source);
		} catch (NotFound $e) {
			throw new Invalid('source', $e->sentence, previous: $e);
		}
	}

	/**
	 * @return string id of the connection
	 * @throws Fault whose reason the person is told
	 */
	public function complete(string $userId, #[\SensitiveParameter] string $state, #[\SensitiveParameter] string $code, string $error): string {
		$connection = $this->complete->complete($userId, $state, $code, $error);
		$this->accounts->follow($userId, $connection);
		$this->resume->connected($userId, $connection);
		return $connection;
	}
}
