<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Settings\AdminSettings;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\ContentSecurityPolicy;
use OCP\AppFramework\Http\TemplateResponse;

/** The pages of the app. */
final class PageController extends Controller {
	/** @return TemplateResponse<Http::STATUS_OK, array{}> */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/')]
	public function index(): TemplateResponse {
		return new TemplateResponse($this->appName, 'main');
	}

	/** @return TemplateResponse<Http::STATUS_OK, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/check')]
	public function check(): TemplateResponse {
		$response = new TemplateResponse($this->appName, 'check');
		$policy = new ContentSecurityPolicy();
		// The pages of the space are looked at in a frame.
		$policy->addAllowedFrameDomain("'self'");
		$response->setContentSecurityPolicy($policy);
		return $response;
	}
}
