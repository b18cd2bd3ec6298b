<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Demo\Adapter\DemoFiles;
use OCA\Compagnon\Demo\Files\Blobs;
use OCA\Compagnon\Demo\Files\Nodes;
use OCA\Compagnon\Demo\Files\Quota;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Demo\Files\Versions;
use OCA\Compagnon\Port\Files;
use OCA\Compagnon\Transfer\Target\Content;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(DemoFiles::class)]
final class DemoFilesTest extends FilesContract {
	private DemoSpace $space;

	#[\Override]
	protected function setUp(): void {
		$this->space = new DemoSpace();
		parent::setUp();
	}

	#[\Override]
	protected function files(): Files {
		return $this->space->container->get(Files::class);
	}

	#[\Override]
	protected function leave(int $bytes): void {
		$this->space->container->get(Quota::class)->limit(self::USER, (int)$this->files->find(self::USER, '')?->size + $bytes);
	}

	#[\Override]
	protected function versions(int $fileId): array {
		$versions = [];
		for ($number = 1; $number <= $this->space->container->get(Versions::class)->count($fileId); $number++) {
			$versions[] = (string)file_get_contents($this->space->container->get(Blobs::class)->version($fileId, $number));
		}
		return $versions;
	}

	#[\Override]
	protected function move(int $fileId, string $path): void {
		$tree = $this->space->container->get(Tree::class);
		$place = $tree->reach(self::USER, $fileId);
		$tree->move(self::USER, $place, (int)$this->files->find(self::USER, dirname($path))?->id);
		$tree->rename($tree->reach(self::USER, $fileId), basename($path));
	}

	public function testWhatIsInTheTrashIsNotThere(): void {
		$made = $this->create('a', 'x');
		$tree = $this->space->container->get(Tree::class);
		$tree->trash($tree->reach(self::USER, (int)$this->files->find(self::USER, self::HOME)?->id));

		self::assertNull($this->files->byId(self::USER, $made->id));
		self::assertNull($this->files->find(self::USER, $made->path));
		self::assertNull($this->files->find(self::USER, self::HOME));
	}

	public function testVersionsGoWithTheirFile(): void {
		$made = $this->create('a', 'first');
		$this->files->replace(self::USER, $made->id, $made->etag, Content::ofBytes('second'), null);
		$tree = $this->space->container->get(Tree::class);
		$tree->trash($tree->reach(self::USER, $made->id));
		$tree->erase(self::USER, $made->id);

		self::assertSame([], glob($this->space->folder . '/files/*'));
		self::assertSame([], $this->space->container->get(Nodes::class)->path($made->id));
	}
}
