<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Adventure\StoryLibrary;
use OCA\Compagnon\Content\ContentFault;
use OCA\Compagnon\Content\FaultWords;
use OCA\Compagnon\Settings\AdminSettings;
use OCA\Compagnon\Space\SpaceSettings;
use OCA\Compagnon\Tour\TourLibrary;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;

/** For whoever looks after the space. The settings can be delegated, since that person is often not the server's admin. */
final class AdminController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly SpaceSettings $settings,
		private readonly TourLibrary $library,
		private readonly StoryLibrary $stories,
		private readonly FaultWords $words,
	) {
		parent::__construct($appName, $request);
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/settings')]
	public function show(): DataResponse {
		return new DataResponse($this->settings->toArray());
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/admin/settings')]
	public function update(mixed $offers = null, mixed $contact = null): DataResponse {
		assert(is_string($contact));
		$this->settings->change($offers === true, $contact);
		return $this->show();
	}

	/** @return DataResponse<Http::STATUS_OK, array<string, mixed>, array{}> */
	#[AuthorizedAdminSetting(settings: AdminSettings::class)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/admin/content')]
	public function content(): DataResponse {
		['tours' => $tours, 'faults' => $faults] = $this->library->readAll();
		return new DataResponse([
			'tours' => count($tours),
			'faults' => array_map(fn (ContentFault $fault): array => [
				'file' => $fault->path,
				'message' => $this->words->message($fault),
			], [...$faults, ...$this->stories->faults()]),
		]);
	}
}
