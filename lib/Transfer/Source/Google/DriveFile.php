<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Source\Google;

use OCA\Compagnon\Transfer\Source\Fields;

/** A file, folder or shortcut as Drive lists it. */
final readonly class DriveFile {
	/** What is asked of each; nothing more comes. */
	public const FIELDS = 'id,name,mimeType,size,md5Checksum,sha1Checksum,sha256Checksum,modifiedTime,parents,trashed,'
		. 'shortcutDetails(targetId,targetMimeType,targetResourceKey),exportLinks,resourceKey,ownedByMe,shared,sharedWithMeTime,driveId,'
		. 'capabilities(canDownload),permissions(emailAddress,domain,role,type),webViewLink';

	public string $id;
	public string $name;
	public string $mime;
	/** Exactly one since 2020; null when it is not ours to see. */
	public ?string $parent;
	public ?string $drive;
	public ?string $key;
	public bool $isOwn;

	public function __construct(
		public Fields $fields,
	) {
		$this->id = $fields->text('id') ?? '';
		$this->name = $fields->text('name') ?? '';
		$this->mime = $fields->text('mimeType') ?? 'application/octet-stream';
		$this->parent = $fields->texts('parents')[0] ?? null;
		$this->drive = $fields->text('driveId');
		$this->key = $fields->text('resourceKey');
		$this->isOwn = $fields->flag('ownedByMe');
	}

	public function isFolder(): bool {
		return $this->mime === DriveFormats::FOLDER;
	}

	public function isShortcut(): bool {
		return $this->mime === DriveFormats::SHORTCUT;
	}
}
