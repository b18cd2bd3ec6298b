<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Architecture;

use OCA\Compagnon\Tests\Architecture\Support\NameScanner;
use OCA\Compagnon\Tests\Architecture\Support\Sources;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Who may use what. */
#[CoversNothing]
final class LayersTest extends TestCase {
	/** Folders of lib that know the platform; every other one is the core. */
	private const PLATFORM = ['AppInfo', 'BackgroundJob', 'Command', 'Controller', 'Event', 'Listener', 'Migration', 'Nextcloud', 'Settings'];

	/** What the core never mentions. */
	private const FOREIGN = '/^(OCP|NCU|OC|OCA(?!\\\\Compagnon\\\\)|GuzzleHttp|Sabre|Doctrine|Symfony|Psr|Opis)\\\\/';

	/** The one class of the core that may know a library, and which. */
	private const EXCEPTIONS = ['lib/Content/OpisSchemaValidator.php' => '/^Opis\\\\JsonSchema\\\\/'];

	/** What controllers may know of the platform: requests, responses and attributes. */
	private const OF_CONTROLLERS = '/^OCP\\\\(IRequest$|AppFramework\\\\(Controller|OCSController|Middleware|Http)$|AppFramework\\\\Http\\\\)/';

	public function testTheCoreKnowsNoPlatformAndNoLibrary(): void {
		$found = [];
		foreach (self::core() as $path => $source) {
			$found = [...$found, ...self::breaches($path, $source, self::FOREIGN, self::EXCEPTIONS[$path] ?? null)];
		}

		self::assertSame([], $found);
	}

	public function testTheCoreDoesNotKnowItsAdapters(): void {
		$found = [];
		foreach (self::core() as $path => $source) {
			$found = [...$found, ...self::breaches($path, $source, '/^OCA\\\\Compagnon\\\\(' . implode('|', [...self::PLATFORM, 'Demo', 'Tests']) . ')\\\\/', $path === 'lib/Error/Refusal.php' ? '/ErrorAnswer$/' : null)];
		}

		self::assertSame([], $found);
	}

	public function testNobodyUsesWhatIsPrivateToTheServer(): void {
		$found = [];
		foreach (Sources::in('lib') as $path => $source) {
			$found = [...$found, ...self::breaches($path, $source, '/^OC\\\\/')];
		}

		self::assertSame([], $found);
	}

	public function testControllersKnowRequestsResponsesAndAttributesOnly(): void {
		$found = [];
		foreach (Sources::in('lib/Controller') as $path => $source) {
			$found = [...$found, ...self::breaches($path, $source, '/^(OCP|NCU|GuzzleHttp|Sabre|Doctrine|Symfony|Psr|Opis)\\\\/', self::OF_CONTROLLERS)];
		}

		self::assertSame([], $found);
	}

	public function testAFolderThatNobodyNamedIsCore(): void {
		self::assertSame([], array_diff(['Port', 'Tour', 'Adventure', 'Content', 'Privacy', 'Space', 'Error', 'Http', 'Transfer', 'Openl', 'Survey', 'Observatory'], array_map(
			static fn (string $path): string => explode('/', $path)[1],
			array_keys(self::core()),
		)));
	}

	public function testSchemaStepsUseOnlyWhatLasts(): void {
		$found = [];
		foreach (Sources::in('lib/Migration') as $path => $source) {
			$found = [...$found, ...self::breaches($path, $source, '/^(?!OCA\\\\Compagnon\\\\Migration)/', '/^OCP\\\\(DB\\\\ISchemaWrapper|Migration\\\\(IOutput|SimpleMigrationStep))$/'), ...self::calls($path, $source)];
		}

		self::assertSame([], $found);
	}

	/** @return iterable<string, array{string}> */
	public static function planted(): iterable {
		yield 'import' => ['use OCP\IUser;'];
		yield 'import with another name' => ['use OCP\IUser as Somebody;'];
		yield 'imports in a group' => ['use OCP\{IUser, IConfig};'];
		yield 'import of a function' => ['use function OCP\Log\logger;'];
		yield 'type' => ['function f(\OCP\IUser $user): void {}'];
		yield 'relative to an import' => ["use OCP\\Files;\nfunction f(Files\\Node \$node): void {}"];
		yield 'attribute' => ['#[\OCP\AppFramework\Http\Attribute\NoCSRFRequired] function f(): void {}'];
		yield 'text' => ["\$class = 'OCP\\IUser';"];
		yield 'text with two backslashes' => ['$class = "OCP\\\\IUser";'];
		yield 'text with a leading backslash' => ["\$class = '\\OCP\\Server';"];
		yield 'text around a value' => ['$class = "\\\\OCP\\\\Files\\\\$name";'];
		yield 'docblock' => ["/** @param \\OCP\\IUser \$user */"];
		yield 'docblock, deep in a type' => ["/** @return array<string, list<OCP\\IUser>|null> */"];
		yield 'comment' => ["// as \\OCP\\IUser does"];
		yield 'another app' => ['new \OCA\DAV\CalDAV\CalDavBackend();'];
		yield 'a client' => ['use GuzzleHttp\Client;'];
		yield 'a database library' => ['use Doctrine\DBAL\Types\Types;'];
		yield 'private to the server' => ['\OC\Files\Filesystem::init();'];
		yield 'not yet public' => ['use NCU\Config\IUserConfig;'];
		yield 'a console' => ['use Symfony\Component\Console\Command\Command;'];
		yield 'a validator' => ['use Opis\JsonSchema\Validator;'];
		yield 'a calendar library' => ['use Sabre\VObject\Reader;'];
	}

	#[DataProvider('planted')]
	public function testAPlantedBreachIsFound(string $code): void {
		self::assertNotSame([], self::breaches('lib/Tour/Planted.php', "<?php\nnamespace OCA\\Compagnon\\Tour;\n$code\n", self::FOREIGN));
	}

	public function testOurOwnNamesAreNoBreach(): void {
		$code = "<?php\nnamespace OCA\\Compagnon\\Tour;\nuse OCA\\Compagnon\\Port\\Clock;\nuse OCA\\Compagnon\\Port;\n/** @see \\OCA\\Compagnon\\Tour\\Tour */\n\$a = 'OCA\\Compagnon\\Tour\\Tour'; \$b = Port\\Clock::class; \$c = 'a\\nb'; \$d = \\DateTime::class;\n";

		self::assertSame([], self::breaches('lib/Tour/Fine.php', $code, self::FOREIGN));
	}

	public function testAControllerThatTakesASessionOfThePlatformIsFound(): void {
		$code = "<?php\nnamespace OCA\\Compagnon\\Controller;\nuse OCP\\IUserSession;\nuse OCP\\IRequest;\nuse OCP\\AppFramework\\Http\\DataResponse;\n";

		self::assertSame(['lib/Controller/Planted.php:3 OCP\IUserSession'], self::breaches('lib/Controller/Planted.php', $code, '/^OCP\\\\/', self::OF_CONTROLLERS));
	}

	public function testASchemaStepThatDoesMoreIsFound(): void {
		$code = "<?php\nnamespace OCA\\Compagnon\\Migration;\n\$schema->dropTable('a');\n\$table->addColumn('a', \\OCP\\DB\\Types::STRING);\n\$table->getColumn('a')->setLength(3);\n";

		self::assertSame(['lib/Migration/Planted.php:3 dropTable', 'lib/Migration/Planted.php:5 getColumn', 'lib/Migration/Planted.php:5 setLength'], self::calls('lib/Migration/Planted.php', $code));
		self::assertNotSame([], self::breaches('lib/Migration/Planted.php', $code, '/^OCP\\\\/', '/^OCP\\\\DB\\\\ISchemaWrapper$/'));
	}

	/** @return array<string, string> */
	private static function core(): array {
		return array_filter(
			Sources::in('lib'),
			static fn (string $path): bool => !in_array(explode('/', $path)[1], self::PLATFORM, true),
			ARRAY_FILTER_USE_KEY,
		);
	}

	/**
	 * @param string $forbidden pattern of names
	 * @param ?string $except pattern of those that are fine all the same
	 * @return list<string>
	 */
	private static function breaches(string $path, string $source, string $forbidden, ?string $except = null): array {
		$breaches = [];
		foreach ((new NameScanner())->names($source) as $name => $line) {
			if (preg_match($forbidden, $name) === 1 && ($except === null || preg_match($except, $name) !== 1)) {
				$breaches[] = "$path:$line $name";
			}
		}
		return $breaches;
	}

	/** @return list<string> calls of methods that schema steps may not use */
	private static function calls(string $path, string $source): array {
		$allowed = ['hasTable', 'createTable', 'getTable', 'hasColumn', 'addColumn', 'setPrimaryKey', 'addIndex', 'addUniqueIndex'];
		preg_match_all('/(?<!\$this)->\s*(\w+)\s*\(/', $source, $calls, PREG_OFFSET_CAPTURE);
		$found = [];
		foreach ($calls[1] as [$method, $offset]) {
			if (!in_array($method, $allowed, true)) {
				$found[] = $path . ':' . (substr_count(substr($source, 0, $offset), "\n") + 1) . " $method";
			}
		}
		return $found;
	}
}
