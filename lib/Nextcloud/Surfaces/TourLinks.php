<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Surfaces;

use OCA\Compagnon\AppInfo\Application;
use OCP\IURLGenerator;

/** Where the entries of other surfaces lead, and the picture beside them. All addresses are absolute. */
final readonly class TourLinks {
	public function __construct(
		private IURLGenerator $urls,
	) {
	}

	/** @return string the home page of the app, which starts the tour, or goes on with it */
	public function tour(string $id): string {
		return $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index', ['tour' => $id]);
	}

	public function home(): string {
		return $this->urls->linkToRouteAbsolute(Application::APP_ID . '.page.index');
	}

	/** @return string a picture in colours, to be seen on light and dark alike */
	public function picture(): string {
		return $this->image('tour.svg');
	}

	/** @return string the sign of the app in black, which the platform inverts where it has to */
	public function sign(): string {
		return $this->image('app-dark.svg');
	}

	private function image(string $file): string {
		return $this->urls->getAbsoluteURL($this->urls->imagePath(Application::APP_ID, $file));
	}
}
