<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Source\Container;

/**
 * What becomes of Google's own documents, which exist there only. A drawing becomes a picture that every program shows
 * (png) unless PDF was chosen; a script and a video have one form each.
 */
final readonly class DriveFormats {
	public const PREFIX = 'application/vnd.google-apps.';
	public const FOLDER = self::PREFIX . 'folder';
	public const SHORTCUT = self::PREFIX . 'shortcut';

	private const ML = 'application/vnd.openxmlformats-officedocument.';
	private const OD = 'application/vnd.oasis.opendocument.';
	private const PDF = ['pdf', 'application/pdf'];
	private const PNG = ['png', 'image/png'];

	/** Extension and type by kind and chosen form. */
	private const EXPORTS = [
		'document' => ['office' => ['docx', self::ML . 'wordprocessingml.document'], 'opendocument' => ['odt', self::OD . 'text'], 'pdf' => self::PDF],
		'spreadsheet' => ['office' => ['xlsx', self::ML . 'spreadsheetml.sheet'], 'opendocument' => ['ods', 'application/x-vnd.oasis.opendocument.spreadsheet'], 'pdf' => self::PDF],
		'presentation' => ['office' => ['pptx', self::ML . 'presentationml.presentation'], 'opendocument' => ['odp', self::OD . 'presentation'], 'pdf' => self::PDF],
		'drawing' => ['office' => self::PNG, 'opendocument' => self::PNG, 'pdf' => self::PDF],
		'script' => ['office' => self::SCRIPT, 'opendocument' => self::SCRIPT, 'pdf' => self::SCRIPT],
		'vid' => ['office' => self::VIDEO, 'opendocument' => self::VIDEO, 'pdf' => self::VIDEO],
		'vids' => ['office' => self::VIDEO, 'opendocument' => self::VIDEO, 'pdf' => self::VIDEO],
	];
	private const SCRIPT = ['json', self::PREFIX . 'script+json'];
	private const VIDEO = ['mp4', 'video/mp4'];

	/** Why what cannot be exported cannot, by kind; third parties' begin with "drive-sdk." */
	private const NOT_EXPORTABLE = [
		'form' => 'form',
		'site' => 'site',
		'map' => 'map',
		'jam' => 'not_exportable',
		'fusiontable' => 'not_exportable',
	];

	public static function isNative(string $mime): bool {
		return str_starts_with($mime, self::PREFIX);
	}

	/**
	 * @param 'office'|'opendocument'|'pdf' $documents
	 * @return ?array{string, string} extension and type; null when it cannot be exported
	 */
	public static function export(string $mime, string $documents): ?array {
		return self::EXPORTS[substr($mime, strlen(self::PREFIX))][$documents] ?? null;
	}

	/** @return string code of the reason */
	public static function whyNot(string $mime): string {
		$kind = substr($mime, strlen(self::PREFIX));
		return self::NOT_EXPORTABLE[$kind] ?? (str_starts_with($kind, 'drive-sdk') ? 'other_app' : 'not_exportable');
	}

	public static function container(string $type): Container {
		return match (true) {
			$type === 'application/pdf' => Container::Pdf,
			str_starts_with($type, self::ML), str_contains($type, 'vnd.oasis.opendocument') => Container::Zip,
			default => Container::Any,
		};
	}
}
