<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Tests\Contract;

use OCA\Compagnon\Http\Answer;
use OCA\Compagnon\Http\Request;
use OCA\Compagnon\Http\Unreachable;
use OCA\Compagnon\Http\UnreachableKind;
use OCA\Compagnon\Tests\Fake\FakeBody;
use OCA\Compagnon\Tests\Fake\FakeHttp;

/** The fake, answering as the stage does. */
final class StagedHttp {
	public static function make(): FakeHttp {
		return new FakeHttp(static function (Request $request): Answer|FakeBody {
			if (str_contains($request->url, '//gone.below.example')) {
				throw new Unreachable(UnreachableKind::NoConnection, 'nobody there');
			}
			$said = HttpStage::answer($request->method, $request->url, $request->headers, (string)$request->body);
			$answer = new Answer($said['status'], array_change_key_case($said['headers']), $said['body']);
			return $said['cut'] ? new FakeBody($answer) : $answer;
		});
	}
}
