<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCP\IConfig;
use OCP\IUser;
use OCP\IUserSession;
use OCP\Server;

/** People who log in for the first time, with what the server gives them. */
final class Newcomers {
	/** @var list<IUser> */
	private array $here = [];
	private string $few = '';

	/** @param ?string $skeleton folder of the files that they find; few ones when null, so that it takes no long */
	public function arrive(?string $skeleton = null): string {
		Server::get(IConfig::class)->setSystemValue('skeletondirectory', $skeleton ?? $this->few());
		$person = Support::person('contract-' . bin2hex(random_bytes(4)));
		$this->here[] = $person;
		\OC_Util::tearDownFS();
		Server::get(IUserSession::class)->completeLogin($person, ['loginName' => $person->getUID(), 'password' => ''], false);
		return $person->getUID();
	}

	public function leave(): void {
		array_map(static fn (IUser $person): bool => $person->delete(), $this->here);
		Server::get(IConfig::class)->setSystemValue('skeletondirectory', '');
		if ($this->few !== '') {
			unlink("$this->few/Documents/Example.md");
			rmdir("$this->few/Documents");
			rmdir($this->few);
		}
	}

	private function few(): string {
		if ($this->few === '') {
			$this->few = sys_get_temp_dir() . '/compagnon-skeleton-' . bin2hex(random_bytes(6));
			mkdir("$this->few/Documents", recursive: true);
			file_put_contents("$this->few/Documents/Example.md", 'words');
		}
		return $this->few;
	}
}
