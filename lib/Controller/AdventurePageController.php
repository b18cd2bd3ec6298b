<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Adventure\ShowStory;
use OCA\Compagnon\Error\Refusal;
use OCA\Compagnon\Port\Session;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;

/** The page of the adventure. */
final class AdventurePageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Session $session,
		private readonly ShowStory $showStory,
	) {
		parent::__construct($appName, $request);
	}

	/**
	 * @param mixed $story id of the one that the page is opened at; it comes along, for asking for it would take as long as
	 *                     the page has taken
	 * @return TemplateResponse<Http::STATUS_OK, array{}>
	 */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/adventure')]
	public function index(mixed $story = null): TemplateResponse {
		return new TemplateResponse($this->appName, 'adventure', is_string($story) ? $this->playing($story) : []);
	}

	/** @return array{playing?: string} JSON, as the API answers; nothing when there is no such story, and the page says why */
	private function playing(string $story): array {
		try {
			return ['playing' => json_encode($this->showStory->show($this->session->userId(), $story), JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)];
		} catch (Refusal) {
			return [];
		}
	}
}
