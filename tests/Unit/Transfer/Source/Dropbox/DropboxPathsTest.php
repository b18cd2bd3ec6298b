<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Unit\Transfer\Source\Dropbox;

use OCA\Compagnon\Transfer\Source\Dropbox\DropboxPaths;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversClass(DropboxPaths::class)]
final class DropboxPathsTest extends TestCase {
	/** @return iterable<array{string, ?string}> */
	public static function links(): iterable {
		yield ['https://www.dropbox.com/home/Comptes%20%C3%89t%C3%A9/2024', 'path:/comptes été/2024'];
		yield ['https://www.dropbox.com/home/Comptes/?di=left_nav', 'path:/comptes'];
		yield ['https://www.dropbox.com/home/Comptes?preview=Bilan+2024.xlsx', 'path:/comptes/bilan 2024.xlsx'];
		yield ['https://www.dropbox.com/home?preview=Statuts.pdf', 'path:/statuts.pdf'];
		yield ['https://www.dropbox.com/home', 'path:'];
		yield ['https://www.dropbox.com/work/Bureau', 'path:/bureau'];
		yield ['https://www.dropbox.com/preview/Comptes/Bilan.xlsx?role=personal', 'path:/comptes/bilan.xlsx'];
		yield [' http://dropbox.com/home/A ', 'path:/a'];
		yield ['https://www.dropbox.com/s/abc123/Bilan.xlsx?dl=0', null];
		yield ['https://www.dropbox.com/scl/fi/abc/Bilan.xlsx?rlkey=x&dl=0', null];
		yield ['https://www.dropbox.com/sh/abc/def', null];
		yield ['https://www.dropbox.com/homepage', null];
		yield ['https://www.dropbox.com.evil.example/home/A', null];
		yield ['ftp://www.dropbox.com/home/A', null];
		yield ['home/A', null];
		yield ['', null];
	}

	#[DataProvider('links')]
	public function testALinkLeadsToAPathOrNowhere(string $link, ?string $id): void {
		self::assertSame($id, DropboxPaths::idOfLink($link));
	}

	public function testALinkThatWeMakeLeadsBack(): void {
		foreach (['/comptes été', '/a&b/c?d#e/100%', '/x'] as $path) {
			self::assertSame(DropboxPaths::id($path), DropboxPaths::idOfLink(DropboxPaths::link($path, true)));
			self::assertSame(DropboxPaths::id($path), DropboxPaths::idOfLink(DropboxPaths::link($path, false)));
		}
		self::assertSame('https://www.dropbox.com/home/comptes?preview=bilan%202024.xlsx', DropboxPaths::link('/comptes/bilan 2024.xlsx', false));
	}

	public function testWhatLiesBelowAFolderIsNotWhatBeginsLikeIt(): void {
		self::assertTrue(DropboxPaths::isIn('/a', '/a'));
		self::assertTrue(DropboxPaths::isIn('/a/b', '/a'));
		self::assertFalse(DropboxPaths::isIn('/ab', '/a'));
		self::assertTrue(DropboxPaths::isIn('/ab', ''));
		self::assertSame(['/a', '', ''], [DropboxPaths::above('/a/b'), DropboxPaths::above('/a'), DropboxPaths::above('')]);
	}
}
