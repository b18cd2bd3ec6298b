<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// php makeZip.php ARCHIVE TRUTH ENTRIES
// An archive with so many files in folders of a hundred, of 2 to 30 KB, half of each easy to pack; and the list of what is in
// it, as the stand-in gives it of an account.

require __DIR__ . '/process.php';
[, $archive, $truth, $entries] = $argv;
// ZipArchive keeps all that was added until it is closed.
ini_set('memory_limit', '2G');
mt_srand(1);
@unlink($archive);
$noise = random_bytes(1 << 20);
$zip = new ZipArchive();
$zip->open($archive, ZipArchive::CREATE);
$items = [];
$bytes = 0;
for ($i = 0; $i < (int)$entries; $i++) {
	$size = mt_rand(2_000, 30_000);
	$body = substr($noise, mt_rand(0, 1_000_000), intdiv($size, 2));
	$body .= substr(str_repeat("Compte rendu n° $i\n", 2000), 0, $size - strlen($body));
	$name = sprintf('Dossier %03d/fichier-%05d.txt', intdiv($i, 100), $i);
	$time = 1_600_000_000 + 2 * $i;
	$zip->addFromString($name, $body);
	$zip->setMtimeName($name, $time);
	$bytes += strlen($body);
	$items[] = ['path' => "/$name", 'kind' => 'file', 'trashed' => false, 'size' => strlen($body), 'mtime' => gmdate('c', $time), 'md5' => md5($body)];
}
$zip->close();
file_put_contents($truth, json_encode(['items' => $items], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
answer(['bytes' => $bytes]);
