<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Http;

use OCP\AppFramework\Http;

/**
 * Stand-in: names a template; the demo's shell renders it.
 *
 * @template-covariant S of int
 * @template-covariant H of array<string, mixed>
 * @extends Response<S, H>
 */
class TemplateResponse extends Response {
	public const RENDER_AS_BLANK = '';
	public const RENDER_AS_USER = 'user';

	/** @var string */
	protected $templateName;
	/** @var array<string, mixed> */
	protected $params;
	/** @var string */
	protected $renderAs;
	/** @var string */
	protected $appName;

	/**
	 * @param array<string, mixed> $params
	 * @param S $status
	 * @param H $headers
	 */
	public function __construct(string $appName, string $templateName, array $params = [], string $renderAs = self::RENDER_AS_USER, int $status = Http::STATUS_OK, array $headers = []) {
		parent::__construct($status, $headers);
		$this->appName = $appName;
		$this->templateName = $templateName;
		$this->params = $params;
		$this->renderAs = $renderAs;
	}

	public function getApp(): string {
		return $this->appName;
	}

	/** @return string */
	public function getTemplateName() {
		return $this->templateName;
	}

	/** @return array<string, mixed> */
	public function getParams() {
		return $this->params;
	}

	/** @return string */
	public function getRenderAs() {
		return $this->renderAs;
	}
}
