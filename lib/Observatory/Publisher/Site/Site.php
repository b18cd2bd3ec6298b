<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Publisher\ListReleases;
use OCA\Compagnon\Observatory\Publisher\Release\Release;
use OCA\Compagnon\Observatory\Publisher\ShowRelease;
use OCA\Compagnon\Observatory\Publisher\Waves;
use OCA\Compagnon\Port\Texts;

/** The pages of the site, in the language of whoever asks. A page of results reads one row, however many answered. */
final readonly class Site {
	public function __construct(
		private Texts $texts,
		private Addresses $addresses,
		private Waves $waves,
		private ListReleases $list,
		private ShowRelease $show,
		private HomePage $home,
		private ResultsPage $results,
		private MethodPage $method,
		private DataPage $data,
	) {
	}

	/** @param string $accept the header Accept-Language */
	public function speech(string $asked, string $accept): Speech {
		$language = Languages::choose($asked, $accept);
		return new Speech($this->texts->in($language), $language, $this->addresses, $asked === $language);
	}

	public function home(Speech $say): string {
		return $this->home->render($say, $this->waves->open(), $this->list->list());
	}

	/** @throws NotFound */
	public function results(Speech $say, string $survey, string $period): string {
		$text = $this->show->text($survey, $period);
		return $this->results->render($say, Release::read($text), hash('sha256', $text));
	}

	public function method(Speech $say): string {
		return $this->method->render($say);
	}

	public function data(Speech $say): string {
		return $this->data->render($say, $this->list->list());
	}

	/**
	 * @param string $name "premiere-enquete_2026-Q4.csv", the same with .json, or datapackage.json
	 * @return array{text: string, type: string}
	 * @throws NotFound
	 */
	public function file(Speech $say, string $name): array {
		if ($name === 'datapackage.json') {
			return ['text' => DataPackage::json($say->texts, $this->list->list()), 'type' => 'application/json'];
		}
		if (preg_match('/^([\w-]{1,64})_(\d{4}-Q[1-4])\.(csv|json)$/D', $name, $found) !== 1) {
			throw new NotFound('There is no such file. The page about open data lists those that there are.');
		}
		$text = $this->show->text($found[1], $found[2]);
		return $found[3] === 'json' ? ['text' => $text, 'type' => 'application/json'] : ['text' => CsvFile::of(Release::read($text)), 'type' => 'text/csv'];
	}
}
