<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Nextcloud\Transfer\ServerNotifier;
use OCA\Compagnon\Nextcloud\Transfer\TransferNotices;
use OCA\Compagnon\Port\Notifier;
use OCA\Compagnon\Tests\Contract\NotifierContract;
use OCP\IDBConnection;
use OCP\Notification\IManager;
use OCP\Notification\INotification;
use OCP\Server;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(ServerNotifier::class)]
#[CoversClass(TransferNotices::class)]
final class NextcloudNotifierTest extends NotifierContract {
	#[\Override]
	protected function setUp(): void {
		foreach (['contract-in', 'contract-out'] as $person) {
			Support::person($person);
			$all = Server::get(IManager::class)->createNotification()->setApp('compagnon')->setUser($person);
			Server::get(IManager::class)->markProcessed($all);
		}
	}

	#[\Override]
	protected function tearDown(): void {
		$this->setUp();
	}

	#[\Override]
	protected function notifier(): Notifier {
		return Support::adapter(Notifier::class);
	}

	#[\Override]
	protected function read(string $userId): array {
		return array_map(static fn (INotification $notice): array => [$notice->getParsedSubject(), $notice->getLink()], $this->prepared($userId, 'en'));
	}

	public function testFrenchReadersReadFrench(): void {
		$this->notifier()->tell('contract-in', 'run-1', self::SENTENCE, ['contact' => 'Nadia'], 'https://space.example/1');

		self::assertSame('À qui demander : Nadia. Cette étape peut aussi être passée.', strtr($this->prepared('contract-in', 'fr')[0]->getParsedSubject(), ["\u{a0}" => ' ', "\u{202f}" => ' ']));
	}

	/** @return list<INotification> */
	private function prepared(string $userId, string $language): array {
		// The builder quotes: a bare "user" is PostgreSQL's own account.
		$query = Server::get(IDBConnection::class)->getQueryBuilder();
		$query->select('object_id', 'subject_parameters', 'link')->from('notifications')
			->where($query->expr()->eq('app', $query->createNamedParameter('compagnon')))
			->andWhere($query->expr()->eq('user', $query->createNamedParameter($userId)))
			->orderBy('object_id');
		$rows = $query->executeQuery()->fetchAll();
		return array_map(static function (array $row) use ($userId, $language): INotification {
			$notices = Server::get(IManager::class);
			$notice = $notices->createNotification()
				->setApp('compagnon')
				->setUser($userId)
				->setDateTime(new \DateTime())
				->setObject(TransferNotices::OBJECT, (string)$row['object_id'])
				->setSubject(TransferNotices::SUBJECT, (array)json_decode((string)$row['subject_parameters'], true))
				->setLink((string)$row['link']);
			return $notices->prepare($notice, $language);
		}, $rows);
	}
}
