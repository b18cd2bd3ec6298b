<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Nextcloud\Survey;

use OCA\Compagnon\Survey\Token\AddressProof;
use OCP\AppFramework\Http\JSONResponse;
use OCP\Http\WellKnown\GenericResponse;
use OCP\Http\WellKnown\IHandler;
use OCP\Http\WellKnown\IRequestContext;
use OCP\Http\WellKnown\IResponse;

/** /.well-known/openl: proves to the registry that it speaks with the space at this address. */
final readonly class WellKnownOpenl implements IHandler {
	public function __construct(
		private AddressProof $proof,
	) {
	}

	#[\Override]
	public function handle(string $service, IRequestContext $context, ?IResponse $previousResponse): ?IResponse {
		$answer = $service === AddressProof::SERVICE ? $this->proof->answer($context->getHttpRequest()->getParam('challenge')) : null;
		return $answer === null ? $previousResponse : new GenericResponse(new JSONResponse($answer));
	}
}
