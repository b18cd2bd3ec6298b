<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerNameRules;
use OCA\Compagnon\Port\NameRules;
use OCA\Compagnon\Tests\Contract\NameRulesContract;
use OCP\IConfig;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerNameRules::class)]
final class NextcloudNameRulesTest extends NameRulesContract {
	private const SETTINGS = ['forbidden_filename_characters', 'forbidden_filename_basenames', 'forbidden_filename_extensions'];

	#[\Override]
	protected function tearDown(): void {
		array_map(Server::get(IConfig::class)->deleteSystemValue(...), self::SETTINGS);
	}

	#[\Override]
	protected function rules(): NameRules {
		// The platform keeps what it has read for as long as it lives.
		return new ServerNameRules(Server::get(\OC\Files\FilenameValidator::class));
	}

	public function testWhatThisServerForbidsForWindowsIsCleaned(): void {
		$config = Server::get(IConfig::class);
		$config->setSystemValue('forbidden_filename_characters', ['<', '>', ':', '"', '|', '?', '*', '\\', '/']);
		$config->setSystemValue('forbidden_filename_basenames', ['con', 'nul']);
		$config->setSystemValue('forbidden_filename_extensions', [' ', '.', '.part', '.filepart']);
		$validator = new \OC\Files\FilenameValidator(Server::get(\OCP\L10N\IFactory::class), Server::get(\OCP\IDBConnection::class), $config, Server::get(\Psr\Log\LoggerInterface::class));
		$rules = new ServerNameRules($validator);
		foreach (['a:b?.txt', 'con', 'con.txt', 'notes ', 'etc...', 'a. . .', '???', 'film.part ', 'nul.part'] as $name) {
			self::assertFalse($rules->allows($name), $name);
			self::assertTrue($rules->allows($rules->clean($name)), $name . ' became ' . $rules->clean($name));
		}
		self::assertSame('a_b_.txt', $rules->clean('a:b?.txt'));
	}
}
