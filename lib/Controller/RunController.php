<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Transfer\AcceptRun;
use OCA\Compagnon\Transfer\AgainRun;
use OCA\Compagnon\Transfer\BuildReport;
use OCA\Compagnon\Transfer\CancelRun;
use OCA\Compagnon\Transfer\ChooseRun;
use OCA\Compagnon\Transfer\CreateRun;
use OCA\Compagnon\Transfer\DeclineRun;
use OCA\Compagnon\Transfer\DriveSlice;
use OCA\Compagnon\Transfer\ForgetRun;
use OCA\Compagnon\Transfer\Item\ItemReport;
use OCA\Compagnon\Transfer\PauseRun;
use OCA\Compagnon\Transfer\ResumeRun;
use OCA\Compagnon\Transfer\RetryRun;
use OCA\Compagnon\Transfer\ScanRun;
use OCA\Compagnon\Transfer\ShowFolders;
use OCA\Compagnon\Transfer\ShowItems;
use OCA\Compagnon\Transfer\ShowRun;
use OCA\Compagnon\Transfer\Source\Choice;
use OCA\Compagnon\Transfer\StartRun;
use OCA\Compagnon\Transfer\WeighFolder;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** One move: how it is put together, and what there is to see of it. */
final class RunController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly CreateRun $createRun,
		private readonly ShowRun $showRun,
		private readonly ChooseRun $chooseRun,
		private readonly ForgetRun $forgetRun,
		private readonly ShowFolders $showFolders,
		private readonly WeighFolder $weighFolder,
		private readonly ShowItems $showItems,
		private readonly BuildReport $buildReport,
		private readonly ScanRun $scanRun,
		private readonly StartRun $startRun,
		private readonly PauseRun $pauseRun,
		private readonly ResumeRun $resumeRun,
		private readonly CancelRun $cancelRun,
		private readonly RetryRun $retryRun,
		private readonly AgainRun $againRun,
		private readonly DeclineRun $declineRun,
		private readonly DriveSlice $driveSlice,
		private readonly AcceptRun $acceptRun,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 30, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs')]
	public function create(mixed $source = null, mixed $target = null, mixed $connection = null, mixed $archives = [], mixed $person = null): DataResponse {
		assert(is_string($source) && is_string($target));
		return new DataResponse($this->createRun->create(
			$this->session->userId(),
			$source,
			is_string($connection) ? $connection : null,
			array_values(array_filter((array)$archives, is_int(...))),
			$target,
			is_string($person) ? $person : null,
		));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/runs/{run}')]
	public function show(string $run): DataResponse {
		return new DataResponse($this->showRun->show($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/runs/{run}')]
	public function choose(
		string $run,
		mixed $target = null,
		mixed $folders = null,
		mixed $without = null,
		mixed $documents = null,
		mixed $sharedWithMe = null,
		mixed $photos = null,
		mixed $conflicts = null,
		mixed $safeNames = null,
	): DataResponse {
		assert(is_string($target) && in_array($documents, ['office', 'opendocument', 'pdf'], true));
		$choice = new Choice(self::texts($folders), self::texts($without), $documents, $sharedWithMe === true, $photos === true);
		return new DataResponse($this->chooseRun->choose($this->session->userId(), $run, $target, $choice, $conflicts === 'version' ? 'version' : 'both', $safeNames === true));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/runs/{run}')]
	public function forget(string $run): DataResponse {
		return new DataResponse(['erased' => $this->forgetRun->forget($this->session->userId(), $run)]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/runs/{run}/folders')]
	public function folders(string $run, mixed $folder = null): DataResponse {
		return new DataResponse(['folders' => $this->showFolders->show($this->session->userId(), $run, is_string($folder) && $folder !== '' ? $folder : null)]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/weigh')]
	public function weigh(string $run, mixed $folder = null): DataResponse {
		assert(is_string($folder));
		return new DataResponse($this->weighFolder->weigh($this->session->userId(), $run, $folder));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/runs/{run}/items')]
	public function items(string $run, mixed $kind = 'all', mixed $page = '1'): DataResponse {
		assert(in_array($kind, ItemReport::KINDS, true) && is_string($page));
		return new DataResponse($this->showItems->show($this->session->userId(), $run, $kind, (int)$page));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/runs/{run}/report')]
	public function report(string $run): DataResponse {
		return new DataResponse($this->buildReport->build($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/scan')]
	public function scan(string $run): DataResponse {
		return new DataResponse($this->scanRun->scan($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/start')]
	public function start(string $run): DataResponse {
		return new DataResponse($this->startRun->start($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/pause')]
	public function pause(string $run): DataResponse {
		return new DataResponse($this->pauseRun->pause($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/resume')]
	public function resume(string $run): DataResponse {
		return new DataResponse($this->resumeRun->resume($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/cancel')]
	public function cancel(string $run): DataResponse {
		return new DataResponse($this->cancelRun->cancel($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/retry')]
	public function retry(string $run): DataResponse {
		return new DataResponse($this->retryRun->retry($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/again')]
	public function again(string $run): DataResponse {
		return new DataResponse($this->againRun->again($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/decline')]
	public function decline(string $run): DataResponse {
		return new DataResponse($this->declineRun->decline($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 240, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/slice')]
	public function slice(string $run): DataResponse {
		return new DataResponse($this->driveSlice->drive($this->session->userId(), $run));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/runs/{run}/accept')]
	public function accept(string $run, mixed $connection = null, mixed $archives = null): DataResponse {
		return new DataResponse($this->acceptRun->accept(
			$this->session->userId(),
			$run,
			is_string($connection) ? $connection : null,
			is_array($archives) ? array_values(array_filter($archives, is_int(...))) : null,
		));
	}

	/** @return list<string> */
	private static function texts(mixed $values): array {
		return array_values(array_filter((array)$values, is_string(...)));
	}
}
