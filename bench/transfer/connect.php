<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Oauth\CompleteConnection;
use OCA\Compagnon\Transfer\TransferSettings;

// php connect.php USER fast|compatible
// A new member whose account at the stand-in is connected as a browser would have it: they say yes on the provider's page,
// and come back with a code.

require __DIR__ . '/process.php';
$get = require __DIR__ . '/host.php';
[, $user, $mode] = $argv;

if ((string)getenv('COMPAGNON_HOST') === 'demo') {
	$get(Accounts::class)->add($user, $user, "mot-de-passe-$user-2026");
} else {
	$get(\OCP\IUserManager::class)->createUser($user, "mot-de-passe-$user-2026");
	$get(\OCP\Files\IRootFolder::class)->getUserFolder($user)->getId();
}
$settings = $get(TransferSettings::class);
$settings->change(true, null, $mode === 'fast', '');
$get(ClientStore::class)->set('google', 'compagnon-demo.apps.googleusercontent.com', 'demo-google-secret');

$url = $get(BeginConnection::class)->begin($user, 'google');
parse_str((string)parse_url($url, PHP_URL_QUERY), $asked);
$yes = http_build_query(['answer' => 'allow', 'scope' => $asked['scope']]);
$context = stream_context_create(['http' => [
	'method' => 'POST', 'header' => 'Content-Type: application/x-www-form-urlencoded', 'content' => $yes, 'follow_location' => 0,
]]);
// The page of consent is asked at the stand-in itself, whatever way the app's own requests go.
$page = (string)preg_replace('~^.*/(?=o/oauth2/)~', getenv('COMPAGNON_PROVIDERS') . '/accounts.google.com/', $url);
$stream = fopen($page, 'r', false, $context);
$head = stream_get_meta_data($stream)['wrapper_data'];
$back = (string)preg_replace('/^location:\s*/i', '', implode('', preg_grep('/^location:/i', $head)));
parse_str((string)parse_url($back, PHP_URL_QUERY), $given);
answer(['connection' => $get(CompleteConnection::class)->complete($user, $given['state'], $given['code'] ?? '', $given['error'] ?? '')]);
