<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Oauth\Token;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Fields;

/** Dropbox's API version 2, as far as somebody needs it who takes a copy. */
final readonly class DropboxApi {
	private const RPC = 'https://api.dropboxapi.com/2/';
	private const CONTENT = 'https://content.dropboxapi.com/2/';
	private const HOSTS = ['api.dropboxapi.com', 'content.dropboxapi.com', '*.dropboxusercontent.com'];

	public function __construct(
		private AccountHttp $http,
		private DropboxFaults $faults,
	) {
	}

	/**
	 * @param ?array<string, mixed> $argument null for routes without one
	 * @throws Fault
	 */
	public function call(Access $access, string $route, ?array $argument): Fields {
		$answer = $this->http->send(
			$access,
			static fn (Token $token): Request => Request::json(self::RPC . $route, self::HOSTS, $argument, self::headers($token)),
			DropboxFaults::isOfToken(...),
		);
		return $answer->ok() ? new Fields($answer->json()) : throw $this->faults->of($answer);
	}

	/**
	 * @param array<string, string> $argument
	 * @throws Fault when there is no token
	 */
	public function content(Access $access, string $route, array $argument, int $offset): Request {
		$headers = self::headers($this->http->token($access)) + ['content-type' => 'application/octet-stream', 'dropbox-api-arg' => self::ascii($argument)] + ($offset > 0 ? ['range' => "bytes=$offset-"] : []);
		return new Request('POST', self::CONTENT . $route, self::HOSTS, $headers, '');
	}

	public function fault(Answer $answer): Fault {
		$fault = $this->faults->of($answer);
		if ($fault->kind === FaultKind::Again && $fault->reason === 'token_expired') {
			$this->http->refused();
		}
		return $fault;
	}

	/**
	 * JSON for a header: everything from 0x7F on is escaped, that one included, which json_encode leaves.
	 *
	 * @param array<string, string> $argument
	 */
	public static function ascii(array $argument): string {
		return str_replace("\x7F", '\u007f', json_encode($argument, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES));
	}

	/** @return array<string, string> */
	private static function headers(Token $token): array {
		$root = $token->account->extra['root'] ?? null;
		return ['authorization' => $token->bearer()] + ($root === null ? [] : ['dropbox-api-path-root' => self::ascii(['.tag' => 'root', 'root' => $root])]);
	}
}
