<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\Page;

use OCA\Compagnon\Demo\Account\Visitor;
use OCA\Compagnon\Demo\Files\Download;
use OCA\Compagnon\Demo\Files\Node;
use OCA\Compagnon\Demo\Files\Place;
use OCA\Compagnon\Demo\Files\Refused;
use OCA\Compagnon\Demo\Files\Shares;
use OCA\Compagnon\Demo\Files\Tree;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;

/** What somebody without an account sees behind a link. */
final readonly class LinkPage {
	public function __construct(
		private Request $request,
		private Visitor $visitor,
		private Guest $guest,
		private Shares $shares,
		private Tree $tree,
		private Download $download,
		private Shell $shell,
		private Words $words,
	) {
	}

	/** @param ?int $file the file to give out; null for the page */
	public function answer(string $token, ?int $file): Answer {
		$link = $this->shares->link($token);
		if ($link === null) {
			return Answer::page($this->shell->notice(404), 404);
		}
		try {
			if ($link['password'] !== null && !$this->isOpen($token, $link['password'])) {
				return $this->ask($token, $link['password']);
			}
			if ($file !== null) {
				return $this->download->answer($this->tree->reachByLink($link['node'], $file)->node(), $this->request->text('save') !== '');
			}
			$folder = $this->request->text('folder');
			return $this->show($token, $this->tree->reachByLink($link['node'], ctype_digit($folder) ? (int)$folder : $link['node']));
		} catch (Refused) {
			return Answer::page($this->shell->notice(404), 404);
		}
	}

	private function isOpen(string $token, string $hash): bool {
		$cookie = $_COOKIE["demo_link_$token"] ?? '';
		return is_string($cookie) && hash_equals($this->key($token, $hash), $cookie);
	}

	/** Proves that the password was known; nobody can make it who does not know the hash. */
	private function key(string $token, string $hash): string {
		return hash_hmac('sha256', $token, $hash);
	}

	private function ask(string $token, string $hash): Answer {
		$problem = '';
		if ($this->request->getMethod() === 'POST') {
			if ($this->request->passesCSRFCheck() && password_verify($this->request->text('password'), $hash)) {
				$cookie = "demo_link_$token=" . $this->key($token, $hash) . "; Path=/s/$token; HttpOnly; SameSite=Lax";
				return Answer::redirect("/s/$token", ['Set-Cookie' => $cookie]);
			}
			$problem = '<p class="demo-problem" role="alert" id="link-problem">' . $this->words->html('link.wrong') . '</p>';
		}
		$headers = $this->guest->begin();
		$described = $problem === '' ? '' : ' aria-describedby="link-problem" aria-invalid="true"';
		$content = '<main id="app-content" class="demo-login"><form method="post" action="/s/' . $token . '" class="demo-card"><h1>' . $this->words->html('link.locked') . '</h1>'
			. '<p>' . $this->words->html('link.lockedText') . "</p>$problem"
			. '<input type="hidden" name="requesttoken" value="' . Words::escape($this->visitor->token) . '">'
			. '<label for="password">' . $this->words->html('login.password') . "</label><input id=\"password\" name=\"password\" type=\"password\" required autocomplete=\"off\"$described>"
			. '<button class="demo-button">' . $this->words->html('link.open') . '</button></form></main>';
		$page = $this->shell->guest($this->words->say('link.locked'), $content, 'body-public');
		return new Answer(401, $page, ['Content-Type' => 'text/html; charset=utf-8'] + $headers);
	}

	private function show(string $token, Place $place): Answer {
		$node = $place->node();
		$inner = $node->folder ? $this->listing($token, $place) : $this->file($token, $node);
		$content = '<main id="app-content" class="demo-card demo-link"><h1>' . Words::escape($node->name) . "</h1>$inner</main>";
		return Answer::page($this->shell->guest($node->name, $content, 'body-public'));
	}

	private function file(string $token, Node $node): string {
		$picture = Download::isPicture($node->name) ? "<img src=\"/s/$token/$node->id\" alt=\"" . $this->words->html('link.picture', ['name' => $node->name]) . '">' : '';
		return "$picture<p>{$this->words->size($node->size)}</p><p><a class=\"demo-button\" href=\"/s/$token/$node->id?save=1\">{$this->words->html('action.download')}</a></p>";
	}

	private function listing(string $token, Place $place): string {
		$nodes = $this->tree->children('', $place);
		$above = array_slice($place->path, 0, -1);
		$crumbs = implode('', array_map(static fn (Node $node): string => "<li><a href=\"/s/$token?folder=$node->id\">" . Words::escape($node->name) . '</a></li>', $above));
		$path = $crumbs === '' ? '' : '<nav aria-label="' . $this->words->html('files.path') . "\"><ol class=\"demo-crumbs\">$crumbs</ol></nav>";
		$rows = implode('', array_map(fn (Node $node): string => '<li><a href="' . ($node->folder ? "/s/$token?folder=$node->id" : "/s/$token/$node->id?save=1") . '">'
			. ($node->folder ? '📁 ' : '📄 ') . Words::escape($node->name) . '</a><span>' . ($node->folder ? '' : $this->words->size($node->size)) . '</span></li>', $nodes));
		return $path . ($rows === '' ? '<p>' . $this->words->html('link.empty') . '</p>' : "<ul class=\"demo-link__list\">$rows</ul>");
	}
}
