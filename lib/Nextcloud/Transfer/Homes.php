<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Transfer;

use OCA\Compagnon\Transfer\Target\FilesFault;
use OCA\Compagnon\Transfer\Target\FilesFaultKind;
use OCA\Compagnon\Transfer\Target\StoredFile;
use OCP\Files\File;
use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Files\Node;
use OCP\Files\NotFoundException;
use OCP\IUserManager;
use OCP\IUserSession;

/** The home of a person as the platform shows it to them, and what they are for others while something is done there. */
final readonly class Homes {
	public function __construct(
		private IRootFolder $root,
		private IUserManager $users,
		private IUserSession $session,
	) {
	}

	/**
	 * Does something in somebody's home as that person, without a login: versions, activity and rights of apps go by whom
	 * the platform takes for the person at work.
	 *
	 * @template T
	 * @param \Closure(Folder): T $do
	 * @return T
	 * @throws FilesFault
	 */
	public function of(string $userId, \Closure $do): mixed {
		$user = $this->users->get($userId) ?? throw FilesFault::of(FilesFaultKind::Missing);
		$before = $this->session->getUser();
		$this->session->setVolatileActiveUser($user);
		try {
			return $do($this->root->getUserFolder($userId));
		} catch (\Exception $e) {
			throw FilesFaults::of($e);
		} finally {
			$this->session->setVolatileActiveUser($before);
		}
	}

	/** @throws FilesFault missing */
	public static function folder(Folder $home, string $path): Folder {
		$node = self::node($home, $path);
		return $node instanceof Folder ? $node : throw FilesFault::of(FilesFaultKind::Missing);
	}

	/** @throws FilesFault missing */
	public static function file(Folder $home, int $fileId): File {
		$node = $home->getFirstNodeById($fileId);
		return $node instanceof File ? $node : throw FilesFault::of(FilesFaultKind::Missing);
	}

	/** @throws NotFoundException when the home itself cannot be had */
	public static function node(Folder $home, string $path): ?Node {
		try {
			// The platform keeps the home itself for as long as the process lives, as it was at first.
			return $home->get($path === '' ? '/' : $path);
		} catch (NotFoundException) {
			return $path === '' ? self::first($home) : null;
		}
	}

	/** Who was never here has no home yet: the platform makes it when somebody looks into it. */
	private static function first(Folder $home): Node {
		$home->getDirectoryListing();
		return $home->get('/');
	}

	/** The platform's own stays the same when somebody writes twice within a second. */
	public static function etag(Node $node): string {
		return $node instanceof Folder ? $node->getEtag() : self::etagOf($node->getEtag(), (int)$node->getSize());
	}

	public static function etagOf(string $etag, int $size): string {
		return "$etag-$size";
	}

	public static function stored(Folder $home, Node $node): StoredFile {
		return new StoredFile(
			$node->getId(),
			trim((string)$home->getRelativePath($node->getPath()), '/'),
			$node instanceof Folder,
			max(0, (int)$node->getSize()),
			$node->getMTime(),
			self::etag($node),
			$node instanceof Folder ? $node->isCreatable() : $node->isUpdateable(),
		);
	}
}
