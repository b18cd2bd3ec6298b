<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\App\Power;
use OCA\Compagnon\Port\Log;
use OCA\Compagnon\Tour\PageState;

/** The HTML around every page, with the skeleton that scripts meet in a Nextcloud 32. */
final readonly class Shell {
	private const ROOT = __DIR__ . '/../../..';
	private const BUILD = __DIR__ . '/../../public/build';

	public function __construct(
		private Visitor $visitor,
		private Words $words,
		private Menus $menus,
		private PageState $pageState,
		private Log $log,
		private Power $power,
		private string $nonce,
	) {
	}

	/**
	 * A template of the app: where it mounts, and its script.
	 *
	 * @param array<string, mixed> $brought texts that the page gives its script, by name
	 */
	public function app(string $template, array $brought = []): string {
		$texts = array_filter($brought, is_string(...));
		$data = implode('', array_map(static fn (string $name, string $text): string => " data-$name=\"" . Words::escape($text) . '"', array_keys($texts), $texts));
		$content = "<div id=\"compagnon-$template\"$data></div>" . ($template === 'transfer' ? $this->power() : '');
		return $this->page('compagnon', 'Compagnon', $content, [$this->appScript($template)]);
	}

	/** What only the demo has: ends the worker in the middle of a run, to see that nothing is lost. */
	private function power(): string {
		return '<form class="demo-power" method="post" action="/demo/power" aria-label="' . $this->words->html('power.label') . '">'
			. '<input type="hidden" name="requesttoken" value="' . Words::escape($this->visitor->token) . '">'
			. '<input type="hidden" name="to" value="/apps/compagnon/transfer">'
			. '<span>' . $this->words->html($this->power->isOn() ? 'power.on' : 'power.off') . '</span> '
			. '<button class="demo-button demo-button--plain">' . $this->words->html('power.cut') . '</button></form>';
	}

	/** @param 'personal'|'admin' $template */
	public function settings(string $template): string {
		$content = "<main id=\"app-content\" class=\"demo-settings\"><div id=\"compagnon-$template\"></div></main>";
		return $this->page('settings', $this->words->say('menu.' . $template), $content, [$this->appScript($template)], 'body-settings');
	}

	/** A plain page that says what happened and what to do. */
	public function notice(int $status): string {
		$kind = in_array($status, [403, 404, 412, 429, 500], true) ? (string)$status : '500';
		$title = $this->words->say("notice.$kind.title");
		$content = '<main id="app-content" class="demo-card"><h2>' . Words::escape($title) . '</h2><p>' . $this->words->html("notice.$kind.text")
			. '</p><p><a class="demo-button" href="/">' . $this->words->html('notice.back') . '</a></p></main>';
		return $this->visitor->account === null ? $this->guest($title, $content, 'body-public') : $this->page('notice', $title, $content);
	}

	/**
	 * A page for somebody who is logged in.
	 *
	 * @param string $app id of the app whose page this is
	 * @param string $content HTML
	 * @param list<string> $scripts addresses of module scripts; empty ones are left out
	 */
	public function page(string $app, string $title, string $content, array $scripts = [], string $body = 'body-user'): string {
		$account = $this->visitor->account;
		if ($account === null) {
			return $this->notice(403);
		}
		$entries = $this->menus->entries($account);
		$states = ['core-active-app' => $app, 'core-apps' => $entries, 'core-capabilities' => new \stdClass()];
		[$loader, $loaderStates] = $this->loader($account, $app);
		$heading = Words::escape($title);
		$inner = $this->menus->header($account, $app, $entries, "<h1 class=\"hidden-visually\">$heading</h1>")
			. "<div id=\"content\" class=\"app-$app\">$content</div>";
		return $this->document($title, $body, $inner, [...$scripts, $loader], $states + $loaderStates);
	}

	/**
	 * A page for somebody without an account, or before the login.
	 *
	 * @param string $content HTML
	 */
	public function guest(string $title, string $content, string $body): string {
		$header = '<header id="header"><div class="header-start">' . $this->menus->logo() . '</div><div class="header-end"></div></header>';
		return $this->document($title, $body, $header . "<div id=\"content\" class=\"app-public\">$content</div>", [], []);
	}

	/** @return array{string, array<string, mixed>} as the app's own PageListener does in a Nextcloud */
	private function loader(Account $account, string $app): array {
		if (!$account->mayUseApp) {
			return ['', []];
		}
		try {
			return [$this->appScript('loader'), ['compagnon-loader' => $this->pageState->forPage($account->id, $app)]];
		} catch (\Throwable $e) {
			// Help must never keep somebody from their page.
			$this->log->error('The help on this page could not be prepared', [], $e);
			return ['', []];
		}
	}

	/**
	 * @param list<string> $scripts
	 * @param array<string, mixed> $states
	 */
	private function document(string $title, string $body, string $inner, array $scripts, array $states): string {
		$account = $this->visitor->account;
		$language = $this->words->language();
		$theme = $account === null || $account->theme === 'auto' ? 'default' : $account->theme;
		$head = sprintf('data-requesttoken="%s"', Words::escape($this->visitor->token));
		if ($account !== null) {
			$head = sprintf('data-user="%s" data-user-displayname="%s" %s', Words::escape($account->id), Words::escape($account->name), $head);
		}
		$heading = Words::escape($title) . ' - ' . $this->words->html('space.name');
		$styles = is_file(self::BUILD . '/style.css') ? '<link rel="stylesheet" href="/build/style.css">' : '';
		$modules = implode('', array_map($this->module(...), array_filter([$this->ownScript(), ...$scripts], static fn (string $script): bool => $script !== '')));
		$hidden = implode('', array_map($this->state(...), array_keys($states), $states));
		return <<<HTML
			<!DOCTYPE html>
			<html lang="$language" data-locale="{$this->locale($language)}" translate="no">
			<head $head>
			<meta charset="utf-8">
			<title>$heading</title>
			<meta name="csp-nonce" nonce="$this->nonce">
			<meta name="viewport" content="width=device-width, initial-scale=1.0">
			<link rel="icon" href="data:,">
			$styles
			<script nonce="$this->nonce">{$this->globals()}</script>
			$modules
			</head>
			<body dir="ltr" id="$body" data-theme-$theme data-themes="$theme">
			$hidden
			<div id="skip-actions" role="navigation" aria-label="{$this->words->html('header.skip')}"></div>
			$inner
			</body>
			</html>
			HTML;
	}

	/** What the @nextcloud packages read from the window. */
	private function globals(): string {
		$flags = JSON_HEX_TAG | JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES;
		$roots = array_map(static fn (string $app): string => "/apps/$app", ['files' => 'files', 'calendar' => 'calendar', 'contacts' => 'contacts', 'compagnon' => 'compagnon']);
		$isAdmin = $this->visitor->account?->role === 'admin';
		$oc = json_encode([
			'appswebroots' => $roots,
			'config' => ['modRewriteWorking' => true, 'version' => '32.0.1.0'],
			'coreApps' => ['', 'core', 'settings'],
			'debug' => false,
			'requestToken' => $this->visitor->token,
			'webroot' => '',
		], $flags);
		$admin = $isAdmin ? 'true' : 'false';
		return "window._oc_webroot = ''; window._oc_appswebroots = " . json_encode($roots, $flags) . "; window._oc_isadmin = $admin; window._oc_debug = false; "
			. "window.OC = Object.assign($oc, { isUserAdmin: () => $admin, filePath: (app, type, file) => '/apps/' + app + '/' + (type ? type + '/' : '') + file });";
	}

	private function module(string $address): string {
		return '<script nonce="' . $this->nonce . '" type="module" src="' . Words::escape($address) . '"></script>';
	}

	private function state(string $key, mixed $value): string {
		return '<input type="hidden" id="initial-state-' . Words::escape($key) . '" value="' . base64_encode(json_encode($value, JSON_THROW_ON_ERROR)) . '">';
	}

	private function locale(string $language): string {
		return $language === 'fr' ? 'fr_FR' : 'en_GB';
	}

	private function ownScript(): string {
		return is_file(self::BUILD . '/main.js') ? '/build/main.js' : '';
	}

	/** @return string address; empty when the script was not built, for the page works without */
	private function appScript(string $name): string {
		$file = "js/compagnon-$name.mjs";
		return is_file(self::ROOT . '/' . $file) ? "/apps/compagnon/$file" : '';
	}
}
