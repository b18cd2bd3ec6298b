<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;

/** Consent at Google. Every value that was never seen live is a constant here. */
final readonly class GoogleOauth implements Provider {
	private const AUTHORIZE = 'https://accounts.google.com/o/oauth2/v2/auth';
	private const TOKEN = 'https://oauth2.googleapis.com/token';
	private const REVOKE = 'https://oauth2.googleapis.com/revoke';
	private const ABOUT = 'https://www.googleapis.com/drive/v3/about?fields=user(permissionId,emailAddress,displayName)';
	private const HOSTS = ['oauth2.googleapis.com', 'www.googleapis.com'];
	/** Reads everything in Drive, its owner's address included; changes nothing. */
	private const SCOPE = 'https://www.googleapis.com/auth/drive.readonly';

	#[\Override]
	public function source(): string {
		return 'google';
	}

	#[\Override]
	public function name(): string {
		return 'Google Drive';
	}

	#[\Override]
	public function authorizeUrl(): string {
		return self::AUTHORIZE;
	}

	/** Without "consent" Google gives a refresh token the first time only. */
	#[\Override]
	public function authorizeParameters(): array {
		return ['access_type' => 'offline', 'prompt' => 'consent', 'include_granted_scopes' => 'true'];
	}

	#[\Override]
	public function tokenUrl(): string {
		return self::TOKEN;
	}

	#[\Override]
	public function hosts(): array {
		return self::HOSTS;
	}

	#[\Override]
	public function scopes(): array {
		return [self::SCOPE];
	}

	#[\Override]
	public function neededScopes(): array {
		return [self::SCOPE];
	}

	#[\Override]
	public function accountRequest(#[\SensitiveParameter] string $accessToken): Request {
		return Request::get(self::ABOUT, self::HOSTS, ['authorization' => 'Bearer ' . $accessToken]);
	}

	#[\Override]
	public function account(Answer $answer): ?Account {
		$user = $answer->json()['user'] ?? null;
		$user = is_array($user) ? $user : [];
		$address = $user['emailAddress'] ?? $user['displayName'] ?? null;
		$id = $user['permissionId'] ?? $address;
		return is_string($id) && is_string($address) ? new Account($id, $address) : null;
	}

	/** Taking back the refresh token ends every token that came of it. */
	#[\Override]
	public function revokeRequest(Tokens $tokens): Request {
		return Request::form(self::REVOKE, self::HOSTS, ['token' => $tokens->refresh() ?? $tokens->access()]);
	}
}
