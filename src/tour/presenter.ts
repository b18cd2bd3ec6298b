/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Where the tip goes. */
export interface Place {
	/** The element it explains; null for the middle of the page. */
	target: HTMLElement | null
	/** Whether the person is to use the page now: then nothing is dimmed. */
	interactive: boolean
	/** Whether the target is in a menu or window, which lies above the page. */
	above?: boolean
}

/** Draws the tip beside its target. Knows nothing of steps, progress or keys. */
export interface Presenter {
	/**
	 * Puts the tip beside the target and highlights that.
	 *
	 * @param tip null when it stands elsewhere, and only the highlight is wanted
	 * @return resolves when the tip is on the screen
	 */
	show(tip: HTMLElement | null, place: Place): Promise<void>
	/** Follows a target that moved. */
	refresh(): void
	/** Takes everything away; the tip is left without a parent. */
	hide(): void
}
