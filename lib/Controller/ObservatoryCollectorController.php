<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\Unlogged;
use OCA\Compagnon\Observatory\Collector\TakeReport;
use OCA\Compagnon\Observatory\Collector\WithdrawReport;
use OCA\Compagnon\Observatory\Mode;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/**
 * The collector of an observatory: takes reports, does not know spaces. Without a limit by address, for which the platform
 * would have to keep it.
 */
final class ObservatoryCollectorController extends OCSController implements Unlogged {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Mode $mode,
		private readonly TakeReport $takeReport,
		private readonly WithdrawReport $withdrawReport,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK|Http::STATUS_CREATED, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/observatory/collector/reports')]
	public function take(#[\SensitiveParameter] mixed $sealed = null): DataResponse {
		$this->mode->demand();
		assert(is_string($sealed));
		$taken = $this->takeReport->take($sealed);
		return new DataResponse($taken->receipt, $taken->isNew ? Http::STATUS_CREATED : Http::STATUS_OK);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[PublicPage]
	#[NoCSRFRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/observatory/collector/withdrawals')]
	public function withdraw(mixed $report = null, #[\SensitiveParameter] mixed $secret = null): DataResponse {
		$this->mode->demand();
		assert(is_string($report) && is_string($secret));
		return new DataResponse($this->withdrawReport->withdraw($report, $secret));
	}
}
