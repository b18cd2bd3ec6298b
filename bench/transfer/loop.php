<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCP\Files\Folder;
use OCP\Files\IRootFolder;
use OCP\Http\Client\IClientService;
use OCP\IUserManager;
use OCP\IUserSession;

// php loop.php USER TARGET TOKEN
// What the integration apps do, step by step and one file after the other: newFile(name), a streamed GET, fopen('w'), fwrite
// for each piece, fclose, touch, stat. Written anew after their published behaviour, for they cannot be pointed at a stand-in.

require __DIR__ . '/process.php';
$began = microtime(true);
$get = require __DIR__ . '/host.php';
[, $user, $target, $token] = $argv;

$api = getenv('COMPAGNON_PROVIDERS') . '/www.googleapis.com/drive/v3/files';
$client = $get(IClientService::class)->newClient();
$options = ['headers' => ['Authorization' => "Bearer $token"], 'nextcloud' => ['allow_local_address' => true], 'timeout' => 0];

/** @return iterable<array<string, mixed>> */
$children = static function (string $folder) use ($client, $api, $options): iterable {
	$page = null;
	do {
		$query = ['pageSize' => 1000, 'fields' => 'nextPageToken,files(id,name,mimeType,size,modifiedTime)', 'q' => "'$folder' in parents and trashed=false"];
		$answer = json_decode((string)$client->get($api, $options + ['query' => $query + ($page === null ? [] : ['pageToken' => $page])])->getBody(), true);
		yield from $answer['files'];
		$page = $answer['nextPageToken'] ?? null;
	} while ($page !== null);
};

$download = static function (Folder $into, array $file) use ($client, $api, $options): int {
	$saved = $into->newFile($file['name']);
	while (true) {
		try {
			$body = $client->get("$api/{$file['id']}?alt=media", $options + ['stream' => true])->getBody();
			break;
		} catch (\Exception $e) {
			// They wait as they are told to.
			if ($e->getCode() !== 429) {
				throw $e;
			}
			sleep(1);
		}
	}
	$resource = $saved->fopen('w');
	while (!feof($body)) {
		fwrite($resource, (string)fread($body, 5_000_000));
	}
	fclose($resource);
	fclose($body);
	$saved->touch(strtotime($file['modifiedTime']));
	return (int)$saved->stat()['size'];
};

$move = static function (string $folder, Folder $into) use (&$move, $children, $download): int {
	$files = 0;
	foreach ($children($folder) as $file) {
		if ($file['mimeType'] === 'application/vnd.google-apps.folder') {
			$files += $move($file['id'], $into->newFolder($file['name']));
		} else {
			$download($into, $file);
			$files++;
		}
	}
	return $files;
};

$get(IUserSession::class)->setUser($get(IUserManager::class)->get($user));
$files = $move('root', $get(IRootFolder::class)->getUserFolder($user)->newFolder($target));
answer(['files' => $files, 'seconds' => round(microtime(true) - $began, 2), 'processor' => processorTime(), 'memory' => ['peak' => memoryOf('VmHWM')]]);
