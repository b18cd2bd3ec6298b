<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Survey\Answer\SealAnswers;
use OCA\Compagnon\Survey\Answer\WithdrawByCode;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\Panel\ShowPanel;
use OCA\Compagnon\Survey\Panel\ShowResults;
use OCA\Compagnon\Survey\Panel\SurveyChoices;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Surveys, for members. */
final class SurveyController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ShowPanel $showPanel,
		private readonly SealAnswers $sealAnswers,
		private readonly WithdrawByCode $withdrawByCode,
		private readonly ShowHistory $showHistory,
		private readonly ShowResults $showResults,
		private readonly SurveyChoices $choices,
		private readonly Texts $texts,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/surveys')]
	public function index(): DataResponse {
		return new DataResponse($this->showPanel->show($this->session->userId()));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/surveys/{id}/answers')]
	public function answer(string $id, #[\SensitiveParameter] mixed $answers = null, #[\SensitiveParameter] mixed $texts = null, mixed $notice = null, mixed $explicit = false): DataResponse {
		assert(is_array($answers) && is_array($texts) && is_string($notice));
		/** @var list<array{question: string, answer: mixed}> $answers */
		/** @var list<array{question: string, text: string}> $texts */
		return new DataResponse($this->sealAnswers->seal($this->session->userId(), $id, $answers, $texts, $notice, $explicit === true));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/surveys/withdrawals')]
	public function withdraw(#[\SensitiveParameter] mixed $code = null): DataResponse {
		assert(is_string($code));
		$result = $this->withdrawByCode->withdraw($this->session->userId(), $code);
		return new DataResponse(['state' => $result->value, 'message' => $this->texts->t($result->sentence())]);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/surveys/history')]
	public function history(): DataResponse {
		return new DataResponse($this->showHistory->show());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/surveys/results')]
	public function results(): DataResponse {
		return new DataResponse($this->showResults->all());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/api/v1/surveys/results/{survey}/{period}')]
	public function result(string $survey, string $period): DataResponse {
		return new DataResponse($this->showResults->one($survey, $period));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[NoAdminRequired]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/surveys/me')]
	public function choose(mixed $every = null, mixed $never = null, mixed $counted = null): DataResponse {
		assert(is_int($every));
		$userId = $this->session->userId();
		$this->choices->choose($userId, $every, $never === true, $counted === true);
		return new DataResponse($this->choices->toArray($userId));
	}
}
