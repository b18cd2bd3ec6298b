<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PasswordConfirmationRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Attribute\Route;
use OCP\AppFramework\Http\Attribute\UserRateLimit;

/**
 * Reads the routes of the app's controllers from their attributes, as the server does. Every attribute is enforced;
 * one that the demo does not know stops it at the start, for else it would be less strict than the server.
 */
final class RouteReader {
	private const FOLDER = __DIR__ . '/../../../lib/Controller';

	/** @return list<AppRoute> */
	public function read(): array {
		$routes = [];
		$files = glob(self::FOLDER . '/*Controller.php');
		foreach ($files === false ? [] : $files as $file) {
			/** @var class-string<Controller> $class */
			$class = 'OCA\\Compagnon\\Controller\\' . basename($file, '.php');
			foreach ((new \ReflectionClass($class))->getMethods(\ReflectionMethod::IS_PUBLIC) as $method) {
				if ($method->class === $class && !$method->isConstructor()) {
					$routes[] = $this->route($class, $method);
				}
			}
		}
		return $routes;
	}

	/** @param class-string<Controller> $class */
	private function route(string $class, \ReflectionMethod $method): AppRoute {
		$found = [];
		foreach ($method->getAttributes() as $attribute) {
			$instance = $attribute->newInstance();
			$kind = $instance instanceof Route ? Route::class : $instance::class;
			if (!in_array($kind, [Route::class, NoAdminRequired::class, NoCSRFRequired::class, AuthorizedAdminSetting::class, PublicPage::class, UserRateLimit::class, PasswordConfirmationRequired::class], true)) {
				throw new \LogicException("The demo does not enforce #[{$attribute->getName()}] on $class::{$method->getName()}");
			}
			$found[$kind] = $instance;
		}
		$route = $found[Route::class] ?? null;
		if (!$route instanceof Route) {
			throw new \LogicException("$class::{$method->getName()} is public but has no route");
		}
		$rate = $found[UserRateLimit::class] ?? null;
		return new AppRoute(
			$route->getVerb(),
			$this->pattern($route),
			$class,
			$method->getName(),
			isset($found[PublicPage::class]),
			!isset($found[NoAdminRequired::class]) && !isset($found[PublicPage::class]),
			isset($found[AuthorizedAdminSetting::class]),
			!isset($found[NoCSRFRequired::class]),
			$rate instanceof UserRateLimit ? ['limit' => $rate->getLimit(), 'seconds' => $rate->getPeriod()] : null,
			isset($found[PasswordConfirmationRequired::class]),
		);
	}

	private function pattern(Route $route): string {
		$prefix = $route instanceof ApiRoute ? '/ocs/v2.php/apps/compagnon' : '(?:/index.php)?/apps/compagnon';
		$url = preg_replace('/\{(\w+)\}/', '(?<$1>[^/]+)', rtrim($route->getUrl(), '/'));
		return '#^' . str_replace('.php', '\.php', $prefix) . $url . '/?$#D';
	}
}
