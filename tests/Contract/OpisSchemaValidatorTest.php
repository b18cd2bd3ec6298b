<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Port\SchemaValidator;
use PHPUnit\Framework\Attributes\CoversClass;

/** The validator is the same on every host. */
#[CoversClass(OpisSchemaValidator::class)]
final class OpisSchemaValidatorTest extends SchemaValidatorContract {
	#[\Override]
	protected function validator(): SchemaValidator {
		return new OpisSchemaValidator();
	}
}
