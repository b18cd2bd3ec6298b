/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Act } from '../acts/act.ts'

/** How a person makes a fact of the space true, starting from the page where quests with it are done. */
export interface Deed {
	/** What has to be there before; changes neither the page nor the fact. */
	before?: Act
	act: Act
	/** Puts right what concerns others; also after a play that failed. */
	after?: Act
}
