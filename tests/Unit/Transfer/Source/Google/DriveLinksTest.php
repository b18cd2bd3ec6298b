<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Source\Google\DriveLinks;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(DriveLinks::class)]
final class DriveLinksTest extends TestCase {
	private const ID = '1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789';

	/** @return iterable<array{string}> */
	public static function links(): iterable {
		foreach ([
			'https://drive.google.com/file/d/ID/view?usp=sharing',
			'https://drive.google.com/file/d/ID/edit',
			'https://drive.google.com/file/d/ID',
			'https://drive.google.com/file/u/0/d/ID/view',
			'https://drive.google.com/a/jardin.example/file/d/ID/view',
			'https://drive.google.com/open?id=ID',
			'https://drive.google.com/open?authuser=0&id=ID&usp=drive_fs',
			'https://drive.google.com/uc?id=ID&export=download',
			'https://drive.google.com/uc?export=view&id=ID&resourcekey=0-abc',
			'https://drive.google.com/drive/folders/ID?usp=drive_link',
			'https://drive.google.com/drive/u/1/folders/ID',
			'https://drive.google.com/drive/mobile/folders/ID?resourcekey=0-abc',
			'https://drive.google.com/folderview?id=ID',
			'https://drive.usercontent.google.com/download?id=ID&export=download',
			'https://docs.google.com/document/d/ID/edit?usp=sharing#heading=h.abc',
			'https://docs.google.com/document/u/0/d/ID/edit',
			'https://docs.google.com/a/jardin.example/document/d/ID/edit',
			'https://docs.google.com/spreadsheets/d/ID/edit#gid=0',
			'https://docs.google.com/presentation/d/ID/present',
			'https://docs.google.com/drawings/d/ID/edit',
			'https://docs.google.com/forms/d/ID/viewform',
			'http://docs.google.com/document/d/ID',
			'  https://DRIVE.google.com/open?id=ID  ',
		] as $link) {
			yield [$link];
		}
	}

	#[DataProvider('links')]
	public function testEachShapeOfALinkIsRead(string $link): void {
		self::assertSame(self::ID, DriveLinks::id(str_replace('ID', self::ID, $link)));
	}

	/** @return iterable<array{string}> */
	public static function others(): iterable {
		foreach ([
			'https://evil.example/file/d/ID/view',
			'https://drive.google.com.evil.example/file/d/ID/view',
			'https://docs.google.com/forms/d/e/ID/viewform',
			'https://drive.google.com/drive/my-drive',
			'https://drive.google.com/open?id[]=ID',
			'https://drive.google.com/open?id=../../etc',
			'ftp://drive.google.com/file/d/ID/view',
			'https://photos.google.com/album/ID',
			'ID',
			'http:///',
			'',
		] as $link) {
			yield [$link];
		}
	}

	#[DataProvider('others')]
	public function testWhatLeadsElsewhereIsNone(string $link): void {
		self::assertNull(DriveLinks::id(str_replace('ID', self::ID, $link)));
	}
}
