<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use OCA\Compagnon\Demo\Account\Deeds;
use OCA\Compagnon\Tour\Fact;

/** What people may do with files and folders, and with whose. */
final readonly class Tree {
	public function __construct(
		private Nodes $nodes,
		private Shares $shares,
		private Blobs $blobs,
		private Deeds $deeds,
	) {
	}

	/** @throws Refused when the node does not exist, is in the trash or is nobody's business of this person */
	public function reach(string $account, int $id): Place {
		$path = $this->alive($id);
		if ($path[0]->owner === $account) {
			return new Place($path, true, true);
		}
		foreach ($path as $depth => $node) {
			$editable = $this->shares->editableFor($node->id, $account);
			if ($editable !== null) {
				return new Place([$node, ...array_slice($path, $depth + 1)], false, $editable);
			}
		}
		throw Refused::missing();
	}

	/** @throws Refused when the node does not lie under what the link shows */
	public function reachByLink(int $shared, int $id): Place {
		$path = $this->alive($id);
		foreach ($path as $depth => $node) {
			if ($node->id === $shared) {
				return new Place([$node, ...array_slice($path, $depth + 1)], false, false);
			}
		}
		throw Refused::missing();
	}

	/** @return list<Node> */
	public function children(string $account, ?Place $folder): array {
		return $folder === null ? $this->nodes->children($account, 0) : $this->nodes->children($folder->node()->owner, $folder->node()->id);
	}

	/** @return list<Place> what others have shared with the person, without what its owner has thrown away */
	public function sharedWith(string $account): array {
		return $this->reachable($account, array_map(static fn (Node $node): int => $node->id, $this->nodes->sharedWith($account)));
	}

	/**
	 * @param list<int> $ids
	 * @return list<Place> those that the person still reaches
	 */
	public function reachable(string $account, array $ids): array {
		$places = [];
		foreach ($ids as $id) {
			try {
				$places[$id] = $this->reach($account, $id);
			} catch (Refused) {
				continue;
			}
		}
		return array_values($places);
	}

	/**
	 * @param int $parent 0 for the top of the person's own space
	 * @return array{string, int} whose space, and the folder in it
	 * @throws Refused when the person may put nothing there
	 */
	public function target(string $account, int $parent): array {
		if ($parent === 0) {
			return [$account, 0];
		}
		$place = $this->reach($account, $parent);
		if (!$place->node()->folder) {
			throw new Refused(400, 'error.noFolder', 'parent');
		}
		if (!$place->editable) {
			throw new Refused(403, 'error.readOnly');
		}
		return [$place->node()->owner, $parent];
	}

	/** @throws Refused when the name is taken or cannot be used */
	public function createFolder(string $account, int $parent, string $name): int {
		$name = Names::checked($name);
		[$owner] = $this->target($account, $parent);
		return $this->nodes->together(function () use ($owner, $account, $parent, $name): int {
			$this->refuseTaken($owner, $parent, $name);
			return $this->nodes->insert($owner, $account, $parent, $name, true);
		});
	}

	/**
	 * Makes a file of an upload that is complete.
	 *
	 * @param bool $keepBoth whether to number the name when it is taken
	 * @throws Refused when the name is taken
	 */
	public function createFile(string $account, int $parent, string $name, string $upload, bool $keepBoth): int {
		[$owner] = $this->target($account, $parent);
		return $this->nodes->together(function () use ($owner, $account, $parent, $name, $upload, $keepBoth): int {
			$this->refuseTaken($owner, $parent, $keepBoth ? $name = $this->nodes->freeName($owner, $parent, $name) : $name);
			$id = $this->nodes->insert($owner, $account, $parent, $name, false, $this->blobs->received($account, $upload));
			$this->blobs->keep($account, $upload, $id);
			return $id;
		});
	}

	/** @throws Refused when the name is taken, so that nobody uploads in vain */
	public function refuseTaken(string $owner, int $parent, string $name): void {
		if ($this->nodes->isTaken($owner, $parent, $name)) {
			throw new Refused(409, 'error.nameTaken', 'name');
		}
	}

	public function rename(Place $place, string $name): void {
		$name = Names::checked($name);
		$this->put($place, $place->node()->parent, $name);
	}

	public function move(string $account, Place $place, int $parent): void {
		[$owner] = $this->target($account, $parent);
		if ($owner !== $place->node()->owner) {
			throw new Refused(400, 'error.otherSpace', 'parent');
		}
		if (in_array($parent, array_map(static fn (Node $node): int => $node->id, $this->nodes->below($place->node()->id)), true)) {
			throw new Refused(400, 'error.intoItself', 'parent');
		}
		$this->put($place, $parent, $place->node()->name);
	}

	public function trash(Place $place): void {
		$this->refuseFixed($place);
		$this->nodes->trash($place->node());
	}

	/** @return list<Node> */
	public function trashOf(string $account): array {
		return $this->nodes->trashed($account);
	}

	/** Brings a node back to where it was, or to the top of the space when that folder is gone. */
	public function restore(string $account, int $id): int {
		$node = $this->inTrash($account, $id);
		return $this->nodes->together(function () use ($account, $node): int {
			try {
				$parent = $node->parent === 0 ? 0 : $this->reach($account, $node->parent)->node()->id;
			} catch (Refused) {
				$parent = 0;
			}
			$this->nodes->place($node, $parent, $this->nodes->freeName($account, $parent, $node->name));
			$this->deeds->note($account, Fact::TrashRestored);
			return $parent;
		});
	}

	/** Deletes for good what lies in the trash. */
	public function erase(string $account, int $id): void {
		foreach (array_reverse($this->nodes->below($this->inTrash($account, $id)->id)) as $node) {
			$this->nodes->delete($node);
			$this->blobs->delete($node->id);
		}
	}

	private function inTrash(string $account, int $id): Node {
		foreach ($this->nodes->trashed($account) as $node) {
			if ($node->id === $id) {
				return $node;
			}
		}
		throw Refused::missing();
	}

	private function put(Place $place, int $parent, string $name): void {
		$this->refuseFixed($place);
		$node = $place->node();
		if ($parent === $node->parent && $name === $node->name) {
			return;
		}
		$this->nodes->together(function () use ($node, $parent, $name): void {
			$this->refuseTaken($node->owner, $parent, $name);
			$this->nodes->place($node, $parent, $name);
		});
	}

	private function refuseFixed(Place $place): void {
		if (!$place->movable()) {
			throw new Refused(403, 'error.readOnly');
		}
	}

	/** @return non-empty-list<Node> */
	private function alive(int $id): array {
		$path = $this->nodes->path($id);
		foreach ($path as $node) {
			if ($node->trashedAt !== null) {
				throw Refused::missing();
			}
		}
		return $path === [] ? throw Refused::missing() : $path;
	}
}
