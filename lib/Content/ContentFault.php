<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Content;

/**
 * A content file, or a folder of them, that cannot be used as it is. The rest goes on working; whoever looks after the
 * space is told (FaultWords), and the log is (FaultLog).
 */
final class ContentFault extends \RuntimeException {
	/** What is wrong, in English, with all details: for the log. */
	public readonly string $reason;

	/** Whether it does not come with the app. */
	public readonly bool $isForeign;

	/**
	 * @param string $path below resources/ for what is shipped, absolute for what comes from elsewhere
	 * @param string $sentence English source sentence that says what is wrong
	 * @param array<string, string> $values for `{name}` in the sentence
	 * @param string $detail technical, in English; empty when the sentence says it all
	 * @param ?bool $isForeign null when the path tells
	 */
	public function __construct(
		public readonly string $path,
		public readonly string $sentence,
		public readonly array $values = [],
		public readonly string $detail = '',
		?\Throwable $previous = null,
		?bool $isForeign = null,
	) {
		$this->isForeign = $isForeign ?? str_starts_with($path, '/');
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($values));
		$this->reason = str_replace($places, array_values($values), $sentence) . ($detail === '' ? '' : " ($detail)");
		parent::__construct($path . ': ' . $this->reason, 0, $previous);
	}

	public static function unreadable(string $path): self {
		return new self($path, 'It cannot be read.');
	}

	public static function tooLarge(string $path, int $bytes): self {
		return new self($path, 'It is larger than {bytes} bytes.', ['bytes' => (string)$bytes]);
	}

	public static function notUtf8(string $path, \Throwable $previous): self {
		return new self($path, 'It is not text in UTF-8.', previous: $previous);
	}

	public static function notJson(string $path, \Throwable $previous): self {
		return new self($path, 'It is not JSON.', detail: $previous->getMessage(), previous: $previous);
	}

	public static function notAnObject(string $path): self {
		return new self($path, 'It is JSON, but not an object.');
	}

	public static function newer(string $path, int $schema): self {
		return new self($path, 'It was made for a newer version of Compagnon (schema {schema}). Update Compagnon.', ['schema' => (string)$schema]);
	}

	public static function lacks(string $path, string $field): self {
		return new self($path, 'It lacks the field “{field}”.', ['field' => $field]);
	}

	public static function unknownField(string $path, string $field): self {
		return new self($path, 'Its field “{field}” is not known.', ['field' => $field]);
	}

	public static function misfit(string $path, string $field, string $detail): self {
		return new self($path, 'Its field “{field}” has a value that does not fit.', ['field' => $field], $detail);
	}

	public static function html(string $path, string $key): self {
		return new self($path, 'Its words “{key}” hold “<” or “>”. Words are plain text, without HTML.', ['key' => $key]);
	}

	public static function otherId(string $path, string $id): self {
		return new self($path, 'Its id “{id}” is not its file name.', ['id' => $id]);
	}

	public static function otherFolder(string $path, string $id): self {
		return new self($path, 'Its id “{id}” is not the name of its folder.', ['id' => $id]);
	}

	public static function idTwice(string $path, string $id): self {
		return new self($path, 'Two of its parts have the id “{id}”.', ['id' => $id]);
	}

	public static function leadsNowhere(string $path, string $from, string $to): self {
		return new self($path, 'Its “{from}” leads to “{to}”, which is not there.', ['from' => $from, 'to' => $to]);
	}

	public static function stepTwice(string $path, string $step): self {
		return new self($path, 'Two of its steps have the id “{step}”.', ['step' => $step]);
	}

	public static function idTaken(string $path, string $id, string $by): self {
		return new self($path, 'There is another tour with the id “{id}”: {file}.', ['id' => $id, 'file' => $by]);
	}

	public static function noWords(string $path, string $key): self {
		return new self($path, 'None of its languages has the words “{key}”.', ['key' => $key]);
	}

	public static function unknownAnchor(string $path, string $step, string $anchor): self {
		return new self($path, 'Its step “{step}” points at the anchor “{anchor}”, which is not known.', ['step' => $step, 'anchor' => $anchor]);
	}

	public static function unknownLink(string $path, string $anchor, string $other): self {
		return new self($path, 'Its anchor “{anchor}” leads to the anchor “{other}”, which is not known.', ['anchor' => $anchor, 'other' => $other]);
	}

	/** @param list<string> $anchors in the order in which they lead to each other */
	public static function circle(string $path, array $anchors): self {
		return new self($path, 'Its anchors lead in a circle: {anchors}.', ['anchors' => implode(' → ', [...$anchors, $anchors[0] ?? ''])]);
	}

	public static function noFolder(string $path): self {
		return new self($path, 'There is no folder here that can be read.');
	}

	public static function relative(string $path): self {
		return new self($path, 'The path of this folder has to begin with “/”.', isForeign: true);
	}

	public static function tooMany(string $path, int $count): self {
		return new self($path, 'It holds more than {count} tours.', ['count' => (string)$count]);
	}
}
