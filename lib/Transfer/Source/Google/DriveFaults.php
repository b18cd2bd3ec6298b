<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Port\Clock;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Source\Fields;

/** What Drive's refusals mean. */
final readonly class DriveFaults {
	/** Where Google's day begins. */
	private const ZONE = 'America/Los_Angeles';

	/** @var array<string, array{FaultKind, string}> by Google's reason */
	private const BY_REASON = [
		'rateLimitExceeded' => [FaultKind::Throttled, 'rate_limited'],
		'userRateLimitExceeded' => [FaultKind::Throttled, 'rate_limited'],
		'sharingRateLimitExceeded' => [FaultKind::Throttled, 'rate_limited'],
		'dailyLimitExceeded' => [FaultKind::Throttled, 'daily_limit'],
		'quotaExceeded' => [FaultKind::Throttled, 'daily_limit'],
		'downloadQuotaExceeded' => [FaultKind::Final, 'download_limit'],
		'fileNotDownloadable' => [FaultKind::Unsupported, 'not_exportable'],
		'fileNotExportable' => [FaultKind::Unsupported, 'not_exportable'],
		'cannotDownloadFile' => [FaultKind::Unsupported, 'not_downloadable'],
		'cannotExportFile' => [FaultKind::Unsupported, 'not_downloadable'],
		'insufficientPermissions' => [FaultKind::Reconnect, 'scopes_missing'],
		'accessNotConfigured' => [FaultKind::Reconnect, 'api_not_enabled'],
		'domainPolicy' => [FaultKind::Reconnect, 'domain_policy'],
		'backendError' => [FaultKind::Again, 'provider_trouble'],
		'internalError' => [FaultKind::Again, 'provider_trouble'],
	];

	public function __construct(
		private Clock $clock,
	) {
	}

	public function of(Answer $answer, ?Item $item): Fault {
		$error = (new Fields($answer->json()))->in('error');
		$first = $error->all('errors')[0] ?? new Fields([]);
		$reason = $first->text('reason') ?? '';
		if ($reason === 'invalid' && $first->text('location') === 'pageToken') {
			return new Fault(FaultKind::Restart, 'page_token');
		}
		return $this->ofItem($reason, $item) ?? $this->byReason($reason, $answer) ?? $this->byStatus($answer);
	}

	/** What depends on what was tried already. */
	private function ofItem(string $reason, ?Item $item): ?Fault {
		$again = match ($reason) {
			// Only the owner may say that they want it all the same.
			'cannotDownloadAbusiveFile' => $item !== null && ($item->extra['own'] ?? null) === true ? 'harmful' : null,
			'exportSizeLimitExceeded' => isset($item->extra['exportLink']) ? 'too_large_to_export' : null,
			default => false,
		};
		$code = $reason === 'cannotDownloadAbusiveFile' ? 'harmful' : 'too_large_to_export';
		return match (true) {
			$again === false => null,
			$again === null, $item?->code === $again => new Fault(FaultKind::Unsupported, $code),
			default => new Fault(FaultKind::Again, $again),
		};
	}

	private function byReason(string $reason, Answer $answer): ?Fault {
		[$kind, $code] = self::BY_REASON[$reason] ?? [null, ''];
		return match ($kind) {
			null => null,
			FaultKind::Throttled => new Fault($kind, $code, $answer->retryAfter($this->clock->now()) ?? ($code === 'daily_limit' ? $this->untilMidnight() : null)),
			default => new Fault($kind, $code),
		};
	}

	private function byStatus(Answer $answer): Fault {
		return match (true) {
			$answer->status === 401 => new Fault(FaultKind::Again, 'token_expired'),
			$answer->status === 404, $answer->status === 410 => new Fault(FaultKind::Vanished, 'vanished'),
			$answer->status === 416 => new Fault(FaultKind::Restart, 'incomplete'),
			$answer->status === 429 => new Fault(FaultKind::Throttled, 'rate_limited', $answer->retryAfter($this->clock->now())),
			$answer->status === 408, $answer->status >= 500 => new Fault(FaultKind::Again, 'provider_trouble'),
			$answer->status === 403 => new Fault(FaultKind::Final, 'access_denied'),
			default => new Fault(FaultKind::Final, 'provider_refused'),
		};
	}

	private function untilMidnight(): int {
		$now = $this->clock->now();
		$midnight = (new \DateTimeImmutable("@$now"))->setTimezone(new \DateTimeZone(self::ZONE))->modify('tomorrow');
		return $midnight->getTimestamp() - $now;
	}
}
