<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Console;

use OCA\Compagnon\Error\Refusal;

/** What the console says about the panel, in lines. */
final class SurveyText {
	/**
	 * @param array<string, mixed> $admin as the schema SurveyAdmin
	 * @param array<string, mixed> $history as the schema SurveyHistory
	 * @return list<string>
	 */
	public function status(array $admin, array $history): array {
		$observatory = $this->map($admin['observatory']);
		$switches = $this->map($admin['switches']);
		$catalogue = $this->map($admin['catalogue']);
		$enrolment = $this->map($admin['enrolment']);
		return [
			'observatory: ' . $this->text($observatory['address'] ?? 'none is named'),
			'surveys: ' . $this->text($switches['surveys']) . ', figures: ' . ($switches['figures'] === true ? 'on' : 'off'),
			...($admin['fallen'] === null ? [] : ['asks again, as this has changed: ' . $this->text($admin['fallen'])]),
			'list of surveys: ' . ($catalogue === [] ? 'none' : "number {$this->text($catalogue['number'])}, {$this->text($catalogue['sha256'])}"),
			'known to the registry: ' . $this->text($enrolment['state']) . ', key: ' . $this->text($enrolment['key'] ?? 'none yet'),
			'waiting: ' . $this->text($admin['waiting']),
			...array_map(fn (mixed $problem): string => 'problem: ' . $this->text($problem), array_values($this->map($admin['problems']))),
			...$this->lines($history),
		];
	}

	/**
	 * @param array<string, mixed> $preview as the schema SurveyPreview
	 * @return list<string>
	 */
	public function preview(array $preview): array {
		return [
			"survey: {$this->text($preview['survey'])}, {$this->text($preview['period'])}, measured on {$this->text($preview['measured'])}",
			'leaves: ' . $this->text($preview['leaves'] ?? 'not agreed to'),
			'drawn when it is sealed: ' . implode(', ', array_map($this->text(...), $this->map($preview['chance']))),
			$this->text($preview['report']),
		];
	}

	/**
	 * @param array<array-key, mixed> $lines as the schema SurveySent
	 * @return list<string>
	 */
	public function sent(array $lines): array {
		return array_values(array_map(function (mixed $line): string {
			$one = $this->map($line);
			return implode(' ', array_map($this->text(...), [$one['id'], $one['survey'], $one['period'], $one['state'], $one['day']]));
		}, $lines));
	}

	public function refusal(Refusal $refusal): string {
		$places = array_map(static fn (string $name): string => '{' . $name . '}', array_keys($refusal->values));
		return str_replace($places, array_values($refusal->values), $refusal->sentence);
	}

	/**
	 * @param array<string, mixed> $history
	 * @return list<string>
	 */
	private function lines(array $history): array {
		$lines = $this->sent($this->map($history['figures']));
		foreach ($this->map($history['answers']) as $line) {
			$one = $this->map($line);
			$lines[] = implode(' ', array_map($this->text(...), [$one['survey'], $one['period'], $one['kind'], "waiting={$this->text($one['waiting'])}", "sent={$this->text($one['sent'])}", "refused={$this->text($one['refused'])}", "not-sent={$this->text($one['notSent'])}", "withdrawn={$this->text($one['withdrawn'])}"]));
		}
		return $lines;
	}

	/** @return array<array-key, mixed> */
	private function map(mixed $value): array {
		return is_array($value) ? $value : [];
	}

	private function text(mixed $value): string {
		return is_scalar($value) ? (string)$value : '';
	}
}
