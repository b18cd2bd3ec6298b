<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use Doctrine\DBAL\Connection;
use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Demo\Account\Accounts;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Adapter;
use OCA\Compagnon\Demo\Db\Connections;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Demo\Page\Guest;
use OCA\Compagnon\Demo\Page\Login;
use OCA\Compagnon\Demo\Page\Pages;
use OCA\Compagnon\Observatory\Collector\Waves;
use OCA\Compagnon\Observatory\CollectorWaves;
use OCA\Compagnon\Observatory\HarvestedBallots;
use OCA\Compagnon\Observatory\Publisher;
use OCA\Compagnon\Observatory\Registry\Offers;
use OCA\Compagnon\Observatory\RegistryOffers;
use OCA\Compagnon\Observatory\SurveyWaves;
use OCA\Compagnon\Port;
use OCA\Compagnon\Survey\Figures\MeasureSpace;
use OCA\Compagnon\Survey\SpaceFigures;
use OCA\Compagnon\Transfer\Oauth\Clients;
use OCA\Compagnon\Transfer\Oauth\ClientStore;
use OCA\Compagnon\Transfer\Report\ReportFile;
use OCA\Compagnon\Transfer\Report\StoreReport;
use OCA\Compagnon\Transfer\Source\Archive\ArchiveSource;
use OCA\Compagnon\Transfer\Source\Dropbox\DropboxSource;
use OCA\Compagnon\Transfer\Source\Google\GoogleSource;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\SystemRandom;
use OCP\IRequest;

/** The demo: one request in, one answer out. */
final class Kernel {
	private const ADAPTERS = [
		Port\Apps::class => Adapter\DemoApps::class,
		Port\Clock::class => Adapter\SystemClock::class,
		Port\Database::class => Adapter\DemoDatabase::class,
		Port\Endpoints::class => Adapter\DemoEndpoints::class,
		Port\Files::class => Adapter\DemoFiles::class,
		Port\Host::class => Adapter\DemoHost::class,
		Port\Http::class => Adapter\DemoHttp::class,
		Port\Jobs::class => Adapter\DemoJobs::class,
		Port\Log::class => Adapter\FileLog::class,
		Port\Members::class => Adapter\DemoMembers::class,
		Port\NameRules::class => Adapter\DemoNameRules::class,
		Port\NamedObservatory::class => Adapter\DemoNamedObservatory::class,
		Port\Notifier::class => Adapter\DemoNotifier::class,
		Port\People::class => Adapter\DemoPeople::class,
		Port\Preferences::class => Adapter\DemoPreferences::class,
		Port\Random::class => SystemRandom::class,
		Port\Rights::class => Adapter\DemoRights::class,
		Port\SchemaValidator::class => OpisSchemaValidator::class,
		Port\Secrets::class => Adapter\DemoSecrets::class,
		Port\Session::class => Adapter\DemoSession::class,
		Port\Settings::class => Adapter\DemoSettings::class,
		Port\SpaceFacts::class => Adapter\DemoSpaceFacts::class,
		Port\SpaceMeasures::class => Adapter\DemoSpaceMeasures::class,
		Port\Staging::class => Adapter\DemoStaging::class,
		Port\Texts::class => Adapter\DemoTexts::class,
		Port\TourFolders::class => Adapter\DemoTourFolders::class,
		Port\TrashBin::class => Adapter\DemoTrashBin::class,
		Port\Urls::class => Adapter\DemoUrls::class,
		Clients::class => ClientStore::class,
		ReportFile::class => StoreReport::class,
		Offers::class => RegistryOffers::class,
		Publisher\Ballots::class => HarvestedBallots::class,
		Publisher\Issued::class => HarvestedBallots::class,
		Publisher\Waves::class => SurveyWaves::class,
		Waves::class => CollectorWaves::class,
		SpaceFigures::class => MeasureSpace::class,
		IRequest::class => Request::class,
	];

	/** As strict as Nextcloud's, so that what it would block is blocked here too. */
	private const POLICY = "default-src 'none'; base-uri 'none'; manifest-src 'self'; script-src 'nonce-%1\$s'; script-src-elem 'strict-dynamic' 'nonce-%1\$s'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self'; frame-ancestors 'self'; form-action 'self'";

	/** @return Container with everything that does not depend on a request */
	public static function container(string $dataFolder, string $nonce = ''): Container {
		$container = new Container(self::ADAPTERS, ['dataFolder' => $dataFolder, 'appName' => 'compagnon', 'nonce' => $nonce]);
		$container->set(Connection::class, Connections::open($dataFolder . '/demo.sqlite'));
		$container->set(Container::class, $container);
		$container->later(Sources::class, static fn (Container $made): Sources => Sources::of(
			$made->get(GoogleSource::class),
			$made->get(DropboxSource::class),
			$made->get(ArchiveSource::class),
		));
		return $container;
	}

	public function handle(string $dataFolder): void {
		$nonce = base64_encode(random_bytes(18));
		$id = bin2hex(random_bytes(8));
		try {
			$container = self::container($dataFolder, $nonce);
			$this->provideRequest($container, $id);
			$answer = $this->answer($container);
		} catch (\Throwable $e) {
			(new Adapter\FileLog($dataFolder))->error('A request of the demo failed', ['request' => $id], $e);
			$answer = Answer::json(['message' => 'Internal error, see demo.log in the data folder.'], 500);
		}
		$answer->send([
			'Cache-Control' => 'no-cache, no-store, must-revalidate',
			'Content-Security-Policy' => sprintf(self::POLICY, $nonce) . $answer->policy,
			'Referrer-Policy' => 'no-referrer',
			'X-Content-Type-Options' => 'nosniff',
			'X-Request-Id' => $id,
		]);
	}

	private function answer(Container $container): Answer {
		return $container->get(Dispatcher::class)->answer()
			?? $container->get(Api::class)->answer()
			?? $container->get(Pages::class)->answer();
	}

	private function provideRequest(Container $container, string $id): void {
		$headers = [];
		foreach ($_SERVER as $name => $value) {
			if (is_string($value) && (str_starts_with($name, 'HTTP_') || str_starts_with($name, 'CONTENT_'))) {
				$headers[strtolower(strtr(preg_replace('/^HTTP_/', '', $name) ?? $name, '_', '-'))] = $value;
			}
		}
		$browserLanguage = str_starts_with($headers['accept-language'] ?? 'fr', 'en') ? 'en' : 'fr';
		$visitor = $container->get(Accounts::class)->visitor(
			self::cookie(Login::SESSION),
			Guest::token(self::cookie(Guest::COOKIE)),
			$browserLanguage,
		);
		$container->set(Visitor::class, $visitor);
		$uri = is_string($_SERVER['REQUEST_URI'] ?? null) ? $_SERVER['REQUEST_URI'] : '/';
		$path = explode('?', $uri, 2)[0];
		$method = is_string($_SERVER['REQUEST_METHOD'] ?? null) ? $_SERVER['REQUEST_METHOD'] : 'GET';
		// An upload is read where it is stored, not here.
		$isUpload = $method === 'PUT' && $path === '/demo/api/upload';
		$body = $isUpload ? '' : (string)file_get_contents('php://input');
		$container->set(Request::class, new Request($method === 'HEAD' ? 'GET' : $method, $path, $headers, $body, $id, $visitor));
	}

	private static function cookie(string $name): string {
		return is_string($_COOKIE[$name] ?? null) ? $_COOKIE[$name] : '';
	}
}
