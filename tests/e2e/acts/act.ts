/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Page } from '@playwright/test'
import type { FilesPage, Member, Space } from '../support/space.ts'
import type { Tip } from '../support/tip.ts'

/** What an act has at hand. */
export interface Scene {
	page: Page
	space: Space
	files: FilesPage
	tip: Tip
	/** Who takes the tour. */
	me: Member
	/** Somebody else of the space. */
	friend: Member
	language: 'fr' | 'en'
}

/** What a person does in a step, as its words say. A step that ends by "Next" needs none. */
export type Act = (scene: Scene) => Promise<void>

export interface TourActs {
	/** Whether an admin takes it; a member otherwise. */
	admin?: boolean
	/** What has to be there before, such as a file to share. */
	before?: Act
	/** Puts right what concerns others; also after a tour that failed. */
	after?: Act
	/** By id of the step. */
	steps: Record<string, Act>
}
