<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Account;
use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Http\Request;

/**
 * The header: the apps of the space, and the person's own menu, which needs no script.
 *
 * @phpstan-type Entry array{id: string, name: string, href: string}
 */
final readonly class Menus {
	private const ICONS = [
		'files' => 'M4 4h6l2 2h8a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z',
		'calendar' => 'M7 2v2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2h-2V2h-2v2H9V2zM5 9h14v11H5z',
		'contacts' => 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zm0 10c4.4 0 8 1.8 8 4v2H4v-2c0-2.2 3.6-4 8-4z',
		'compagnon' => 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6zM16.6 7.4l-3 6.2-6.2 3 3-6.2 6.2-3zM12 10.9a1.1 1.1 0 1 0 0 2.2 1.1 1.1 0 0 0 0-2.2z',
	];

	public function __construct(
		private Visitor $visitor,
		private Words $words,
		private Request $request,
	) {
	}

	/** @return list<Entry> */
	public function entries(Account $account): array {
		$entries = array_map(fn (string $app): array => ['id' => $app, 'name' => $this->words->say("app.$app"), 'href' => "/apps/$app"], ['files', 'calendar', 'contacts']);
		$compagnon = ['id' => 'compagnon', 'name' => 'Compagnon', 'href' => '/apps/compagnon/'];
		return $account->mayUseApp ? [...$entries, $compagnon] : $entries;
	}

	public function logo(): string {
		return '<a id="nextcloud" href="/" aria-label="' . $this->words->html('header.home') . '"><svg aria-hidden="true" viewBox="0 0 62 34" width="56" height="32">'
			. '<path d="M6 28c0-9 6-14 14-14-1 9-6 14-14 14zM31 29c-6-5-8-14 0-22 8 8 6 17 0 22zM56 28c-8 0-13-5-14-14 8 0 14 5 14 14z" fill="currentColor"/></svg></a>';
	}

	/**
	 * @param list<Entry> $entries
	 * @param string $heading HTML of the page's first heading, here so that it lies in a landmark
	 */
	public function header(Account $account, string $app, array $entries, string $heading): string {
		$items = implode('', array_map(fn (array $entry): string => $this->entry($entry, $entry['id'] === $app), $entries));
		return '<header id="header"><div class="header-start">' . $this->logo()
			. '<nav class="app-menu" aria-label="' . $this->words->html('header.apps') . '"><ul class="app-menu__list">' . $items . '</ul></nav></div>'
			. '<div class="header-end">' . $this->userMenu($account) . '</div>' . $heading . '</header>';
	}

	/** @param Entry $entry */
	private function entry(array $entry, bool $active): string {
		$current = $active ? ' aria-current="page"' : '';
		return '<li class="app-menu-entry' . ($active ? ' app-menu-entry--active' : '') . '" data-app-id="' . $entry['id'] . '">'
			. '<a class="app-menu-entry__link" href="' . $entry['href'] . "\"$current>"
			. '<svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20"><path fill="currentColor" d="' . (self::ICONS[$entry['id']] ?? '') . '"/></svg>'
			. '<span class="app-menu-entry__label">' . Words::escape($entry['name']) . '</span></a></li>';
	}

	private function userMenu(Account $account): string {
		$links = $this->link('/settings/user', 'menu.account') . $this->link('/settings/user/security', 'menu.security')
			. ($account->role === 'admin' ? $this->link('/settings/users', 'menu.members') : '')
			. ($account->mayUseApp ? $this->link('/settings/user/compagnon', 'menu.personal') : '')
			. ($account->mayUseApp && $account->role !== 'member' ? $this->link('/settings/admin/compagnon', 'menu.admin') : '');
		$name = Words::escape($account->name);
		$label = $this->words->html('menu.of', ['name' => $account->name]);
		return "<nav id=\"user-menu\" aria-label=\"$label\"><details><summary aria-controls=\"header-menu-user-menu\" aria-label=\"$label\">"
			. '<span aria-hidden="true">' . Words::escape($this->initials($account->name)) . '</span></summary>'
			. "<div id=\"header-menu-user-menu\"><p class=\"demo-menu-name\">$name</p><ul>$links</ul>"
			. $this->choice('language', ['fr' => 'Français', 'en' => 'English'], $account->language)
			. $this->choice('theme', array_map($this->words->say(...), ['auto' => 'theme.auto', 'light' => 'theme.light', 'dark' => 'theme.dark']), $account->theme)
			. $this->form('/logout', '<button class="demo-menu-entry" id="logout">' . $this->words->html('menu.logout') . '</button>')
			. '</div></details></nav>';
	}

	private function link(string $to, string $word): string {
		return "<li><a class=\"demo-menu-entry\" href=\"$to\">" . $this->words->html($word) . '</a></li>';
	}

	/** @param array<string, string> $choices label by value */
	private function choice(string $name, array $choices, string $chosen): string {
		$buttons = '';
		foreach ($choices as $value => $label) {
			$pressed = $value === $chosen ? 'true' : 'false';
			$buttons .= "<button name=\"$name\" value=\"$value\" aria-pressed=\"$pressed\">" . Words::escape($label) . '</button>';
		}
		return $this->form('/demo/preferences', '<fieldset><legend>' . $this->words->html("menu.$name") . "</legend><div>$buttons</div></fieldset>");
	}

	private function form(string $action, string $fields): string {
		return "<form method=\"post\" action=\"$action\"><input type=\"hidden\" name=\"requesttoken\" value=\"" . Words::escape($this->visitor->token) . '">'
			. '<input type="hidden" name="to" value="' . Words::escape($this->request->address()) . "\">$fields</form>";
	}

	private function initials(string $name): string {
		$letters = array_map(static fn (string $part): string => mb_strtoupper(mb_substr($part, 0, 1)), explode(' ', $name));
		return implode('', array_slice($letters, 0, 2));
	}
}
