<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Files;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\App\ApiPart;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** Writing in texts, and what files held before. */
final readonly class HistoryApi implements ApiPart {
	public function __construct(
		private Request $request,
		private Tree $tree,
		private Nodes $nodes,
		private Blobs $blobs,
		private Texts $texts,
		private Versions $versions,
	) {
	}

	#[\Override]
	public function route(Account $me, string $wish, int $id): ?Answer {
		return match ($wish) {
			'POST texts' => $this->make($me),
			'GET nodes/#/text' => $this->text($me, $id),
			'POST nodes/#/text' => $this->write($me, $id),
			'GET nodes/#/versions' => $this->list($me, $id),
			'POST nodes/#/versions' => $this->restore($me, $id),
			default => null,
		};
	}

	/** An empty text; a name without an ending gets one. */
	private function make(Account $me): Answer {
		$name = Names::checked($this->request->text('name'));
		$name = preg_match('/\.(md|txt)$/iD', $name) === 1 ? $name : Names::checked("$name.md");
		$parent = $this->request->number('parent');
		[$owner] = $this->tree->target($me->id, $parent);
		$id = $this->nodes->together(function () use ($me, $owner, $parent, $name): int {
			$this->tree->refuseTaken($owner, $parent, $name);
			$id = $this->nodes->insert($owner, $me->id, $parent, $name, false);
			$this->blobs->write($id, '');
			return $id;
		});
		return $this->text($me, $id);
	}

	private function text(Account $me, int $id): Answer {
		$place = $this->tree->reach($me->id, $id);
		$node = $place->node();
		return Answer::json(['id' => $id, 'name' => $node->name, 'folder' => $node->parent, 'own' => $place->own, 'editable' => $place->editable] + $this->texts->read($node));
	}

	private function write(Account $me, int $id): Answer {
		$this->texts->write($me->id, $this->editable($me, $id), $this->request->text('text'), $this->request->number('base'));
		return $this->text($me, $id);
	}

	private function list(Account $me, int $id): Answer {
		$node = $this->tree->reach($me->id, $id)->node();
		return Answer::json(['size' => $node->size, 'changedAt' => $node->changedAt, 'versions' => $this->versions->of($node->id)]);
	}

	private function restore(Account $me, int $id): Answer {
		$this->texts->restore($me->id, $this->editable($me, $id), $this->request->number('number'));
		return $this->list($me, $id);
	}

	private function editable(Account $me, int $id): Node {
		$place = $this->tree->reach($me->id, $id);
		return match (true) {
			$place->node()->folder => throw Refused::missing(),
			!$place->editable => throw new Refused(403, 'error.readOnly'),
			default => $place->node(),
		};
	}
}
