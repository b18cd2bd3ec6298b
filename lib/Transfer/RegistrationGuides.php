<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer;

use OCA\Compagnon\Port\Texts;
use OCA\Compagnon\Port\Urls;
use OCA\Compagnon\Transfer\Oauth\BeginConnection;
use OCA\Compagnon\Transfer\Oauth\Providers;

/**
 * How the space is registered at each provider, step by step, for somebody who does that once in their life.
 *
 * @phpstan-type StepOf array{title: string, text: string, url: ?string, copy: list<string>}
 * @phpstan-type GuideOf array{source: string, title: string, intro: string, minutes: int, steps: list<StepOf>}
 */
final readonly class RegistrationGuides {
	public function __construct(
		private Providers $providers,
		private Texts $texts,
		private Urls $urls,
	) {
	}

	/** @return list<GuideOf> */
	public function all(): array {
		return [$this->google(), $this->dropbox()];
	}

	/** @return GuideOf */
	private function google(): array {
		return $this->guide(
			'google',
			$this->texts->t('Google gives each space a number and a secret of its own. An account of the association is best for this; it costs nothing.'),
			20,
			[
				$this->step($this->texts->t('Make a project'), $this->texts->t('Call it as your association is called, and choose it at the top of the page.'), 'https://console.cloud.google.com/projectcreate'),
				$this->step($this->texts->t('Switch on the Google Drive API'), $this->texts->t('Press “Enable” on this page.'), 'https://console.cloud.google.com/apis/library/drive.googleapis.com'),
				$this->step(
					$this->texts->t('Say who may use it'),
					$this->texts->t('With Google Workspace, choose “Internal”: nothing has to be verified. Without it, choose “External”, then “In production”: while it is in testing, each connection ends after seven days.'),
					'https://console.cloud.google.com/auth/audience',
				),
				$this->step($this->texts->t('Name what is read'), $this->texts->t('Add this permission: reading files, nothing else.'), 'https://console.cloud.google.com/auth/scopes', $this->providers->get('google')->neededScopes()),
				$this->client('https://console.cloud.google.com/auth/clients', $this->texts->t('Kind: “Web application”. Add this address as an authorized redirect URI, exactly as it is. Google wants https and a public name.')),
				$this->keep(),
			],
		);
	}

	/** @return GuideOf */
	private function dropbox(): array {
		return $this->guide(
			'dropbox',
			$this->texts->t('Dropbox gives each space a key and a secret of its own. Any account can ask for them; it costs nothing.'),
			10,
			[
				$this->step($this->texts->t('Make an app'), $this->texts->t('Choose “Scoped access”, then “Full Dropbox”: with “App folder” nothing of what is there could be read. Call it as your association is called.'), 'https://www.dropbox.com/developers/apps/create'),
				$this->step($this->texts->t('Name what is read'), $this->texts->t('On the tab “Permissions”, tick these and nothing else, then press “Submit”.'), 'https://www.dropbox.com/developers/apps', $this->providers->get('dropbox')->scopes()),
				$this->client('https://www.dropbox.com/developers/apps', $this->texts->t('On the tab “Settings”, add this address under “Redirect URIs”, exactly as it is.')),
				$this->step($this->texts->t('Let others in'), $this->texts->t('On the tab “Settings”, press “Enable additional users”: before that, only the account that made the app can connect.'), 'https://www.dropbox.com/developers/apps'),
				$this->keep(),
			],
		);
	}

	/** @return StepOf */
	private function client(string $url, string $text): array {
		return $this->step($this->texts->t('Tell the way back'), $text, $url, [$this->urls->page(BeginConnection::CALLBACK)]);
	}

	/** @return StepOf */
	private function keep(): array {
		return $this->step($this->texts->t('Bring both back here'), $this->texts->t('Copy the number or key and the secret into the two fields, and save. The secret is kept sealed and never shown again.'), null);
	}

	/**
	 * @param list<string> $copy
	 * @return StepOf
	 */
	private function step(string $title, string $text, ?string $url, array $copy = []): array {
		return ['title' => $title, 'text' => $text, 'url' => $url, 'copy' => $copy];
	}

	/**
	 * @param list<StepOf> $steps
	 * @return GuideOf
	 */
	private function guide(string $source, string $intro, int $minutes, array $steps): array {
		$name = $this->providers->get($source)->name();
		return [
			'source' => $source,
			'title' => $this->texts->t('Register the space at {service}', ['service' => $name]),
			'intro' => $intro,
			'minutes' => $minutes,
			'steps' => $steps,
		];
	}
}
