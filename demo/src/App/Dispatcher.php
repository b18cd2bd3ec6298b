<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Demo\App;

use OCA\Compagnon\Controller\Http\ContractMiddleware;
use OCA\Compagnon\Controller\Http\ErrorMiddleware;
use OCA\Compagnon\Demo\Http\Answer;
use OCA\Compagnon\Demo\Http\Request;
use OCA\Compagnon\Demo\Page\Shell;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\AppFramework\Middleware;
use OCP\AppFramework\OCSController;

/** Calls the app's controllers as the server's dispatcher does, with the app's own middlewares around them. */
final class Dispatcher {
	/** In the order in which the app registers them. */
	private const MIDDLEWARES = [ErrorMiddleware::class, ContractMiddleware::class];

	public function __construct(
		private readonly Container $container,
		private readonly RouteReader $reader,
		private readonly Gate $gate,
		private readonly Request $request,
		private readonly Shell $shell,
	) {
	}

	public function answer(): ?Answer {
		$pathIsKnown = false;
		foreach ($this->reader->read() as $route) {
			$parameters = $route->match($this->request->getMethod(), $this->request->path);
			if ($parameters !== null) {
				return $this->call($route, $parameters);
			}
			$pathIsKnown = $pathIsKnown || preg_match($route->pattern, $this->request->path) === 1;
		}
		return $pathIsKnown ? Answer::json(['message' => 'Method not allowed'], 405) : null;
	}

	/** @param array<string, string> $parameters */
	private function call(AppRoute $route, array $parameters): Answer {
		$isApi = is_subclass_of($route->controller, OCSController::class);
		$refusal = $this->gate->refusal($route);
		if ($refusal !== null) {
			return $this->refused($refusal[0], $refusal[1], $isApi);
		}
		$this->request->addPathParameters($parameters);
		$response = $this->dispatch($this->container->get($route->controller), $route->method);
		if ($response instanceof TemplateResponse) {
			return Answer::page($this->shell->app($response->getTemplateName(), $response->getParams()), policy: $response->getContentSecurityPolicy()?->buildPolicy() ?? '');
		}
		$headers = array_map(static fn (mixed $value): string => is_scalar($value) ? (string)$value : '', $response->getHeaders());
		return new Answer($response->getStatus(), $response->render(), $headers);
	}

	/** @return Response<int, array<string, mixed>> */
	private function dispatch(Controller $controller, string $method): Response {
		$begun = [];
		try {
			foreach (self::MIDDLEWARES as $class) {
				$begun[] = $middleware = $this->container->get($class);
				$middleware->beforeController($controller, $method);
			}
			$response = (new \ReflectionMethod($controller, $method))->invokeArgs($controller, $this->arguments($controller, $method));
			if (!$response instanceof Response) {
				throw new \LogicException($controller::class . "::$method does not return a response");
			}
			if ($response instanceof DataResponse) {
				$response = $controller->buildResponse($response, 'json');
			}
		} catch (\Throwable $error) {
			$exception = $error instanceof \Exception ? $error : new \Exception($error->getMessage(), 0, $error);
			$response = $this->afterException($begun, $controller, $method, $exception);
		}
		foreach (array_reverse($begun) as $middleware) {
			$response = $middleware->afterController($controller, $method, $response);
		}
		return $response;
	}

	/**
	 * @param list<Middleware> $middlewares those that have begun: as on the server, no other is asked
	 * @return Response<int, array<string, mixed>>
	 */
	private function afterException(array $middlewares, Controller $controller, string $method, \Exception $exception): Response {
		foreach (array_reverse($middlewares) as $middleware) {
			try {
				return $middleware->afterException($controller, $method, $exception);
			} catch (\Exception $next) {
				$exception = $next;
			}
		}
		throw $exception;
	}

	/** @return list<mixed> */
	private function arguments(Controller $controller, string $method): array {
		return array_map(
			fn (\ReflectionParameter $parameter): mixed => $this->request->getParam(
				$parameter->getName(),
				$parameter->isDefaultValueAvailable() ? $parameter->getDefaultValue() : null,
			),
			(new \ReflectionMethod($controller, $method))->getParameters(),
		);
	}

	private function refused(int $status, string $message, bool $isApi): Answer {
		if (!$isApi) {
			return $status === 401
				? Answer::redirect('/login?to=' . rawurlencode($this->request->path))
				: Answer::page($this->shell->notice($status), $status);
		}
		return match ($status) {
			401, 403 => Answer::json(['ocs' => ['meta' => ['status' => 'failure', 'statuscode' => $status === 401 ? 997 : 403, 'message' => $message], 'data' => []]], $status),
			default => Answer::json(['message' => $message], $status),
		};
	}
}
