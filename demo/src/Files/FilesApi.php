<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Demo\Page\Words;

/** What the page Fichiers asks for, below /demo/api/. Every answer is about the files that this person may see. */
final readonly class FilesApi {
	private const PREFIX = '/demo/api/';

	public function __construct(
		private Request $request,
		private Visitor $visitor,
		private Accounts $accounts,
		private Tree $tree,
		private Shares $shares,
		private Blobs $blobs,
		private Download $download,
		private Words $words,
	) {
	}

	public function answer(): ?Answer {
		if (!str_starts_with($this->request->path, self::PREFIX)) {
			return null;
		}
		try {
			$me = $this->visitor->account ?? throw new Refused(401, 'error.loggedOut');
			if ($this->request->getMethod() !== 'GET' && !$this->request->passesCSRFCheck()) {
				throw new Refused(412, 'error.token');
			}
			return $this->route($me);
		} catch (Refused $refused) {
			$body = ['message' => $this->words->say($refused->word), 'error' => $refused->word, 'field' => $refused->field];
			return Answer::json($body, $refused->status);
		}
	}

	private function route(Account $me): Answer {
		$rest = substr($this->request->path, strlen(self::PREFIX));
		$id = preg_match('#/(\d{1,18})(/|$)#', $rest, $found) === 1 ? (int)$found[1] : 0;
		$shape = preg_replace('#/\d{1,18}(/|$)#', '/#$1', $rest);
		return match ($this->request->getMethod() . ' ' . $shape) {
			'GET nodes' => $this->folder($me, $this->number('folder')),
			'GET shared' => Answer::json(['nodes' => array_map(fn (Place $place): array => $this->shown($place->node(), $place), $this->tree->sharedWith($me->id))]),
			'GET trash' => Answer::json(['nodes' => $this->many($this->tree->trashOf($me->id), null)]),
			'GET members' => Answer::json(['members' => $this->members($me)]),
			'GET nodes/#/content' => $this->download->answer($this->tree->reach($me->id, $id)->node(), $this->request->text('download') !== ''),
			'GET nodes/#/shares' => $this->sharesOf($this->ownNode($me, $id)),
			'POST nodes' => $this->node($me, $this->tree->createFolder($me->id, $this->number('parent'), $this->request->text('name'))),
			'PUT upload' => $this->upload($me),
			'DELETE upload' => $this->done($this->blobs->cancel(...), $me->id, $this->request->text('upload')),
			'POST nodes/#/name' => $this->rename($me, $id),
			'POST nodes/#/parent' => $this->move($me, $id),
			'DELETE nodes/#' => $this->done($this->tree->trash(...), $this->tree->reach($me->id, $id)),
			'POST trash/#' => Answer::json(['folder' => $this->tree->restore($me->id, $id), 'node' => $this->shown($this->tree->reach($me->id, $id)->node(), null)]),
			'DELETE trash/#' => $this->done($this->tree->erase(...), $me->id, $id),
			'POST nodes/#/shares' => $this->share($me, $this->ownNode($me, $id)),
			'DELETE shares/#' => $this->sharesOf($this->ownNode($me, $this->shares->revoke($me->id, $id))),
			default => throw Refused::missing(),
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
			'nodes' => $this->many($this->tree->children($me->id, $place), $place),
		]);
	}

	private function node(Account $me, int $id): Answer {
		$place = $this->tree->reach($me->id, $id);
		return Answer::json(['node' => $this->shown($place->node(), $place)]);
	}

	private function rename(Account $me, int $id): Answer {
		$this->tree->rename($this->tree->reach($me->id, $id), $this->request->text('name'));
		return $this->node($me, $id);
	}

	private function move(Account $me, int $id): Answer {
		$this->tree->move($me->id, $this->tree->reach($me->id, $id), $this->number('parent'));
		return $this->node($me, $id);
	}

	/** One slice of a file; the last one makes the file. */
	private function upload(Account $me): Answer {
		$name = Names::checked($this->request->text('name'));
		$parent = $this->number('parent');
		[$owner] = $this->tree->target($me->id, $parent);
		$keepBoth = $this->request->text('keepBoth') !== '';
		if (!$keepBoth) {
			$this->tree->refuseTaken($owner, $parent, $name);
		}
		$length = $this->request->getHeader('content-length');
		$length = ctype_digit($length) ? (int)$length : null;
		$received = $this->blobs->receive($me->id, $this->request->text('upload'), $this->number('offset'), $length);
		if ($received < $this->number('total')) {
			return Answer::json(['received' => $received]);
		}
		return $this->node($me, $this->tree->createFile($me->id, $parent, $name, $this->request->text('upload'), $keepBoth));
	}

	private function share(Account $me, Node $node): Answer {
		if ($this->request->getParam('link') === true) {
			$this->shares->byLink($node->id, $me->id, $this->request->text('password'));
			return $this->sharesOf($node);
		}
		$member = $this->accounts->find($this->request->text('member'));
		if ($member === null || $member->id === $me->id) {
			throw new Refused(400, 'error.noMember', 'member');
		}
		$this->shares->withMember($node->id, $me->id, $member, $node->folder && $this->request->getParam('editable') === true);
		return $this->sharesOf($node);
	}

	private function sharesOf(Node $node): Answer {
		return Answer::json(['node' => $this->shown($node, null), 'shares' => $this->shares->of($node->id)]);
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
	private function many(array $nodes, ?Place $folder): array {
		$counts = $this->shares->counts(array_map(static fn (Node $node): int => $node->id, $nodes));
		return array_map(fn (Node $node): array => $this->described($node, $folder->own ?? true, $folder->editable ?? true, $counts[$node->id] ?? null), $nodes);
	}

	/** @return array<string, mixed> */
	private function shown(Node $node, ?Place $place): array {
		return $this->described($node, $place->own ?? true, $place === null || $place->movable(), $this->shares->counts([$node->id])[$node->id] ?? null);
	}

	/**
	 * @param array{people: int, links: int}|null $shares
	 * @return array<string, mixed>
	 */
	private function described(Node $node, bool $own, bool $editable, ?array $shares): array {
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
		];
	}

	private function done(\Closure $do, mixed ...$arguments): Answer {
		$do(...$arguments);
		return Answer::json(['done' => true]);
	}

	private function number(string $key): int {
		$value = $this->request->getParam($key, 0);
		return is_int($value) || (is_string($value) && ctype_digit($value) && strlen($value) < 19) ? (int)$value : throw new Refused(400, 'error.request', $key);
	}
}
