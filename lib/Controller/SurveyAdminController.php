<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Settings\AdminSettings;
use OCA\Compagnon\Survey\Consent\Decide;
use OCA\Compagnon\Survey\Consent\SurveyLevel;
use OCA\Compagnon\Survey\Figures\PreviewFigures;
use OCA\Compagnon\Survey\Figures\WithdrawFigures;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** Surveys, for whoever looks after the space: who says yes in its name confirms their password. */
final class SurveyAdminController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ShowAdmin $showAdmin,
		private readonly Decide $decide,
		private readonly PreviewFigures $previewFigures,
		private readonly WithdrawFigures $withdrawFigures,
		private readonly ShowHistory $history,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/surveys')]
	public function show(): DataResponse {
		return new DataResponse($this->showAdmin->show());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[PasswordConfirmationRequired]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/admin/surveys')]
	public function update(mixed $surveys = null, mixed $figures = null, mixed $leftOut = null, mixed $notice = null): DataResponse {
		assert(is_string($surveys) && is_array($leftOut) && is_string($notice));
		/** @var list<string> $leftOut */
		$this->decide->decide($this->session->userId(), SurveyLevel::from($surveys), $figures === true, $leftOut, $notice);
		return $this->show();
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/admin/surveys/preview')]
	public function preview(mixed $leftOut = null, mixed $again = null): DataResponse {
		assert(is_array($leftOut));
		/** @var list<string> $leftOut */
		return new DataResponse($this->previewFigures->preview($leftOut, $again === true));
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[PasswordConfirmationRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/admin/surveys/withdrawals')]
	public function withdraw(mixed $id = null): DataResponse {
		assert(is_string($id));
		$this->withdrawFigures->withdraw($id);
		return new DataResponse(['lines' => $this->history->lines()]);
	}
}
