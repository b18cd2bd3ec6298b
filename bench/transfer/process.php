<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What the scripts of this folder say of their own process.

/** @return float MB, as the system counts them: VmRSS now, VmHWM at most so far */
function memoryOf(string $field): float {
	preg_match("/^$field:\s+(\d+) kB/m", (string)file_get_contents('/proc/self/status'), $found);
	return round((int)($found[1] ?? 0) / 1024, 1);
}

/** @return float seconds of processor time */
function processorTime(): float {
	$used = (array)getrusage();
	return round($used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6, 2);
}

/** @param array<string, mixed> $result */
function answer(array $result): never {
	fwrite(STDOUT, json_encode($result, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) . "\n");
	exit(0);
}
