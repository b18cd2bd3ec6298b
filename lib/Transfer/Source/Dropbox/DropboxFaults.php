<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Dropbox;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Source\Fields;

/** What Dropbox's refusals mean. */
final readonly class DropboxFaults {
	/** @var array<string, array{FaultKind, string}> by the tags from the outside in, joined by "/"; the longest that fits counts */
	private const CONFLICTS = [
		'reset' => [FaultKind::Restart, 'page_token'],
		'path/not_found' => [FaultKind::Vanished, 'vanished'],
		'path/not_file' => [FaultKind::Vanished, 'vanished'],
		'path/not_folder' => [FaultKind::Vanished, 'vanished'],
		'path/malformed_path' => [FaultKind::Vanished, 'vanished'],
		'path/restricted_content' => [FaultKind::Unsupported, 'restricted'],
		'path/unsupported_content_type' => [FaultKind::Unsupported, 'not_exportable'],
		'path/locked' => [FaultKind::Again, 'locked_at_source'],
		'unsupported_file' => [FaultKind::Unsupported, 'not_exportable'],
		'non_exportable' => [FaultKind::Unsupported, 'not_exportable'],
		'invalid_export_format' => [FaultKind::Unsupported, 'not_exportable'],
		'retry_error' => [FaultKind::Again, 'provider_trouble'],
	];

	/** @var array<string, array{FaultKind, string}> */
	private const UNAUTHORIZED = [
		'missing_scope' => [FaultKind::Reconnect, 'scopes_missing'],
		'user_suspended' => [FaultKind::Reconnect, 'account_suspended'],
		'route_access_denied' => [FaultKind::Reconnect, 'account_suspended'],
		'invalid_select_user' => [FaultKind::Reconnect, 'reconnect'],
		'invalid_select_admin' => [FaultKind::Reconnect, 'reconnect'],
	];

	public function __construct(
		private Clock $clock,
	) {
	}

	public function of(Answer $answer): Fault {
		$data = new Fields($answer->json());
		return match (true) {
			$answer->status === 401 => self::named(self::UNAUTHORIZED, self::tags($data), new Fault(FaultKind::Again, 'token_expired')),
			$answer->status === 409 => self::named(self::CONFLICTS, self::tags($data), new Fault(FaultKind::Final, 'provider_refused')),
			$answer->status === 429 => new Fault(FaultKind::Throttled, 'rate_limited', $answer->retryAfter($this->clock->now()) ?? $data->in('error')->number('retry_after')),
			// The team's space has another root since: whoever connects the account again learns which.
			$answer->status === 422 => new Fault(FaultKind::Reconnect, 'root_changed'),
			$answer->status === 403 => new Fault(FaultKind::Final, 'access_denied'),
			$answer->status === 404 => new Fault(FaultKind::Vanished, 'vanished'),
			$answer->status === 416 => new Fault(FaultKind::Restart, 'incomplete'),
			$answer->status === 408, $answer->status >= 500 => new Fault(FaultKind::Again, 'provider_trouble'),
			default => new Fault(FaultKind::Final, 'provider_refused'),
		};
	}

	/** Whether the token is not good, rather than the consent. */
	public static function isOfToken(Answer $answer): bool {
		return $answer->status === 401 && !isset(self::UNAUTHORIZED[self::tags(new Fields($answer->json()))]);
	}

	/** @param array<string, array{FaultKind, string}> $table */
	private static function named(array $table, string $tags, Fault $default): Fault {
		while ($tags !== '') {
			if (isset($table[$tags])) {
				return new Fault($table[$tags][0], $table[$tags][1]);
			}
			$tags = substr($tags, 0, (int)strrpos($tags, '/'));
		}
		return $default;
	}

	/** @return string "path/not_found"; the summary says the same with dots at its end */
	private static function tags(Fields $data): string {
		$tags = [];
		for ($error = $data->in('error'); $error->text('.tag') !== null; $error = $error->in($tag)) {
			$tags[] = $tag = $error->text('.tag');
		}
		return implode('/', $tags);
	}
}
