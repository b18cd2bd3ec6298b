/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Here, Story } from '../../src/adventure/engine/types.ts'
import type { Scene } from './acts/act.ts'

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Adventure } from './support/adventure.ts'
import { ask } from './support/api.ts'
import { isSoak } from './support/space.ts'
import { pathTo } from './support/storyPath.ts'
import { expect, expectAccessible, test } from './support/test.ts'

/*
 * Every story that is shipped is played, its quests done for real. The way to an ending is found in the story by its own
 * engine. With make soak each role plays to each ending that it has; otherwise each story is played once, by another role
 * to another ending and in the other language from day to day. On a Nextcloud, where a story takes many minutes, the longer
 * ones are played: with make soak each once, and each of its quests as far as it goes; otherwise one of them, in turns.
 */
interface StoryFile extends Story {
	for?: { role: 'admin' }
}

interface Play {
	role: string
	ending: string
	/** Which of the quests are done, skipped, deepened and so on. */
	seed: number
}

const FOLDER = join(import.meta.dirname, '../../resources/stories')
const STORIES = readdirSync(FOLDER).sort().map((id) => JSON.parse(readFileSync(join(FOLDER, id, 'story.json'), 'utf8')) as StoryFile)
const ON_NEXTCLOUD = ['first-week', 'caring-for-the-space']
const isNextcloud = process.env.COMPAGNON_HOST === 'nextcloud'
const today = Math.floor(Date.now() / 86_400_000)
const HERE = isSoak ? ON_NEXTCLOUD : [ON_NEXTCLOUD[today % ON_NEXTCLOUD.length]]

/** A space that has everything: what a story offers at most. */
function everything(story: Story): Here {
	return { apps: story.quests.map(({ app }) => app), aside: [], admin: true, alone: false }
}

/** Milliseconds; a quest that is looked into further takes the longest. */
function timeFor({ quests, scenes }: Story): number {
	return (isNextcloud ? 3 : 1) * (30_000 + 15_000 * quests.length + 3000 * scenes.length)
}

function playsOf(story: Story): Play[] {
	const here = everything(story)
	return story.roles
		.flatMap(({ id: role }) => story.endings.map(({ id: ending }) => ({ role, ending })))
		.filter(({ role, ending }) => pathTo(story, here, role, ending) !== null)
		.map((play, seed) => ({ ...play, seed }))
}

for (const [place, file] of STORIES.filter(({ id }) => !isNextcloud || HERE.includes(id)).entries()) {
	const plays = playsOf(file)

	test(`somebody can come to each ending of ${file.id}`, () => {
		expect([...new Set(plays.map(({ ending }) => ending))].sort()).toEqual(file.endings.map(({ id }) => id).sort())
		expect([...new Set(plays.map(({ role }) => role))].sort()).toEqual(file.roles.map(({ id }) => id).sort())
	})

	for (const { role, ending, seed } of isSoak && !isNextcloud ? plays : [plays[(today + place) % plays.length]!]) {
		const language = (seed + today) % 2 === 0 ? 'fr' : 'en'
		test(`the story ${file.id} is played by ${role} to its ending ${ending} (${language})`, async ({ page, space, arrive, files, tip }) => {
			test.setTimeout(timeFor(file))
			const friend = await space.newMember()
			const me = await arrive({ language, admin: file.for?.role === 'admin' })
			const scene: Scene = { page, space, files, tip, me, friend, language }
			const adventure = new Adventure(scene, file.id)
			const { story, here } = await adventure.read()
			const turns = pathTo(story, here, role, ending, isSoak ? seed : today)
			expect(turns, `${role} comes to ${ending} in this space`).not.toBeNull()
			try {
				await adventure.open()
				await expectAccessible(page, '.adventure-page')
				await adventure.begin(role)
				await adventure.play(turns!, () => expectAccessible(page, '.adventure-page'))
			} finally {
				await adventure.tidy()
			}
			await expect(adventure.content.getByRole('heading', { name: story.endings.find(({ id }) => id === ending)!.title }).last()).toBeVisible()
			const { stories } = (await (await ask(page, '/stories')).json()).ocs.data
			expect(stories.find(({ id }: { id: string }) => id === file.id)).toMatchObject({ state: 'ended' })
		})
	}

	if (isSoak) {
		test(`each quest of ${file.id} is done as far as it goes, from the map of quests`, async ({ page, space, arrive, files, tip }) => {
			test.setTimeout(2 * timeFor(file))
			const friend = await space.newMember()
			const me = await arrive({ admin: file.for?.role === 'admin' })
			const adventure = new Adventure({ page, space, files, tip, me, friend, language: 'fr' }, file.id)
			const { story, here } = await adventure.read()
			await adventure.open()
			await adventure.begin(story.roles[0]!.id)
			try {
				for (const quest of story.quests.filter(({ id }) => !here.aside.includes(id))) {
					await adventure.openQuest(quest.id)
					for (const level of ['essential', 'explore'] as const) {
						if (quest[level] !== undefined) {
							await adventure.achieve(quest, level, () => adventure.openQuest(quest.id))
						}
					}
				}
			} finally {
				await adventure.tidy()
			}
			await adventure.open('quests')
			await expect(adventure.content.locator('[data-group="done"]').getByRole('listitem')).toHaveCount(story.quests.length - here.aside.length)
		})
	}
}
