<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Tour\Check\NoteMissing;
use OCA\Compagnon\Tour\CheckFact;
use OCA\Compagnon\Tour\FinishTour;
use OCA\Compagnon\Tour\LeaveTour;
use OCA\Compagnon\Tour\ListTours;
use OCA\Compagnon\Tour\MoveTour;
use OCA\Compagnon\Tour\NoteOffer;
use OCA\Compagnon\Tour\RefuseTour;
use OCA\Compagnon\Tour\ShowTour;
use OCA\Compagnon\Tour\SnoozeTour;
use OCA\Compagnon\Tour\StartTour;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/**
 * Guided tours. Parameters were checked against openapi.json before (ContractMiddleware), so they are `mixed` here and
 * narrowed without a second check.
 */
final class TourController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ListTours $listTours,
		private readonly ShowTour $showTour,
		private readonly NoteOffer $noteOffer,
		private readonly StartTour $startTour,
		private readonly MoveTour $moveTour,
		private readonly LeaveTour $leaveTour,
		private readonly FinishTour $finishTour,
		private readonly SnoozeTour $snoozeTour,
		private readonly RefuseTour $refuseTour,
		private readonly CheckFact $checkFact,
		private readonly NoteMissing $noteMissing,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/tours')]
	public function index(): DataResponse {
		return new DataResponse($this->listTours->list($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/tours/{tour}')]
	public function show(string $tour): DataResponse {
		$data = $this->showTour->show($this->session->userId(), $tour);
		return new DataResponse(['anchors' => (object)$data['anchors']] + $data);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/offered')]
	public function offered(string $tour): DataResponse {
		return new DataResponse($this->noteOffer->note($this->session->userId(), $tour)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/start')]
	public function start(string $tour, mixed $again = false): DataResponse {
		return new DataResponse($this->startTour->start($this->session->userId(), $tour, $again === true)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/tours/{tour}/step')]
	public function move(string $tour, mixed $step = null, mixed $revision = null): DataResponse {
		assert(is_string($step) && is_int($revision));
		return new DataResponse($this->moveTour->move($this->session->userId(), $tour, $step, $revision)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/pause')]
	public function pause(string $tour, mixed $revision = null): DataResponse {
		assert(is_int($revision));
		return new DataResponse($this->leaveTour->leave($this->session->userId(), $tour, $revision)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/finish')]
	public function finish(string $tour, mixed $revision = null): DataResponse {
		assert(is_int($revision));
		return new DataResponse($this->finishTour->finish($this->session->userId(), $tour, $revision)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/snooze')]
	public function snooze(string $tour, mixed $days = null): DataResponse {
		assert(is_int($days));
		return new DataResponse($this->snoozeTour->snooze($this->session->userId(), $tour, $days)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/refuse')]
	public function refuse(string $tour): DataResponse {
		return new DataResponse($this->refuseTour->refuse($this->session->userId(), $tour)->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/tours/{tour}/steps/{step}/fact')]
	public function fact(string $tour, string $step): DataResponse {
		return new DataResponse(['holds' => $this->checkFact->check($this->session->userId(), $tour, $step)]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 30, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/tours/{tour}/steps/{step}/missing')]
	public function missing(string $tour, string $step): DataResponse {
		$this->noteMissing->note($this->session->userId(), $tour, $step);
		return new DataResponse(['counted' => true]);
	}
}
