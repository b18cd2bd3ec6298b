<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;

/** What is particular about consent at one provider. */
interface Provider {
	/** @return string id of the source it is for */
	public function source(): string;

	/** @return string what people call it */
	public function name(): string;

	/** @return string host and path where the person consents */
	public function authorizeUrl(): string;

	/** @return array<string, string> further parameters of that address */
	public function authorizeParameters(): array;

	public function tokenUrl(): string;

	/** @return list<string> hosts that requests about tokens go to */
	public function hosts(): array;

	/** @return list<string> what is asked for */
	public function scopes(): array;

	/** @return list<string> those without which nothing works */
	public function neededScopes(): array;

	/** Asks whose account it is. */
	public function accountRequest(#[\SensitiveParameter] string $accessToken): Request;

	/** @return ?Account null when the answer does not say */
	public function account(Answer $answer): ?Account;

	/** Makes the provider forget the consent. */
	public function revokeRequest(Tokens $tokens): Request;
}
