<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Openl\Metric;
use OCA\Compagnon\Openl\Questionnaire;

/** A questionnaire with each type of question, and a catalogue with it and a set of figures; as arrays, to be spoilt. */
final class OpenlFixture {
	public const SURVEY = 'first-survey';
	public const FIGURES = 'figures';
	public const PERIOD = '2026-Q4';

	/** @return array<string, mixed> */
	public static function questionnaire(): array {
		return [
			'schema' => 1,
			'id' => self::SURVEY,
			'version' => '1.0.0',
			'kind' => 'member-answers',
			'title' => self::words('title'),
			'intro' => self::words('intro'),
			'minutes' => 3,
			'sensitive' => false,
			'questions' => [
				['id' => 'role', 'type' => 'one', 'text' => self::words('role'), 'options' => self::options('board', 'volunteer', 'other')],
				['id' => 'tools', 'type' => 'several', 'text' => self::words('tools'), 'help' => self::words('help'), 'options' => self::options('files', 'calendar', 'talk'), 'most' => 2, 'own' => ['text' => self::words('own')]],
				['id' => 'size', 'type' => 'band', 'text' => self::words('size'), 'options' => self::options('1-9', '10-29', '30+')],
				['id' => 'ease', 'type' => 'scale', 'text' => self::words('ease'), 'points' => 5, 'low' => self::words('low'), 'high' => self::words('high')],
				['id' => 'recommend', 'type' => 'recommend', 'text' => self::words('recommend')],
				['id' => 'fsus', 'type' => 'fsus', 'text' => self::words('fsus')],
				['id' => 'why', 'type' => 'text', 'text' => self::words('why'), 'longest' => 100, 'if' => ['all' => [['q' => 'role', 'in' => ['board', 'other']]]]],
				['id' => 'since', 'type' => 'one', 'text' => self::words('since'), 'options' => self::options('yes', 'no'), 'if' => ['any' => [['q' => 'tools', 'in' => ['talk']], ['q' => 'size', 'in' => ['30+']]]]],
			],
		];
	}

	/** @return array<string, mixed> answers that fit it */
	public static function answers(): array {
		return [
			'role' => 'board',
			'tools' => ['files', 'talk'],
			'size' => null,
			'ease' => 4,
			'recommend' => 0,
			'fsus' => [1, 2, 3, 4, 5, null, 1, 2, 3, 4],
			'since' => 'no',
		];
	}

	/** @return array<string, mixed> metrics that fit the figures of the catalogue */
	public static function metrics(): array {
		return ['members' => '5-10', 'apps' => ['calendar', 'deck'], 'files' => null];
	}

	public static function read(): Questionnaire {
		return Questionnaire::read(self::json(self::questionnaire()));
	}

	/**
	 * @param string $key that the next one is signed with, 32 bytes
	 * @return array<string, mixed>
	 */
	public static function catalogue(string $key, int $number = 1, ?string $previous = null): array {
		return [
			'format' => 'openl-catalogue/1',
			'number' => $number,
			'previous' => $previous,
			'made' => '2026-11-28',
			'keys' => ['catalogue' => [base64_encode($key)], 'sealing' => self::key('sealing'), 'receipts' => self::key('receipts')],
			'organiser' => ['name' => 'Organiser', 'contact' => 'contact@example.org', 'site' => 'https://example.org'],
			'surveys' => [self::survey(), self::figures()],
			'results' => [['survey' => self::SURVEY, 'period' => '2026-Q3', 'sha256' => hash('sha256', 'release'), 'title' => self::words('result'), 'day' => '2026-10-20']],
		];
	}

	/** @return array<string, mixed> */
	public static function survey(): array {
		$text = self::json(self::questionnaire());
		return [
			'id' => self::SURVEY,
			'kind' => 'member-answers',
			'questionnaire' => $text,
			'sha256' => hash('sha256', $text),
			'metrics' => [],
			'issuers' => [
				'attested' => ['member-answers' => self::key('1'), 'member-text' => self::key('2')],
				'unattested' => ['member-answers' => self::key('3'), 'member-text' => self::key('4')],
			],
		] + self::frame();
	}

	/** @return array<string, mixed> */
	public static function figures(): array {
		return [
			'id' => self::FIGURES,
			'kind' => 'space-figures',
			'questionnaire' => null,
			'sha256' => Metric::setHash([Metric::Members, Metric::Apps, Metric::Files]),
			'metrics' => ['members', 'apps', 'files'],
			'issuers' => ['attested' => ['space-figures' => self::key('5')], 'unattested' => ['space-figures' => self::key('6')]],
		] + self::frame();
	}

	/** @param array<array-key, mixed> $data */
	public static function json(array $data): string {
		return json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/**
	 * The same with one place of it changed.
	 *
	 * @param array<array-key, mixed> $data
	 * @param string $place path with dots
	 * @return array<array-key, mixed>
	 */
	public static function with(array $data, string $place, mixed $value): array {
		[$first, $rest] = explode('.', $place, 2) + [1 => ''];
		$below = $data[$first] ?? [];
		$data[$first] = $rest === '' ? $value : self::with(is_array($below) ? $below : [], $rest, $value);
		return $data;
	}

	/**
	 * The same without one place.
	 *
	 * @param array<array-key, mixed> $data
	 * @return array<array-key, mixed>
	 */
	public static function without(array $data, string $place): array {
		[$first, $rest] = explode('.', $place, 2) + [1 => ''];
		if ($rest === '') {
			unset($data[$first]);
			return $data;
		}
		$below = $data[$first] ?? [];
		$data[$first] = self::without(is_array($below) ? $below : [], $rest);
		return $data;
	}

	/** @return array{fr: string, en: string} */
	public static function words(string $of): array {
		return ['fr' => "$of, en français", 'en' => "$of, in English"];
	}

	/** @return string a public key of 32 bytes, in base64 */
	public static function key(string $of): string {
		return base64_encode(hash('sha256', $of, true));
	}

	/** @return list<array{id: string, text: array{fr: string, en: string}}> */
	private static function options(string ...$ids): array {
		return array_map(static fn (string $id): array => ['id' => $id, 'text' => self::words($id)], array_values($ids));
	}

	/** @return array<string, mixed> */
	private static function frame(): array {
		return [
			'version' => '1.0.0',
			'period' => self::PERIOD,
			'opens' => '2026-11-01',
			'closes' => '2026-12-15',
			'organiser' => 'Organiser',
			'contact' => 'contact@example.org',
			'purpose' => self::words('purpose'),
			'basis' => self::words('basis'),
			'retention' => self::words('retention'),
			'k' => 11,
		];
	}
}
