<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Port;

/** JSON Schema, draft 2020-12. */
interface SchemaValidator {
	/**
	 * @param mixed $data as json_decode gives it, objects as stdClass
	 * @param string|object $schema path of a schema file, or the schema itself
	 * @return list<array{field: string, keyword: string, reason: string}> empty when the data is fine; field is a path with
	 *                                                                     dots, keyword the part of JSON Schema that it
	 *                                                                     breaks, reason a technical sentence in English
	 */
	public function faults(mixed $data, string|object $schema): array;
}
