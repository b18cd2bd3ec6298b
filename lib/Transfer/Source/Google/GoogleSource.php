<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\LooksAgain;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Weight;

/** Google Drive: own files, shared drives, and what others have shared. */
final readonly class GoogleSource implements Source, LooksAgain {
	/** A cursor with which a listing begins. */
	private const BEGIN = '{}';

	public function __construct(
		private DriveFolders $folders,
		private DrivePlan $plan,
		private DriveCrawl $crawl,
		private DriveFaults $faults,
		private DriveApi $api,
		private AccountHttp $http,
	) {
	}

	#[\Override]
	public function id(): string {
		return 'google';
	}

	#[\Override]
	public function name(): string {
		return 'Google Drive';
	}

	#[\Override]
	public function needsConnection(): bool {
		return true;
	}

	#[\Override]
	public function folders(Access $access, ?string $folder): array {
		return $this->folders->in($access, $folder);
	}

	#[\Override]
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		return (new DriveScale($this->api))->weigh($access, $folder, $effort);
	}

	#[\Override]
	public function list(Access $access, Choice $choice, ?string $cursor): Page {
		$items = new DriveItems($choice->documents, $this->http->token($access)->account->label);
		$state = DriveCursor::parse($cursor) ?? $this->plan->begin($access, $choice);
		try {
			$found = $this->crawl->page($access, $state, $items);
		} catch (Fault $e) {
			return $e->reason === 'page_token' ? new Page([], self::BEGIN, restart: true) : throw $e;
		}
		return new Page($found, $state->isOver() ? null : $state->text());
	}

	#[\Override]
	public function fetch(Access $access, Item $item, int $offset): Fetch {
		$id = (string)($item->extra['target'] ?? $item->sourceId);
		$export = $item->extra['export'] ?? null;
		$key = $item->extra['key'] ?? null;
		$headers = ['authorization' => $this->http->token($access)->bearer()] + DriveApi::keyHeader(is_string($key) ? [$id => $key] : []);
		if (is_string($export)) {
			return Fetch::byRequest(Request::get($this->exportUrl($item, $id, $export), DriveApi::HOSTS, $headers), false, DriveFormats::container($export));
		}
		$query = ['alt' => 'media', 'supportsAllDrives' => 'true'] + ($item->code === 'harmful' ? ['acknowledgeAbuse' => 'true'] : []);
		$url = DriveApi::BASE . 'files/' . rawurlencode($id) . '?' . http_build_query($query);
		// A range of nothing is an error there.
		$range = $offset > 0 && $item->size !== 0 ? ['range' => "bytes=$offset-"] : [];
		return Fetch::byRequest(Request::get($url, DriveApi::HOSTS, $headers + $range), true);
	}

	#[\Override]
	public function look(Access $access, Item $item): FoundItem {
		$key = $item->extra['key'] ?? null;
		$file = $this->api->file($access, (string)($item->extra['target'] ?? $item->sourceId), is_string($key) ? $key : null);
		if ($file->fields->flag('trashed')) {
			throw new Fault(FaultKind::Vanished, 'vanished');
		}
		return (new DriveItems('office', ''))->file($file, $item->sourceId, $item->name, null);
	}

	/**
	 * A refused token gives "token_expired" and is tried again: the next fetch brings another one. An export that is too
	 * large for the interface is tried again by its link, as is every second try of any other.
	 */
	#[\Override]
	public function fault(Answer $answer, ?Item $item): Fault {
		$fault = $this->faults->of($answer, $item);
		if ($fault->kind === FaultKind::Again && $fault->reason === 'token_expired') {
			$this->http->refused();
		}
		return $fault;
	}

	#[\Override]
	public function idOfLink(string $link): ?string {
		return DriveLinks::id($link);
	}

	private function exportUrl(Item $item, string $id, string $type): string {
		$link = $item->extra['exportLink'] ?? null;
		return ($item->code === 'too_large_to_export' || $item->attempts % 2 === 1) && is_string($link)
			? $link
			: DriveApi::BASE . 'files/' . rawurlencode($id) . '/export?' . http_build_query(['mimeType' => $type], '', '&', PHP_QUERY_RFC3986);
	}
}
