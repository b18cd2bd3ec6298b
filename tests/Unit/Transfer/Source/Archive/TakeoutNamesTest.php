<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Archive;

use OCA\Compagnon\Transfer\Source\Archive\Side;
use OCA\Compagnon\Transfer\Source\Archive\TakeoutNames;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Names as they were seen in real exports. */
#[CoversClass(TakeoutNames::class)]
#[CoversClass(Side::class)]
final class TakeoutNamesTest extends TestCase {
	/** @return iterable<string, array{string, string, bool}> */
	public static function pairs(): iterable {
		yield 'until 2024' => ['IMG_1234.jpg', 'IMG_1234.jpg', true];
		yield 'since' => ['IMG_1234.jpg', 'IMG_1234.jpg.supplemental-metadata', true];
		yield 'cut' => ['Screenshot_2017-07-05-10-05-26.png', 'Screenshot_2017-07-05-10-05-26.png.supplementa', true];
		yield 'cut further' => ['D7157814-D2D5-4A62-AFCE-9CF465CB7D66.jpeg', 'D7157814-D2D5-4A62-AFCE-9CF465CB7D66.jpeg.supp', true];
		yield 'cut to a point' => [str_repeat('a', 41) . '.jpg', str_repeat('a', 41) . '.jpg.', true];
		yield 'cut within the extension' => ['Urlaub in Knaufspesch in der Schneifel (38).JPG', 'Urlaub in Knaufspesch in der Schneifel (38).JP', true];
		yield 'cut within the name' => ['original_1d4caa6f-16c6-4c3d-901b-9387de10e528_P.jpg', 'original_1d4caa6f-16c6-4c3d-901b-9387de10e528_', true];
		yield 'cut without a word of metadata' => ['Screenshot_20220207_102421_com.snapchat.android.jpg', 'Screenshot_20220207_102421_com.snapchat.androi', true];
		yield 'number, until 2024' => ['IMG_1234(1).jpg', 'IMG_1234.jpg(1)', true];
		yield 'number, since' => ['IMG_1234(12).jpg', 'IMG_1234.jpg.supplemental-metadata(12)', true];
		yield 'number, cut' => ['Screenshot_20211104-110347(1).jpg', 'Screenshot_20211104-110347.jpg.supplemental-m(1)', true];
		yield 'number that belongs to the name' => ['photo(1).jpg', 'photo(1).jpg', true];
		yield 'only the last number' => ['Bild(3).(2)(3).jpg', 'Bild(3).(2).jpg(3)', true];
		yield 'accents, cut by characters' => ['Fête de l’été à la préfecture, délégués élus, fin.jpg', mb_substr('Fête de l’été à la préfecture, délégués élus, fin.jpg', 0, 46), true];
		yield 'accents, cut by bytes' => ['Fête de l’été à la préfecture, délégués élus, fin.jpg', mb_strcut('Fête de l’été à la préfecture, délégués élus, fin.jpg', 0, 46), true];
		yield 'title without an extension' => ['Affiche.jpg', 'Affiche', true];
		yield 'edited' => ['IMG_1234-edited.jpg', 'IMG_1234.jpg', false];
		yield 'edited, in French' => ['IMG_1234-modifié.jpg', 'IMG_1234.jpg.supplemental-metadata', false];
		yield 'edited, accent apart' => ["IMG_1234-modifie\u{301}.jpg", 'IMG_1234.jpg', false];
		yield 'edited and numbered' => ['IMG_1234-edited(1).jpg', 'IMG_1234.jpg(1)', false];
		yield 'edited, the word cut' => [str_repeat('b', 40) . '-edit.jpg', str_repeat('b', 40) . '.jpg', false];
		yield 'film of a photo that moves' => ['IMG_0494.MP4', 'IMG_0494.HEIC', false];
		yield 'film of a numbered one' => ['IMG_0494(1).MOV', 'IMG_0494.JPG.supplemental-metadata(1)', false];
		yield 'film of a Pixel' => ['PXL_2022.MP', 'PXL_2022.MP.jpg', false];
		yield 'a document' => ['Budget.xlsx', 'Budget.xlsx-info', true];
	}

	#[DataProvider('pairs')]
	public function testThePhotoFindsItsSideFile(string $photo, string $side, bool $isItsOwn): void {
		foreach (TakeoutNames::sides($photo) as $stem => $own) {
			if ($stem === $side) {
				self::assertSame($isItsOwn, $own);
				return;
			}
		}
		self::fail("$photo does not find $side");
	}

	public function testTheLikeliestNamesComeFirst(): void {
		$sides = array_keys(iterator_to_array(TakeoutNames::sides('IMG(1).jpg')));

		self::assertSame(['IMG(1).jpg.supplemental-metadata', 'IMG(1).jpg'], array_slice($sides, 0, 2));
		self::assertNotContains('IMG.jpg', $sides, 'that of the photo without a number');
		self::assertNotContains('IMG-2.jpg', array_keys(iterator_to_array(TakeoutNames::sides('IMG-2-edi.jpg'))), 'a short name is not cut');
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function titles(): iterable {
		$long = 'Assemblée générale de l’association des jardins partagés.jpg';
		yield 'the same' => ['a.jpg', 'a.jpg', 'a.jpg'];
		yield 'characters replaced' => ['Qui _ Quoi_.jpg', 'Qui & Quoi?.jpg', 'Qui & Quoi?.jpg'];
		yield 'characters written as in HTML' => ['L_été.jpg', 'L&#39;été.jpg', "L'été.jpg"];
		yield 'cut' => [mb_substr($long, 0, 47) . '.jpg', $long, $long];
		yield 'cut and numbered' => [mb_substr($long, 0, 47) . '(2).jpg', $long, substr($long, 0, -4) . '(2).jpg'];
		yield 'another name altogether' => ['IMG_1.jpg', 'Vacances.jpg', 'IMG_1.jpg'];
		yield 'a longer one that was not cut' => ['IMG.jpg', 'IMG_1.jpg', 'IMG.jpg'];
		yield 'a shorter one' => ['IMG_1.jpg', 'IMG.jpg', 'IMG_1.jpg'];
		yield 'numbered' => ['IMG(1).jpg', 'IMG.jpg', 'IMG(1).jpg'];
		yield 'another extension' => ['a_b.jpg', 'a?b.png', 'a_b.jpg'];
		yield 'extension in other letters' => ['a_b.JPG', 'a?b.jpg', 'a?b.JPG'];
		yield 'no extension' => ['Rapport_.docx', 'Rapport?', 'Rapport_.docx'];
	}

	#[DataProvider('titles')]
	public function testTheNameIsRestoredWhereTakeoutChangedIt(string $name, string $title, string $expected): void {
		self::assertSame($expected, (new Side(0, $title, []))->nameOf($name));
	}

	public function testASideFileTellsTimeNameAndPeople(): void {
		self::assertEquals(new Side(1_600_000_000, 'a.jpg', []), Side::of('{"title":"a.jpg","photoTakenTime":{"timestamp":"1600000000"},"geoData":{"latitude":48.1}}', true));
		self::assertEquals(new Side(-5, null, []), Side::of('{"title":"a.jpg","photoTakenTime":{"timestamp":"-5"}}', false));
		self::assertEquals(
			new Side(1_615_000_000, 'a', ['bruno@example.org', 'anyone', 'example.org']),
			Side::of((string)json_encode(['title' => 'a', 'content_last_modified' => gmdate('c', 1_615_000_000), 'permissions' => [
				['role' => 'owner', 'type' => 'user', 'emailAddress' => 'nadia@example.org'], ['role' => 'writer', 'type' => 'user', 'emailAddress' => 'bruno@example.org'],
				['role' => 'reader', 'type' => 'anyone'], ['role' => 'reader', 'type' => 'domain', 'domain' => 'example.org'], 'broken', ['role' => 'reader'],
			]]), true),
		);
		self::assertNull(Side::of('{"title":"Album de l’été","date":{"timestamp":"1"}}', true), 'an album');
		self::assertNull(Side::of('{"title":', true));
		self::assertNull(Side::of('[1]', true));
	}
}
