<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework;

use OCP\IRequest;

/** Stand-in. The demo answers to no other site, so it never asks what other sites may do. */
abstract class ApiController extends Controller {
	/**
	 * @param string $appName
	 * @param string $corsMethods
	 * @param string $corsAllowedHeaders
	 * @param int $corsMaxAge
	 */
	public function __construct(
		$appName,
		IRequest $request,
		protected $corsMethods = 'PUT, POST, GET, DELETE, PATCH',
		protected $corsAllowedHeaders = 'Authorization, Content-Type, Accept',
		protected $corsMaxAge = 1728000,
	) {
		parent::__construct($appName, $request);
	}
}
