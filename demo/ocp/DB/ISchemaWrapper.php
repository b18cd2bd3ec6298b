<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\DB;

use Doctrine\DBAL\Schema\Table;

/** Stand-in: what schema steps may use. */
interface ISchemaWrapper {
	/**
	 * @param string $tableName without prefix
	 * @return Table
	 */
	public function getTable($tableName);

	/**
	 * @param string $tableName without prefix
	 * @return bool
	 */
	public function hasTable($tableName);

	/**
	 * @param string $tableName without prefix
	 * @return Table
	 */
	public function createTable($tableName);
}
