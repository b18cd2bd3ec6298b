<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCP\IConfig;
use OCP\IUser;
use OCP\IUserManager;
use OCP\Server;
use PHPUnit\Framework\Assert;

/** What the tests inside a Nextcloud need of it. */
final class Support {
	/**
	 * @template T of object
	 * @param class-string<T> $port
	 * @return T the adapter that the app itself is given
	 */
	public static function adapter(string $port): object {
		$adapter = (new \OCP\AppFramework\App('compagnon'))->getContainer()->get($port);
		Assert::assertInstanceOf($port, $adapter);
		return $adapter;
	}

	/** Somebody who is there when the test begins. */
	public static function person(string $id): IUser {
		$users = Server::get(IUserManager::class);
		$user = $users->get($id) ?? $users->createUser($id, 'Contract-' . bin2hex(random_bytes(8)));
		return $user instanceof IUser ? $user : throw new \RuntimeException("no account $id");
	}

	public static function root(): string {
		return \OC::$SERVERROOT;
	}

	public static function dataFolder(): string {
		return Server::get(IConfig::class)->getSystemValueString('datadirectory');
	}
}
