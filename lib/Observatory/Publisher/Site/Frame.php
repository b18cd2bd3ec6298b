<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Observatory\Publisher\Site;

/** What is around every page: a whole document without a script, and with its style inside. */
final readonly class Frame {
	private const STYLE = __DIR__ . '/../../../../resources/observatory/site.css';

	/** @return string HTML */
	public function page(Speech $say, string $path, string $title, Html ...$content): string {
		$texts = $say->texts;
		$name = $texts->t('Observatory of free digital practices');
		$head = Html::join(
			Html::void('meta', ['charset' => 'utf-8']),
			Html::tag('title', [], $path === '' ? $name : "$title – $name"),
			Html::void('meta', ['name' => 'viewport', 'content' => 'width=device-width, initial-scale=1']),
			Html::void('meta', ['name' => 'color-scheme', 'content' => 'light dark']),
			Html::void('link', ['rel' => 'icon', 'href' => 'data:,']),
			Html::void('link', ['rel' => 'canonical', 'href' => $say->address($path)]),
			...array_map(static fn (string $language): Html => Html::void('link', ['rel' => 'alternate', 'hreflang' => $language, 'href' => $say->inLanguage($path, $language)]), array_keys(Speech::LANGUAGES)),
		);
		$body = Html::join(
			Html::tag('a', ['class' => 'skip', 'href' => '#content'], $texts->t('Skip to the content')),
			$this->header($say, $path, $name),
			Html::tag('main', ['id' => 'content', 'tabindex' => '-1'], Html::tag('h1', [], $title), ...$content),
			$this->footer($say),
		);
		return Html::document($say->language, Html::join($head, Html::style(self::css())), $body);
	}

	/** @return string for the policy of the page: this style, and nothing else */
	public static function policy(): string {
		$hash = base64_encode(hash('sha256', self::css(), true));
		return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; img-src data:; style-src 'sha256-$hash'";
	}

	private static function css(): string {
		return (string)file_get_contents(self::STYLE);
	}

	private function header(Speech $say, string $path, string $name): Html {
		$links = [];
		foreach (['' => $say->texts->t('Surveys and results'), 'method' => $say->texts->t('Method'), 'data' => $say->texts->t('Open data')] as $to => $words) {
			$links[] = Html::tag('li', [], Html::tag('a', ['href' => $say->address($to)] + ($to === $path ? ['aria-current' => 'page'] : []), $words));
		}
		$languages = [];
		foreach (Speech::LANGUAGES as $language => $words) {
			$languages[] = Html::tag('li', [], Html::tag('a', ['href' => $say->inLanguage($path, $language), 'hreflang' => $language, 'lang' => $language] + ($language === $say->language ? ['aria-current' => 'true'] : []), $words));
		}
		return Html::tag(
			'header',
			['class' => 'top'],
			Html::tag('p', ['class' => 'top__name'], Html::tag('a', ['href' => $say->address('')], $name)),
			Html::tag('nav', ['aria-label' => $say->texts->t('Pages')], Html::tag('ul', [], ...$links)),
			Html::tag('nav', ['aria-label' => $say->texts->t('Language'), 'class' => 'top__languages'], Html::tag('ul', [], ...$languages)),
		);
	}

	private function footer(Speech $say): Html {
		return Html::tag(
			'footer',
			['class' => 'bottom'],
			Html::tag('p', [], $say->texts->t('These pages ask for no account, set no cookie of their own and load nothing from anywhere else.')),
			Html::tag('p', [], $say->texts->t('Results: Licence Ouverte 2.0. Questionnaires: CC BY-SA 4.0.')),
		);
	}
}
