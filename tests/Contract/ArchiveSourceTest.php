<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Tests\Fake\FakeStaging;
use OCA\Compagnon\Tests\Support\ArchiveFiles;
use OCA\Compagnon\Tests\Support\TarWriter;
use OCA\Compagnon\Tests\Support\ZipWriter;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use OCA\Compagnon\Transfer\Source\Source;
use PHPUnit\Framework\Attributes\CoversClass;

/** With a zip that has a bit of everything, a tar, and a tar.gz, read from streams that can seek. */
#[CoversClass(ArchiveSource::class)]
class ArchiveSourceTest extends SourceContract {
	protected const STREAMS = 'plain';

	private FakeStaging $staging;
	private ArchiveFiles $files;
	/** @var list<int> */
	private array $ids;
	/** @var array<string, ?string> */
	private array $truth = [];

	#[\Override]
	protected function setUp(): void {
		$this->staging = new FakeStaging();
		$this->files = new ArchiveFiles($this->staging->folder());
		$this->ids = [$this->zip(), $this->tar('Anciens.tar'), $this->tar('Photos.tar.gz')];
		$this->files->streams = static::STREAMS;
	}

	#[\Override]
	protected function source(): Source {
		return new ArchiveSource($this->files, $this->staging);
	}

	#[\Override]
	protected function access(): Access {
		return new Access('nadia', archives: $this->ids);
	}

	#[\Override]
	protected function truth(): array {
		return $this->truth;
	}

	#[\Override]
	protected function unsupported(): array {
		return ['Anciens/lien' => 'symlink', 'Photos/lien' => 'symlink', 'Asso/secret.txt' => 'encrypted'];
	}

	#[\Override]
	protected function chosen(): array {
		return ['Asso/Réunions', 'Asso/Réunions/2024'];
	}

	#[\Override]
	protected function fingerprint(): mixed {
		return $this->files->contents();
	}

	private function zip(): int {
		$zip = new ZipWriter();
		$this->truth += ['Asso' => null, 'Asso/vide' => null, 'Asso/Réunions' => null, 'Asso/Réunions/2024' => null];
		$zip->add('vide/');
		for ($number = 0; $number < 1_100; $number++) {
			$path = $number % 3 === 0 ? "Réunions/2024/$number.txt" : ($number % 3 === 1 ? "Réunions/$number.txt" : "$number.txt");
			$this->truth["Asso/$path"] = $bytes = str_repeat("Compte rendu $number. ", $number % 7);
			$zip->add($path, $bytes, $number % 2 === 0 ? 8 : 0, ZipWriter::UTF8 | ($number % 5 === 0 ? ZipWriter::DESCRIPTOR : 0));
		}
		$this->truth['Asso/grand.bin'] = $large = random_bytes(1_500_000) . str_repeat("\0", 1_500_000);
		$zip->add('grand.bin', $large);
		$this->truth['Asso/film.mp4'] = $large = random_bytes(1_200_000);
		$zip->add('film.mp4', $large, 0);
		$zip->add('secret.txt', '????', flags: ZipWriter::ENCRYPTED);
		return $this->files->put('Asso.zip', $zip->bytes());
	}

	private function tar(string $name): int {
		$tar = new TarWriter();
		$folder = explode('.', $name)[0];
		$this->truth += [$folder => null, "$folder/a" => null, "$folder/a/vide" => null, "$folder/a/b.txt" => 'b', "$folder/c.bin" => random_bytes(1_100_000), "$folder/rien" => ''];
		$tar->add('a/vide/', type: '5')->add('a/b.txt', 'b')->add('c.bin', (string)$this->truth["$folder/c.bin"])->add('rien')->add('lien', type: '2');
		return $this->files->put($name, str_ends_with($name, '.gz') ? (string)gzencode($tar->bytes()) : $tar->bytes());
	}
}
