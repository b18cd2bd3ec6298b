<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

use OCA\Compagnon\Openl\Voprf\Client;
use OCA\Compagnon\Openl\Voprf\Issuer;
use OCA\Compagnon\Openl\Voprf\IssuerKey;

// php tokens.php ROUNDS    batches of ten, as a registry gives them out: evaluated, with their proof; and the side of the space

require __DIR__ . '/../transfer/process.php';
$get = require __DIR__ . '/../transfer/host.php';

const BATCH = 10;
$client = $get(Client::class);
$issuer = $get(Issuer::class);
$key = IssuerKey::derive(random_bytes(32), 'bench');
$issue = $space = [];
for ($round = 0; $round < (int)$argv[1]; $round++) {
	$began = hrtime(true);
	$blinded = $client->blind(BATCH);
	$asked = hrtime(true);
	$answer = $issuer->evaluate($key, array_map(static fn (object $one): string => $one->element, $blinded));
	$given = hrtime(true);
	$tokens = $client->finish($blinded, $answer, $key->publicKey);
	$issue[] = ($given - $asked) / BATCH / 1e6;
	$space[] = (hrtime(true) - $given + $asked - $began) / BATCH / 1e6;
	foreach ($tokens as $token) {
		$issuer->knows($key, $token) || throw new \RuntimeException('A token was given out that is not known');
	}
}
sort($issue);
sort($space);
answer(['issue' => $issue[intdiv(count($issue), 2)], 'space' => $space[intdiv(count($space), 2)]]);
