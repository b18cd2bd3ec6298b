<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\ErrorAnswer;
use OCA\Compagnon\Controller\Http\TextResponse;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Port\Session;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Connect;
use OCA\Compagnon\Transfer\Fault\Fault;
use OCA\Compagnon\Transfer\Report\ReportCsv;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;

/** The page of moving in, the way back from a provider, and the list that a report offers. */
final class TransferPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly Connect $connect,
		private readonly ReportCsv $csv,
		private readonly Urls $urls,
		private readonly ErrorAnswer $errors,
	) {
		parent::__construct($appName, $request);
	}

	/** @return TemplateResponse<Http::STATUS_OK, array{}> */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/transfer')]
	public function index(): TemplateResponse {
		return new TemplateResponse($this->appName, 'transfer');
	}

	/**
	 * A provider sends the person here. That they began it themselves, its state proves.
	 *
	 * @return Response<Http::STATUS_SEE_OTHER, array{Location: string}>
	 */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/transfer/callback')]
	public function callback(#[\SensitiveParameter] mixed $state = '', #[\SensitiveParameter] mixed $code = '', mixed $error = ''): Response {
		$text = static fn (mixed $value): string => is_string($value) ? $value : '';
		try {
			$outcome = ['connected' => $this->connect->complete($this->session->userId(), $text($state), $text($code), $text($error))];
		} catch (Fault $e) {
			$outcome = ['problem' => $e->reason];
		} catch (Refusal) {
			$outcome = ['problem' => 'consent_failed'];
		}
		return new Response(Http::STATUS_SEE_OTHER, ['Location' => $this->urls->page('transfer?' . http_build_query($outcome))]);
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[UserRateLimit(limit: 20, period: 60)]
	#[FrontpageRoute(verb: 'GET', url: '/transfer/runs/{run}/report.csv')]
	public function table(string $run): TextResponse {
		try {
			['name' => $name, 'text' => $text] = $this->csv->build($this->session->userId(), $run);
			return TextResponse::saved($text, 'text/csv', $name);
		} catch (Refusal $e) {
			$answer = $this->errors->refusal($e);
			$message = $answer->getData()['message'];
			return TextResponse::refused(is_string($message) ? $message : '', $answer->getStatus());
		}
	}
}
