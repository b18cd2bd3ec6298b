<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Compagnon\Transfer\Names;

/** Why something gets another name than it has at the source. */
enum RenameReason: string {
	/** The source gave bytes that are no text. */
	case BrokenText = 'broken_text';
	/** Characters that separate folders, or that nobody can see. */
	case Character = 'character';
	/** No name at all, only blanks, or one that means a folder itself. */
	case Blank = 'blank';
	/** An ending by which the space takes a file for an upload that is under way. */
	case Ending = 'ending';
	/** A name that some computers cannot have. Only when safe names were chosen. */
	case Unsafe = 'unsafe';
	/** This space does not allow the name. */
	case Forbidden = 'forbidden';
	case TooLong = 'too_long';
	/** Something else here has that name. */
	case Taken = 'taken';
	/** The folders it lies in leave no room for a name: it cannot be stored at this place. */
	case NoRoomInPath = 'no_room_in_path';
}
