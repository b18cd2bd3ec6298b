<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Hash\HashAlgorithm;
use OCA\Compagnon\Transfer\Hash\Hashers;
use OCA\Compagnon\Transfer\Item\Item;
use OCA\Compagnon\Transfer\Item\ItemKind;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\Source\Container;
use OCA\Compagnon\Transfer\Source\Effort;
use OCA\Compagnon\Transfer\Source\Fetch;
use OCA\Compagnon\Transfer\Source\FoundItem;
use OCA\Compagnon\Transfer\Source\LooksAgain;
use OCA\Compagnon\Transfer\Source\Page;
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Weight;

/**
 * A provider in memory. Its files are answered by answer(), which is what FakeHttp asks; what is to go wrong is told for
 * each file and call.
 */
final class FakeSource implements Source, LooksAgain {
	/** @var array<string, FoundItem> by id, in the order of the listing */
	public array $items = [];
	/** @var array<string, string> by id */
	public array $bodies = [];
	/** @var array<string, list<int|string|null>> by id: a status, "cut", "corrupt", "stall", "whole" for a range; null for nothing; one for each call */
	public array $faults = [];
	/** @var list<Fault|Page|null> the same for each page of the listing */
	public array $listFaults = [];
	/** @var array<string, Container> by id */
	public array $containers = [];
	/** @var list<string> ids of what comes from a stream of this machine */
	public array $streams = [];
	/** @var list<string> ids that come again at the end of the listing */
	public array $twice = [];
	/** @var array<string, string> by id: what somebody makes of the file just before it is asked for */
	public array $changes = [];
	public bool $canResume = true;
	public int $pageSize = 3;
	/** @var list<string> ids in the order of being asked for, with the first byte: "a@0" */
	public array $asked = [];

	public function __construct(
		private readonly string $id = 'google',
	) {
	}

	public function folder(string $id, ?string $parent = null, ?string $name = null): self {
		$this->items[$id] = new FoundItem($id, ItemKind::Folder, $parent, $name ?? $id, null);
		return $this;
	}

	/** @param ?HashAlgorithm $algorithm null when the source has no checksum */
	public function file(string $id, string $bytes, ?string $parent = null, ?string $name = null, ?HashAlgorithm $algorithm = HashAlgorithm::Md5, bool $knowsSize = true, ?string $unsupported = null): self {
		$hash = null;
		if ($algorithm !== null) {
			$hasher = Hashers::start($algorithm);
			$hasher->add($bytes);
			$hash = $hasher->digest();
		}
		$this->bodies[$id] = $bytes;
		$this->items[$id] = new FoundItem($id, ItemKind::File, $parent, $name ?? "$id.txt", $knowsSize ? strlen($bytes) : null, 1_600_000_000 + strlen($id), 'r' . crc32($bytes), $algorithm, $hash, $unsupported);
		return $this;
	}

	#[\Override]
	public function id(): string {
		return $this->id;
	}

	#[\Override]
	public function name(): string {
		return 'Fake Drive';
	}

	#[\Override]
	public function needsConnection(): bool {
		return true;
	}

	#[\Override]
	public function folders(Access $access, ?string $folder): array {
		return [];
	}

	#[\Override]
	public function weigh(Access $access, string $folder, Effort $effort): Weight {
		return new Weight(0, 0, true);
	}

	#[\Override]
	public function list(Access $access, Choice $choice, ?string $cursor): Page {
		$fault = array_shift($this->listFaults);
		if ($fault instanceof Fault) {
			throw $fault;
		}
		if ($fault !== null) {
			return $fault;
		}
		$from = (int)$cursor;
		$next = $from + $this->pageSize;
		$all = [...array_values($this->items), ...array_map(fn (string $id): FoundItem => $this->items[$id], $this->twice)];
		return new Page(array_slice($all, $from, $this->pageSize), $next < count($all) ? (string)$next : null);
	}

	#[\Override]
	public function fetch(Access $access, Item $item, int $offset): Fetch {
		if (in_array($item->sourceId, $this->streams, true)) {
			return Fetch::byStream(fn () => $this->stream($item->sourceId, $offset), $this->canResume);
		}
		$headers = $offset > 0 ? ['range' => "bytes=$offset-"] : [];
		return Fetch::byRequest(Request::get('https://files.example/' . rawurlencode($item->sourceId), ['files.example'], $headers), $this->canResume, $this->containers[$item->sourceId] ?? null);
	}

	#[\Override]
	public function look(Access $access, Item $item): FoundItem {
		return $this->items[$item->sourceId] ?? throw new Fault(FaultKind::Vanished, 'vanished');
	}

	#[\Override]
	public function fault(Answer $answer, ?Item $item): Fault {
		return match (true) {
			$answer->status === 401 => new Fault(FaultKind::Reconnect, 'reconnect'),
			$answer->status === 403 => new Fault(FaultKind::Unsupported, 'not_downloadable'),
			$answer->status === 404 => new Fault(FaultKind::Vanished, 'vanished'),
			$answer->status === 429 => new Fault(FaultKind::Throttled, 'rate_limited', $answer->retryAfter(0)),
			$answer->status >= 500 => new Fault(FaultKind::Again, 'provider_error'),
			default => new Fault(FaultKind::Final, 'provider_refused'),
		};
	}

	#[\Override]
	public function idOfLink(string $link): ?string {
		return null;
	}

	/** What FakeHttp asks. */
	public function answer(Request $request): Answer|FakeBody|Unreachable {
		$id = rawurldecode(substr((string)parse_url($request->url, PHP_URL_PATH), 1));
		$isRange = preg_match('/^bytes=(\d+)-(\d*)$/', $request->headers['range'] ?? '', $range) === 1;
		$from = $isRange ? (int)$range[1] : 0;
		$this->asked[] = "$id@$from";
		$this->change($id);
		$fault = isset($this->faults[$id]) ? array_shift($this->faults[$id]) : null;
		if (!isset($this->bodies[$id]) || is_int($fault)) {
			return new Answer(is_int($fault) ? $fault : 404, $fault === 429 ? ['retry-after' => '2'] : [], '{"error":"as the script says"}');
		}
		if ($isRange && $from >= strlen($this->bodies[$id])) {
			return new Answer(416, [], '');
		}
		$to = $isRange && $range[2] !== '' ? (int)$range[2] : strlen($this->bodies[$id]) - 1;
		$isWhole = !$isRange || $fault === 'whole';
		$body = $isWhole ? $this->bodies[$id] : substr($this->bodies[$id], $from, $to - $from + 1);
		$body = $fault === 'corrupt' ? strrev("x$body") : $body;
		$answer = new Answer($isWhole ? 200 : 206, ['content-length' => (string)strlen($body)] + ($isWhole ? [] : ['content-range' => "bytes $from-$to/*"]), $body);
		return match ($fault) {
			'cut' => new FakeBody(new Answer($answer->status, $answer->headers, substr($body, 0, intdiv(strlen($body), 2)))),
			'stall' => new FakeBody(new Answer($answer->status, $answer->headers, substr($body, 0, 1)), UnreachableKind::Stalled),
			default => $answer,
		};
	}

	private function change(string $id): void {
		if (isset($this->changes[$id])) {
			$item = $this->items[$id];
			$this->file($id, $this->changes[$id], $item->parentId, $item->name, $item->algorithm, $item->size !== null, $item->unsupported);
			unset($this->changes[$id]);
		}
	}

	/** @return resource */
	private function stream(string $id, int $offset): mixed {
		$fault = isset($this->faults[$id]) ? array_shift($this->faults[$id]) : null;
		$this->asked[] = "$id@$offset";
		$bytes = substr($this->bodies[$id] ?? throw new Fault(FaultKind::Vanished, 'vanished'), $offset);
		$stream = fopen('php://temp', 'w+');
		if ($stream === false || is_int($fault)) {
			throw new Fault(FaultKind::Again, 'archive_broken');
		}
		fwrite($stream, match ($fault) {
			'corrupt' => strrev("x$bytes"),
			'cut' => substr($bytes, 0, intdiv(strlen($bytes), 2)),
			default => $bytes,
		});
		rewind($stream);
		return $stream;
	}
}
