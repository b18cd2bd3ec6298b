<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Controller;

use OCA\Compagnon\Controller\Http\PageResponse;
use OCA\Compagnon\Controller\Http\TextResponse;
use OCA\Compagnon\Error\NotFound;
use OCA\Compagnon\Observatory\Mode;
use OCA\Compagnon\Observatory\Publisher\Site\Frame;
use OCA\Compagnon\Observatory\Publisher\Site\Html;
use OCA\Compagnon\Observatory\Publisher\Site\Site;
use OCA\Compagnon\Observatory\Publisher\Site\Speech;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\IRequest;

/** The public site of an observatory. */
final class ObservatoryPageController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Mode $mode,
		private readonly Site $site,
		private readonly Frame $frame,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/observatory')]
	public function index(mixed $lang = ''): PageResponse {
		return $this->page($lang, $this->site->home(...));
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/observatory/surveys/{survey}/{period}')]
	public function results(string $survey, string $period, mixed $lang = ''): PageResponse {
		return $this->page($lang, fn (Speech $say): string => $this->site->results($say, $survey, $period));
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/observatory/method')]
	public function method(mixed $lang = ''): PageResponse {
		return $this->page($lang, $this->site->method(...));
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/observatory/data')]
	public function data(mixed $lang = ''): PageResponse {
		return $this->page($lang, $this->site->data(...));
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/observatory/data/{file}')]
	public function file(string $file, mixed $lang = ''): TextResponse {
		$say = $this->speech($lang);
		try {
			$this->mode->demand();
			$found = $this->site->file($say, $file);
			return TextResponse::saved($found['text'], $found['type'], $file);
		} catch (NotFound $e) {
			return TextResponse::refused($say->texts->t($e->sentence, $e->values), Http::STATUS_NOT_FOUND);
		}
	}

	/** @param \Closure(Speech): string $render */
	private function page(mixed $lang, \Closure $render): PageResponse {
		$say = $this->speech($lang);
		try {
			$this->mode->demand();
			return new PageResponse($render($say), Frame::policy());
		} catch (NotFound $e) {
			$page = $this->frame->page($say, '', $say->texts->t('There is nothing here'), Html::tag('p', [], $say->texts->t($e->sentence, $e->values)));
			return new PageResponse($page, Frame::policy(), Http::STATUS_NOT_FOUND);
		}
	}

	private function speech(mixed $lang): Speech {
		return $this->site->speech(is_string($lang) ? $lang : '', $this->request->getHeader('Accept-Language'));
	}
}
