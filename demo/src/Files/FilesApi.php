<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\App\ApiPart;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** What the page Fichiers asks for. Every answer is about the files that this person may see. */
final readonly class FilesApi implements ApiPart {
	public function __construct(
		private Request $request,
		private Accounts $accounts,
		private Tree $tree,
		private Shares $shares,
		private Favorites $favorites,
		private Blobs $blobs,
		private Download $download,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'GET nodes' => $this->folder($me, $this->request->number('folder')),
			'GET shared' => Answer::json(['nodes' => array_map(fn (Place $place): array => $this->shown($me, $place->node(), $place), $this->tree->sharedWith($me->id))]),
			'GET favorites' => Answer::json(['nodes' => array_map(fn (Place $place): array => $this->shown($me, $place->node(), $place), $this->tree->reachable($me->id, array_keys($this->favorites->of($me->id))))]),
			'GET trash' => Answer::json(['nodes' => $this->many($me, $this->tree->trashOf($me->id), null)]),
			'GET members' => Answer::json(['members' => $this->members($me)]),
			'GET nodes/#/content' => $this->download->answer($this->tree->reach($me->id, $id)->node(), $this->request->text('download') !== ''),
			'GET nodes/#/shares' => $this->sharesOf($me, $this->ownNode($me, $id)),
			'POST nodes' => $this->node($me, $this->tree->createFolder($me->id, $this->request->number('parent'), $this->request->text('name'))),
			'PUT upload' => $this->upload($me),
			'DELETE upload' => $this->done($this->blobs->cancel(...), $me->id, $this->request->text('upload')),
			'POST nodes/#/name' => $this->rename($me, $id),
			'POST nodes/#/favorite' => $this->star($me, $id),
			'POST nodes/#/parent' => $this->move($me, $id),
			'DELETE nodes/#' => $this->done($this->tree->trash(...), $this->tree->reach($me->id, $id)),
			'POST trash/#' => Answer::json(['folder' => $this->tree->restore($me->id, $id), 'node' => $this->shown($me, $this->tree->reach($me->id, $id)->node(), null)]),
			'DELETE trash/#' => $this->done($this->tree->erase(...), $me->id, $id),
			'POST nodes/#/shares' => $this->share($me, $this->ownNode($me, $id)),
			'DELETE shares/#' => $this->sharesOf($me, $this->ownNode($me, $this->shares->revoke($me->id, $id))),
			default => null,
		};
	}

	private function folder(Account $me, int $id): Answer {
		$place = $id === 0 ? null : $this->tree->reach($me->id, $id);
		if ($place !== null && !$place->node()->folder) {
			throw Refused::missing();
		}
		$path = array_map(static fn (Node $node): array => ['id' => $node->id, 'name' => $node->name], $place->path ?? []);
		return Answer::json([
			'path' => $path,
			'own' => $place->own ?? true,
			'editable' => $place->editable ?? true,
			'nodes' => $this->many($me, $this->tree->children($me->id, $place), $place),
		]);
	}

	private function node(Account $me, int $id): Answer {
		$place = $this->tree->reach($me->id, $id);
		return Answer::json(['node' => $this->shown($me, $place->node(), $place)]);
	}

	private function rename(Account $me, int $id): Answer {
		$this->tree->rename($this->tree->reach($me->id, $id), $this->request->text('name'));
		return $this->node($me, $id);
	}

	private function star(Account $me, int $id): Answer {
		$this->favorites->set($me->id, $this->tree->reach($me->id, $id)->node()->id, $this->request->getParam('starred') === true);
		return $this->node($me, $id);
	}

	private function move(Account $me, int $id): Answer {
		$this->tree->move($me->id, $this->tree->reach($me->id, $id), $this->request->number('parent'));
		return $this->node($me, $id);
	}

	/** One slice of a file; the last one makes the file. */
	private function upload(Account $me): Answer {
		$name = Names::checked($this->request->text('name'));
		$parent = $this->request->number('parent');
		[$owner] = $this->tree->target($me->id, $parent);
		$keepBoth = $this->request->text('keepBoth') !== '';
		if (!$keepBoth) {
			$this->tree->refuseTaken($owner, $parent, $name);
		}
		$length = $this->request->getHeader('content-length');
		$length = ctype_digit($length) ? (int)$length : null;
		$received = $this->blobs->receive($me->id, $this->request->text('upload'), $this->request->number('offset'), $length);
		if ($received < $this->request->number('total')) {
			return Answer::json(['received' => $received]);
		}
		return $this->node($me, $this->tree->createFile($me->id, $parent, $name, $this->request->text('upload'), $keepBoth));
	}

	private function share(Account $me, Node $node): Answer {
		if ($this->request->getParam('link') === true) {
			$this->shares->byLink($node->id, $me->id, $this->request->text('password'), $this->end());
			return $this->sharesOf($me, $node);
		}
		$member = $this->accounts->find($this->request->text('member'));
		if ($member === null || $member->id === $me->id) {
			throw new Refused(400, 'error.noMember', 'member');
		}
		$this->shares->withMember($node->id, $me->id, $member, ($node->folder || Texts::isText($node)) && $this->request->getParam('editable') === true);
		return $this->sharesOf($me, $node);
	}

	/** @return ?int UTC seconds when the link ends: with the day that was given, as it is in UTC */
	private function end(): ?int {
		$day = $this->request->text('ends');
		if ($day === '') {
			return null;
		}
		$end = preg_match('/^\d{4}-\d\d-\d\d$/D', $day) === 1 ? strtotime("$day 00:00 UTC +1 day") : false;
		return $end !== false && $end > time() ? $end : throw new Refused(400, 'error.endDate', 'ends');
	}

	private function sharesOf(Account $me, Node $node): Answer {
		return Answer::json(['node' => $this->shown($me, $node, null), 'shares' => $this->shares->of($node->id)]);
	}

	private function ownNode(Account $me, int $id): Node {
		$place = $this->tree->reach($me->id, $id);
		return $place->own ? $place->node() : throw new Refused(403, 'error.notYours');
	}

	/** @return list<array{id: string, name: string}> */
	private function members(Account $me): array {
		$others = array_filter($this->accounts->all(), static fn (Account $account): bool => $account->id !== $me->id);
		return array_values(array_map(static fn (Account $account): array => ['id' => $account->id, 'name' => $account->name], $others));
	}

	/**
	 * @param list<Node> $nodes
	 * @return list<array<string, mixed>>
	 */
	private function many(Account $me, array $nodes, ?Place $folder): array {
		$counts = $this->shares->counts(array_map(static fn (Node $node): int => $node->id, $nodes));
		$starred = $this->favorites->of($me->id);
		return array_map(fn (Node $node): array => $this->described($node, $folder->own ?? true, $folder->editable ?? true, $counts[$node->id] ?? null, isset($starred[$node->id])), $nodes);
	}

	/** @return array<string, mixed> */
	private function shown(Account $me, Node $node, ?Place $place): array {
		return $this->described($node, $place->own ?? true, $place === null || $place->movable(), $this->shares->counts([$node->id])[$node->id] ?? null, isset($this->favorites->of($me->id)[$node->id]));
	}

	/**
	 * @param array{people: int, links: int}|null $shares
	 * @return array<string, mixed>
	 */
	private function described(Node $node, bool $own, bool $editable, ?array $shares, bool $starred): array {
		return [
			'id' => $node->id,
			'name' => $node->name,
			'folder' => $node->folder,
			'parent' => $node->parent,
			'size' => $node->size,
			'changedAt' => $node->changedAt,
			'trashedAt' => $node->trashedAt,
			'owner' => $own ? null : ($this->accounts->find($node->owner)->name ?? $node->owner),
			'editable' => $editable,
			'people' => $shares['people'] ?? 0,
			'links' => $shares['links'] ?? 0,
			'favorite' => $starred,
		];
	}

	private function done(\Closure $do, mixed ...$arguments): Answer {
		$do(...$arguments);
		return Answer::json(['done' => true]);
	}
}
