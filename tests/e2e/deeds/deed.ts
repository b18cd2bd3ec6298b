/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Act, Scene, TourActs } from '../acts/act.ts'

/** How a person makes a fact of the space true, starting from the page where quests with it are done. */
export interface Deed {
	/** What has to be there before; changes neither the page nor the fact. */
	before?: Act
	act: Act
	/** Whether the deed has seen by itself that it was noticed, and left a page on which nothing is open any more. */
	isOver?: (scene: Scene) => boolean
	/** Puts right what concerns others; also after a play that failed. */
	after?: Act
}

/** One way on the demo's page, another one on Nextcloud's. */
export function onEach(demo: Act, nextcloud: Act): Act {
	return (scene) => (scene.space.host === 'demo' ? demo : nextcloud)(scene)
}

/** What people do in these steps of a tour, one after the other. */
export function asInTour({ steps }: TourActs, ...names: string[]): Act {
	return async (scene) => {
		for (const name of names) {
			await steps[name]!(scene)
		}
	}
}

/** Asks the demo for something as its pages do, without leaving the page that is open. */
export async function inDemo<T>({ page }: Scene, path: string, data: object): Promise<T> {
	const answer = await page.request.post(`/demo/api/${path}`, { headers: { 'OCS-APIRequest': 'true' }, data })
	if (!answer.ok()) {
		throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
	}
	return await answer.json() as T
}
