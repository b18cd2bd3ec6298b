<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Adventure\CheckQuest;
use OCA\Compagnon\Adventure\ListStories;
use OCA\Compagnon\Adventure\MakeMove;
use OCA\Compagnon\Adventure\Practice\MakePractice;
use OCA\Compagnon\Adventure\Practice\RemovePractice;
use OCA\Compagnon\Adventure\RestartStory;
use OCA\Compagnon\Adventure\ShowOpenQuest;
use OCA\Compagnon\Adventure\ShowStory;
use OCA\Compagnon\Port\Session;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Stories that are played in one's own space. Parameters were checked against openapi.json before (ContractMiddleware). */
final class AdventureController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ListStories $listStories,
		private readonly ShowOpenQuest $showOpenQuest,
		private readonly ShowStory $showStory,
		private readonly MakeMove $makeMove,
		private readonly CheckQuest $checkQuest,
		private readonly RestartStory $restartStory,
		private readonly MakePractice $makePractice,
		private readonly RemovePractice $removePractice,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/stories')]
	public function index(): DataResponse {
		return new DataResponse(['stories' => $this->listStories->list($this->session->userId())]);
	}

	/**
	 * Comes before the stories themselves, of whose paths this is one.
	 *
	 * @return DataResponse<Http::STATUS_OK, ?array<string, mixed>, array{}>
	 */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/stories/open')]
	public function open(): DataResponse {
		return new DataResponse($this->showOpenQuest->show($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/stories/{story}')]
	public function show(string $story): DataResponse {
		return new DataResponse($this->showStory->show($this->session->userId(), $story));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/stories/{story}/moves')]
	public function move(string $story, mixed $number = null, mixed $kind = null, mixed $role = null, mixed $scene = null, mixed $choice = null, mixed $quest = null, mixed $level = null): DataResponse {
		assert(is_int($number));
		$asked = ['kind' => $kind, 'role' => $role, 'scene' => $scene, 'choice' => $choice, 'quest' => $quest, 'level' => $level];
		return new DataResponse($this->makeMove->make($this->session->userId(), $story, $number, array_filter($asked, is_string(...))));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/stories/{story}/check')]
	public function check(string $story, mixed $quest = null, mixed $level = null, mixed $number = null): DataResponse {
		assert(is_string($quest) && is_string($level) && is_int($number));
		return new DataResponse($this->checkQuest->check($this->session->userId(), $story, $quest, $level, $number));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 120, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/stories/{story}/restart')]
	public function restart(string $story, mixed $number = null): DataResponse {
		assert(is_int($number));
		return new DataResponse($this->restartStory->restart($this->session->userId(), $story, $number));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 30, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/practice')]
	public function practise(): DataResponse {
		return new DataResponse($this->makePractice->make($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 30, period: 60)]
	#[ApiRoute(verb: 'DELETE', url: '/api/v1/practice')]
	public function tidy(): DataResponse {
		return new DataResponse(['removed' => $this->removePractice->remove($this->session->userId())]);
	}
}
