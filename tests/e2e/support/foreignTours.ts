/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { occ } from './nextcloudSpace.ts'
import { environment } from './space.ts'

/** The folder from which the host takes tours of its own. */
async function folder(): Promise<string> {
	if (environment('COMPAGNON_HOST') === 'demo') {
		const path = join(environment('COMPAGNON_DATA'), 'tours')
		await mkdir(path, { recursive: true })
		return path
	}
	const path = join(environment('COMPAGNON_NEXTCLOUD'), 'tours-of-tests')
	await mkdir(path, { recursive: true })
	await occ(['config:system:set', 'compagnon.tours', `--value=${path}`])
	// The server looks at its config file every two seconds only.
	await new Promise((resolve) => setTimeout(resolve, 3000))
	return path
}

export interface ForeignStep {
	id: string
	path?: string
	anchor: string
}

/** Adds a tour of Files to the space while `act` runs. Each step is an explanation at an anchor. */
export async function withForeignTour(
	id: string,
	steps: ForeignStep[],
	anchors: Record<string, { selectors: string[], open?: string, behind?: 'act' }>,
	act: () => Promise<void>,
): Promise<void> {
	const words = Object.fromEntries(['tour.title', 'tour.summary', ...steps.map((step) => `step.${step.id}`)].map((key) => [key, `Words of ${key}`]))
	const file = join(await folder(), `${id}.json`)
	await writeFile(file, JSON.stringify({
		schema: 1,
		id,
		version: 1,
		app: 'files',
		minutes: 1,
		title: 'tour.title',
		summary: 'tour.summary',
		steps: steps.map((step) => ({
			id: step.id,
			page: { app: 'files', path: step.path ?? '/apps/files' },
			anchor: step.anchor,
			title: `step.${step.id}`,
			text: `step.${step.id}`,
			where: `step.${step.id}`,
			ends: { on: 'next' },
		})),
		texts: { fr: words, en: words },
		anchors,
	}))
	try {
		await act()
	} finally {
		await rm(file)
	}
}
