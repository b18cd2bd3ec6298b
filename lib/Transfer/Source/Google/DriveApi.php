<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Fault\FaultKind;
use OCA\Compagnon\Transfer\Oauth\AccountHttp;
use OCA\Compagnon\Transfer\Oauth\Token;
use OCA\Compagnon\Transfer\Source\Access;
use OCA\Compagnon\Transfer\Source\Fields;

/** Drive v3, as far as somebody needs it who takes a copy. */
final readonly class DriveApi {
	public const BASE = 'https://www.googleapis.com/drive/v3/';
	/** Bodies may come from elsewhere at Google, by redirect. */
	public const HOSTS = ['www.googleapis.com', 'docs.google.com', '*.googleusercontent.com'];
	public const PAGE = 1000;
	private const DRIVES = ['supportsAllDrives' => 'true', 'includeItemsFromAllDrives' => 'true'];

	public function __construct(
		private AccountHttp $http,
		private DriveFaults $faults,
	) {
	}

	/**
	 * One page of files.
	 *
	 * @param ?string $query in Drive's language; null for everything. What lies in the bin is left out here
	 * @param ?string $drive id of the shared drive to search, null for all that the account sees
	 * @param array<string, string> $keys resource keys of folders by id
	 * @return array{list<DriveFile>, ?string} with the token of the next page
	 * @throws Fault
	 */
	public function files(Access $access, ?string $query, ?string $drive, ?string $page, array $keys = [], string $fields = DriveFile::FIELDS): array {
		$answer = $this->get($access, 'files', [
			'q' => $query === null ? 'trashed=false' : "$query and trashed=false",
			'pageSize' => (string)self::PAGE,
			'fields' => "nextPageToken,incompleteSearch,files($fields)",
			'spaces' => 'drive',
		] + self::DRIVES + ($drive === null ? ['corpora' => 'user'] : ['corpora' => 'drive', 'driveId' => $drive]) + ($page === null ? [] : ['pageToken' => $page]), $keys);
		if ($answer->flag('incompleteSearch')) {
			throw new Fault(FaultKind::Again, 'provider_trouble');
		}
		return [array_map(static fn (Fields $file): DriveFile => new DriveFile($file), $answer->all('files')), $answer->text('nextPageToken')];
	}

	/** @throws Fault of kind Vanished when it is not there, or not for this account */
	public function file(Access $access, string $id, ?string $key = null): DriveFile {
		$file = $this->get($access, 'files/' . rawurlencode($id), ['fields' => DriveFile::FIELDS, 'supportsAllDrives' => 'true'], $key === null ? [] : [$id => $key]);
		return new DriveFile($file);
	}

	/** @throws Fault */
	public function rootId(Access $access): string {
		return $this->get($access, 'files/root', ['fields' => 'id'])->text('id') ?? throw new Fault(FaultKind::Again, 'provider_trouble');
	}

	/** @throws Fault */
	public function usedBytes(Access $access): ?int {
		return $this->get($access, 'about', ['fields' => 'storageQuota'])->in('storageQuota')->number('usageInDrive');
	}

	/**
	 * @return array<string, string> names of the shared drives by id
	 * @throws Fault
	 */
	public function drives(Access $access): array {
		$drives = [];
		$page = null;
		do {
			$answer = $this->get($access, 'drives', ['pageSize' => '100', 'fields' => 'nextPageToken,drives(id,name)'] + ($page === null ? [] : ['pageToken' => $page]));
			foreach ($answer->all('drives') as $drive) {
				$drives[$drive->text('id') ?? ''] = $drive->text('name') ?? '';
			}
			$page = $answer->text('nextPageToken');
		} while ($page !== null);
		return $drives;
	}

	/** @return string a value between quotes of a query */
	public static function quoted(string $value): string {
		return "'" . strtr($value, ['\\' => '\\\\', "'" => "\\'"]) . "'";
	}

	/**
	 * @param array<string, string> $keys by id
	 * @return array<string, string> the header that carries them
	 */
	public static function keyHeader(array $keys): array {
		$pairs = array_map(static fn (string $id, string $key): string => "$id/$key", array_keys($keys), $keys);
		return $pairs === [] ? [] : ['x-goog-drive-resource-keys' => implode(',', $pairs)];
	}

	/**
	 * @param array<string, string> $query
	 * @param array<string, string> $keys
	 */
	private function get(Access $access, string $path, array $query, array $keys = []): Fields {
		$url = self::BASE . $path . '?' . http_build_query($query, '', '&', PHP_QUERY_RFC3986);
		$answer = $this->http->send(
			$access,
			static fn (Token $token): Request => Request::get($url, self::HOSTS, ['authorization' => $token->bearer()] + self::keyHeader($keys)),
			static fn (Answer $answer): bool => $answer->status === 401,
		);
		return $answer->ok() ? new Fields($answer->json()) : throw $this->faults->of($answer, null);
	}
}
