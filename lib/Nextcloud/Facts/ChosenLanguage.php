<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Facts;

use OCP\IConfig;
use OCP\IRequest;
use OCP\IUser;
use OCP\L10N\IFactory;

/**
 * The language that a person chose. At the first login the server writes down the one that the browser asks for, so one that
 * the browser would not get was chosen, and one that was changed since.
 */
final readonly class ChosenLanguage {
	private const NONE = '-';

	public function __construct(
		private IConfig $config,
		private IFactory $languages,
		private IRequest $request,
	) {
	}

	/** @return string how it is now, to be compared later */
	public function mark(IUser $user): string {
		$language = $this->of($user);
		return $language === '' ? self::NONE : $language;
	}

	public function differsFrom(IUser $user, string $mark): bool {
		$language = $this->of($user);
		return $language !== '' && $mark !== self::NONE && $mark !== $language;
	}

	public function isSet(IUser $user): bool {
		$language = $this->of($user);
		return $language !== '' && self::main($language) !== self::main($this->unasked());
	}

	private function of(IUser $user): string {
		return $this->config->getUserValue($user->getUID(), 'core', 'lang');
	}

	/** The one that comes without choosing. */
	private function unasked(): string {
		foreach (explode(',', $this->request->getHeader('Accept-Language')) as $wanted) {
			$language = str_replace('-', '_', trim(explode(';', $wanted)[0]));
			foreach ([$language, self::main($language)] as $name) {
				if ($name !== '' && $this->languages->languageExists(null, $name)) {
					return $name;
				}
			}
		}
		return $this->config->getSystemValueString('default_language', 'en');
	}

	private static function main(string $language): string {
		return strtolower(explode('_', $language)[0]);
	}
}
