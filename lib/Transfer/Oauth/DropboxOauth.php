<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Oauth;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;

/** Consent at Dropbox. */
final readonly class DropboxOauth implements Provider {
	private const AUTHORIZE = 'https://www.dropbox.com/oauth2/authorize';
	private const TOKEN = 'https://api.dropboxapi.com/oauth2/token';
	private const REVOKE = 'https://api.dropboxapi.com/2/auth/token/revoke';
	private const ACCOUNT = 'https://api.dropboxapi.com/2/users/get_current_account';
	private const HOSTS = ['api.dropboxapi.com'];
	private const NEEDED = ['account_info.read', 'files.metadata.read', 'files.content.read'];
	/** Says who else has access; without it everything comes, only that is not known. */
	private const SHARING = 'sharing.read';

	#[\Override]
	public function source(): string {
		return 'dropbox';
	}

	#[\Override]
	public function name(): string {
		return 'Dropbox';
	}

	#[\Override]
	public function authorizeUrl(): string {
		return self::AUTHORIZE;
	}

	#[\Override]
	public function authorizeParameters(): array {
		return ['token_access_type' => 'offline'];
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
		return [...self::NEEDED, self::SHARING];
	}

	#[\Override]
	public function neededScopes(): array {
		return self::NEEDED;
	}

	#[\Override]
	public function accountRequest(#[\SensitiveParameter] string $accessToken): Request {
		return Request::json(self::ACCOUNT, self::HOSTS, null, ['authorization' => 'Bearer ' . $accessToken]);
	}

	/** In a team whose space is shared, the team's folders are only seen from the team's root. */
	#[\Override]
	public function account(Answer $answer): ?Account {
		$data = $answer->json();
		$id = $data['account_id'] ?? null;
		$name = $data['name'] ?? null;
		$label = $data['email'] ?? (is_array($name) ? $name['display_name'] ?? null : null);
		$root = self::root($data['root_info'] ?? null);
		return is_string($id) && is_string($label) ? new Account($id, $label, $root === null ? [] : ['root' => $root]) : null;
	}

	/** @return ?string namespace of the root, when it is another than the person's own */
	private static function root(mixed $info): ?string {
		$root = is_array($info) ? $info['root_namespace_id'] ?? null : null;
		$home = is_array($info) ? $info['home_namespace_id'] ?? null : null;
		return is_string($root) && $root !== $home ? $root : null;
	}

	#[\Override]
	public function revokeRequest(Tokens $tokens): Request {
		return Request::json(self::REVOKE, self::HOSTS, null, ['authorization' => 'Bearer ' . $tokens->access()]);
	}
}
