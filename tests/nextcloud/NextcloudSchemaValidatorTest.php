<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Nextcloud;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Port\SchemaValidator;
use OCA\Compagnon\Tests\Contract\SchemaValidatorContract;
use PHPUnit\Framework\Attributes\CoversClass;

#[CoversClass(OpisSchemaValidator::class)]
final class NextcloudSchemaValidatorTest extends SchemaValidatorContract {
	#[\Override]
	protected function validator(): SchemaValidator {
		return Support::adapter(SchemaValidator::class);
	}

	public function testTheLibraryIsTheOneThatTheAppCarries(): void {
		$this->validator()->faults(1, (object)['type' => 'string']);
		$file = (string)(new \ReflectionClass(\Opis\JsonSchema\Validator::class))->getFileName();

		self::assertStringStartsWith(Support::root() . '/apps/compagnon/vendor/', $file);
	}
}
