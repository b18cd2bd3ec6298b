<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Survey\Console;

use OCA\Compagnon\Survey\Figures\PreviewFigures;
use OCA\Compagnon\Survey\Figures\WithdrawFigures;
use OCA\Compagnon\Survey\Panel\ShowAdmin;
use OCA\Compagnon\Survey\Panel\ShowHistory;
use OCA\Compagnon\Survey\SpaceKey;
use OCA\Compagnon\Survey\WorkOnSurveys;

/** The panel for whoever runs the server: it can look, send and take back. It cannot say yes for anybody. */
final readonly class SurveyConsole {
	public function __construct(
		private ShowAdmin $admin,
		private ShowHistory $history,
		private PreviewFigures $previewFigures,
		private WithdrawFigures $withdrawFigures,
		private WorkOnSurveys $surveys,
		private SpaceKey $key,
	) {
	}

	/** @return array<string, mixed> as the schema SurveyAdmin of openapi.json */
	public function status(): array {
		return $this->admin->show();
	}

	/** @return string base64; made when there was none: nothing leaves by that */
	public function key(): string {
		return base64_encode(sodium_crypto_sign_publickey_from_secretkey($this->key->secretKey()));
	}

	/** @return array<string, mixed> as the schema SurveyHistory */
	public function history(): array {
		return $this->history->show();
	}

	/** @return array<string, mixed> as the schema SurveyPreview */
	public function preview(): array {
		$left = $this->admin->show()['leftOut'];
		return $this->previewFigures->preview(is_array($left) ? array_values(array_filter($left, is_string(...))) : []);
	}

	/** @return int how many reports the observatory has settled */
	public function send(bool $atOnce): int {
		return $this->surveys->work($atOnce);
	}

	/** @return list<array<string, mixed>> as the schema SurveySent */
	public function withdraw(string $id): array {
		$this->withdrawFigures->withdraw($id);
		return $this->history->lines();
	}
}
