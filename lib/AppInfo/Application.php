<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\AppInfo;

use OCA\Compagnon\Content\OpisSchemaValidator;
use OCA\Compagnon\Controller\Http\ContractMiddleware;
use OCA\Compagnon\Controller\Http\ErrorMiddleware;
use OCA\Compagnon\Listener\BroughtBackListener;
use OCA\Compagnon\Listener\PageListener;
use OCA\Compagnon\Listener\UserDeletedListener;
use OCA\Compagnon\Nextcloud\AppSettings;
use OCA\Compagnon\Nextcloud\Db\NextcloudDatabase;
use OCA\Compagnon\Nextcloud\Facts\NextcloudSpaceFacts;
use OCA\Compagnon\Nextcloud\GroupMembers;
use OCA\Compagnon\Nextcloud\InstalledApps;
use OCA\Compagnon\Nextcloud\NamedTourFolders;
use OCA\Compagnon\Nextcloud\NextcloudHost;
use OCA\Compagnon\Nextcloud\ServerLog;
use OCA\Compagnon\Nextcloud\ServerTrashBin;
use OCA\Compagnon\Nextcloud\Surfaces\NextToursWidget;
use OCA\Compagnon\Nextcloud\Surfaces\TourSearch;
use OCA\Compagnon\Nextcloud\Survey\ConfiguredObservatory;
use OCA\Compagnon\Nextcloud\Survey\ServerMeasures;
use OCA\Compagnon\Nextcloud\Survey\WellKnownOpenl;
use OCA\Compagnon\Nextcloud\SystemClock;
use OCA\Compagnon\Nextcloud\TourSetupCheck;
use OCA\Compagnon\Nextcloud\Transfer\ConfiguredEndpoints;
use OCA\Compagnon\Nextcloud\Transfer\NodeFiles;
use OCA\Compagnon\Nextcloud\Transfer\ServerHttp;
use OCA\Compagnon\Nextcloud\Transfer\ServerJobs;
use OCA\Compagnon\Nextcloud\Transfer\ServerNameRules;
use OCA\Compagnon\Nextcloud\Transfer\ServerNotifier;
use OCA\Compagnon\Nextcloud\Transfer\ServerPeople;
use OCA\Compagnon\Nextcloud\Transfer\ServerSecrets;
use OCA\Compagnon\Nextcloud\Transfer\ServerStaging;
use OCA\Compagnon\Nextcloud\Transfer\ServerUrls;
use OCA\Compagnon\Nextcloud\Transfer\TransferNotices;
use OCA\Compagnon\Nextcloud\TranslatedTexts;
use OCA\Compagnon\Nextcloud\UserPreferences;
use OCA\Compagnon\Nextcloud\UserRights;
use OCA\Compagnon\Nextcloud\UserSession;
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
use OCA\Compagnon\Transfer\Source\Source;
use OCA\Compagnon\Transfer\Source\Sources;
use OCA\Compagnon\Transfer\SystemRandom;
use OCP\AppFramework\App;
use OCP\AppFramework\Bootstrap\IBootContext;
use OCP\AppFramework\Bootstrap\IBootstrap;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use OCP\AppFramework\Http\Events\BeforeTemplateRenderedEvent;
use OCP\User\Events\UserDeletedEvent;
use Psr\Container\ContainerInterface;

/** Wires the ports of the core to Nextcloud; nothing else. */
final class Application extends App implements IBootstrap {
	public const APP_ID = 'compagnon';

	private const ADAPTERS = [
		Port\Apps::class => InstalledApps::class,
		Port\Clock::class => SystemClock::class,
		Port\Database::class => NextcloudDatabase::class,
		Port\Endpoints::class => ConfiguredEndpoints::class,
		Port\Files::class => NodeFiles::class,
		Port\Host::class => NextcloudHost::class,
		Port\Http::class => ServerHttp::class,
		Port\Jobs::class => ServerJobs::class,
		Port\Log::class => ServerLog::class,
		Port\Members::class => GroupMembers::class,
		Port\NameRules::class => ServerNameRules::class,
		Port\NamedObservatory::class => ConfiguredObservatory::class,
		Port\Notifier::class => ServerNotifier::class,
		Port\People::class => ServerPeople::class,
		Port\Preferences::class => UserPreferences::class,
		Port\Random::class => SystemRandom::class,
		Port\Rights::class => UserRights::class,
		Port\SchemaValidator::class => OpisSchemaValidator::class,
		Port\Secrets::class => ServerSecrets::class,
		Port\Session::class => UserSession::class,
		Port\Settings::class => AppSettings::class,
		Port\SpaceFacts::class => NextcloudSpaceFacts::class,
		Port\SpaceMeasures::class => ServerMeasures::class,
		Port\Staging::class => ServerStaging::class,
		Port\Texts::class => TranslatedTexts::class,
		Port\TourFolders::class => NamedTourFolders::class,
		Port\TrashBin::class => ServerTrashBin::class,
		Port\Urls::class => ServerUrls::class,
		Clients::class => ClientStore::class,
		ReportFile::class => StoreReport::class,
		Offers::class => RegistryOffers::class,
		Publisher\Ballots::class => HarvestedBallots::class,
		Publisher\Issued::class => HarvestedBallots::class,
		Publisher\Waves::class => SurveyWaves::class,
		Waves::class => CollectorWaves::class,
		SpaceFigures::class => MeasureSpace::class,
	];

	/** In the order in which people see them. */
	private const SOURCES = [GoogleSource::class, DropboxSource::class, ArchiveSource::class];

	public function __construct() {
		parent::__construct(self::APP_ID);
	}

	#[\Override]
	public function register(IRegistrationContext $context): void {
		// The server does not load an app's vendor folder.
		require_once __DIR__ . '/../../vendor/autoload.php';
		foreach (self::ADAPTERS as $port => $adapter) {
			$context->registerServiceAlias($port, $adapter);
		}
		$context->registerService(Sources::class, static fn (ContainerInterface $container): Sources => Sources::of(...array_map(
			static fn (string $class): Source => self::source($container, $class),
			self::SOURCES,
		)));
		// Only a middleware that came before the one that refuses is asked to answer.
		$context->registerMiddleware(ErrorMiddleware::class);
		$context->registerMiddleware(ContractMiddleware::class);
		$context->registerSetupCheck(TourSetupCheck::class);
		$context->registerSearchProvider(TourSearch::class);
		$context->registerNotifierService(TransferNotices::class);
		$context->registerWellKnownHandler(WellKnownOpenl::class);
		$context->registerDashboardWidget(NextToursWidget::class);
		$context->registerEventListener(BeforeTemplateRenderedEvent::class, PageListener::class);
		$context->registerEventListener(UserDeletedEvent::class, UserDeletedListener::class);
		foreach (array_keys(BroughtBackListener::FACTS) as $event) {
			$context->registerEventListener($event, BroughtBackListener::class);
		}
	}

	#[\Override]
	public function boot(IBootContext $context): void {
	}

	private static function source(ContainerInterface $container, string $class): Source {
		$source = $container->get($class);
		return $source instanceof Source ? $source : throw new \LogicException("$class is no source");
	}
}
