<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Fake;

use OCA\Compagnon\Observatory\Publisher\Count\Asked;
use OCA\Compagnon\Observatory\Publisher\Count\Choice;
use OCA\Compagnon\Observatory\Publisher\Count\Clause;
use OCA\Compagnon\Observatory\Publisher\Count\Shape;
use OCA\Compagnon\Observatory\Publisher\Wave;

/** A survey that nobody was asked, and answers from 200 spaces that do not exist: the same for the same seed. */
final readonly class MadeUpSurvey {
	/** @param list<Asked>|null $asked */
	public static function wave(string $survey = 'nos-outils', string $period = '2026-Q4', ?array $asked = null): Wave {
		return new Wave(
			$survey,
			$period,
			Wave::ANSWERS,
			'1.0.0',
			str_repeat('ab', 32),
			['fr' => 'Nos outils libres, et nous', 'en' => 'Our free tools, and us'],
			['fr' => 'Comprendre ce qui aide les associations à travailler avec des logiciels libres, et ce qui les freine.', 'en' => 'To understand what helps associations to work with free software, and what holds them back.'],
			'Les Jardins numériques',
			'enquete@jardins.example',
			(int)gmmktime(0, 0, 0, 10, 1, 2026),
			(int)gmmktime(23, 59, 59, 12, 31, 2026),
			(int)gmmktime(23, 59, 59, 1, 14, 2027),
			$asked ?? self::asked(),
		);
	}

	/** @return list<Asked> */
	public static function asked(): array {
		return [
			new Asked('role', Shape::One, ['fr' => 'Quel est votre rôle dans l’association ?', 'en' => 'What is your part in the association?'], [
				Choice::named('benevole', 'Bénévole', 'Volunteer'), Choice::named('bureau', 'Au bureau ou au conseil', 'On the board'),
				Choice::named('salarie', 'Salarié⋅e', 'Employee'), Choice::named('autre', 'Autre', 'Other'),
			]),
			new Asked('membres', Shape::Ordered, ['fr' => 'Combien de personnes utilisent votre espace ?', 'en' => 'How many people use your space?'], [
				Choice::named('1', '1', '1'), Choice::named('2-4', '2 à 4', '2 to 4'), Choice::named('5-10', '5 à 10', '5 to 10'),
				Choice::named('11-25', '11 à 25', '11 to 25'), Choice::named('26-50', '26 à 50', '26 to 50'), Choice::named('51+', 'plus de 50', 'more than 50'),
			]),
			new Asked('usages', Shape::Several, ['fr' => 'Que faites-vous avec votre espace ?', 'en' => 'What do you do with your space?'], [
				Choice::named('partager', 'Partager des fichiers', 'Share files'), Choice::named('ecrire', 'Écrire à plusieurs', 'Write together'),
				Choice::named('agenda', 'Tenir un agenda commun', 'Keep a calendar together'), Choice::named('visio', 'Se réunir à distance', 'Meet from afar'),
				Choice::named('kanban', 'Suivre des tâches', 'Follow tasks'), Choice::named('site', 'Publier des pages', 'Publish pages'),
			]),
			new Asked('visio', Shape::Ordered, ['fr' => 'Les réunions à distance se passent…', 'en' => 'Meetings from afar go…'], [
				Choice::named('1', '1 – mal', '1 – badly'), Choice::named('2', '2', '2'), Choice::named('3', '3', '3'), Choice::named('4', '4', '4'), Choice::named('5', '5 – bien', '5 – well'),
			], [new Clause('usages', ['visio'])]),
			Asked::fsus('fsus', ['fr' => 'Votre espace est-il facile à utiliser ?', 'en' => 'Is your space easy to use?']),
			Asked::recommend('conseil', ['fr' => 'Conseilleriez-vous cet outil à une autre association ?', 'en' => 'Would you recommend this tool to another association?']),
			new Asked('frein', Shape::One, ['fr' => 'Qu’est-ce qui vous freine le plus ?', 'en' => 'What holds you back most?'], [
				Choice::named('temps', 'Le temps pour apprendre', 'Time to learn'), Choice::named('habitude', 'Les habitudes de l’équipe', 'Habits of the team'),
				Choice::named('manque', 'Un outil qui manque', 'A tool that is missing'), Choice::named('panne', 'Des pannes', 'Things that break'),
				Choice::named('rien', 'Rien', 'Nothing'),
			]),
			new Asked('langue', Shape::One, ['fr' => 'Utilisez-vous l’espace dans une autre langue que le français ?', 'en' => 'Do you use the space in a language other than French?'], [
				Choice::named('non', 'Non', 'No'), Choice::named('oui', 'Oui', 'Yes'),
			]),
		];
	}

	/** @return array{ballots: array<string, list<array<string, mixed>>>, tokens: array<string, int>} */
	public static function answers(int $seed = 7): array {
		mt_srand($seed);
		$ballots = ['attested' => [], 'unattested' => []];
		for ($space = 0; $space < 200; $space++) {
			$stratum = $space < 170 ? 'attested' : 'unattested';
			for ($answers = max(0, mt_rand(-3, 6)); $answers > 0; $answers--) {
				$ballots[$stratum][] = self::ballot();
			}
		}
		return ['ballots' => $ballots, 'tokens' => ['attested' => 1_700, 'unattested' => 300]];
	}

	/** @return array<string, mixed> */
	private static function ballot(): array {
		$uses = array_keys(array_filter(['partager' => 92, 'ecrire' => 61, 'agenda' => 48, 'visio' => 30, 'kanban' => 14, 'site' => 2], static fn (int $chance): bool => mt_rand(1, 100) <= $chance));
		$ease = mt_rand(-1, 1);
		return [
			'role' => self::one(['benevole' => 60, 'bureau' => 30, 'salarie' => 8, 'autre' => 1, '' => 4]),
			'membres' => self::one(['1' => 2, '2-4' => 25, '5-10' => 38, '11-25' => 25, '26-50' => 7, '51+' => 1, '' => 3]),
			'usages' => mt_rand(1, 100) <= 4 ? null : $uses,
			'visio' => in_array('visio', $uses, true) ? mt_rand(1, 3) + mt_rand(0, 2) : null,
			'fsus' => array_map(static fn (int $item): ?int => mt_rand(1, 50) === 1 ? null : max(1, min(5, ($item % 2 === 0 ? 4 : 2) + ($item % 2 === 0 ? $ease : -$ease) + mt_rand(-1, 1))), range(0, 9)),
			'conseil' => mt_rand(1, 20) === 1 ? null : min(10, mt_rand(4, 9) + mt_rand(0, 2)),
			'frein' => self::one(['temps' => 40, 'habitude' => 30, 'manque' => 12, 'panne' => 1, 'rien' => 2, '' => 5]),
			'langue' => self::one(['non' => 97, 'oui' => 1]),
		];
	}

	/** @param array<array-key, int> $weights */
	private static function one(array $weights): ?string {
		$drawn = mt_rand(1, array_sum($weights));
		foreach ($weights as $answer => $weight) {
			$drawn -= $weight;
			if ($drawn <= 0) {
				return (string)$answer === '' ? null : (string)$answer;
			}
		}
		return null;
	}
}
