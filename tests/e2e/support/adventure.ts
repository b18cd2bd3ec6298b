/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Locator, Page } from '@playwright/test'
import type { Playing } from '../../../src/adventure/api.ts'
import type { Level, LevelName, Quest } from '../../../src/adventure/engine/types.ts'
import type { Scene } from '../acts/act.ts'
import type { Deed } from '../deeds/deed.ts'
import type { Space } from './space.ts'
import type { Turn, Way } from './storyPath.ts'

import { expect } from '@playwright/test'
import { deeds } from '../deeds/index.ts'
import { watchAnswers } from './answered.ts'
import { ask } from './api.ts'
import { sentence } from './sentences.ts'

/** @param page as stories name it, below the web root */
function pathOf(space: Space, page: string): string {
	return space.paths.home.replace(/\/apps\/compagnon\/$/, page)
}

/** A story on its page, and the companion on the pages where its quests are done. */
export class Adventure {
	readonly page: Page
	readonly content: Locator
	readonly companion: Locator
	private readonly done = new Set<Deed>()

	/** @param scene with whom it is played, and where */
	constructor(private readonly scene: Scene, readonly story: string) {
		this.page = scene.page
		this.content = scene.page.locator('.adventure-page')
		this.companion = scene.page.locator('.compagnon-companion')
	}

	say(words: string, values: Record<string, string | number> = {}): string {
		return sentence(this.scene.language, words, values)
	}

	/** As the browser gets it, with words in the language of the person. */
	async read(): Promise<Playing> {
		const answer = await ask(this.page, `/stories/${this.story}`)
		expect(answer.status(), `story ${this.story}`).toBe(200)
		return (await answer.json()).ocs.data
	}

	async open(view: '' | 'quests' | 'journal' = ''): Promise<void> {
		await this.page.goto(`${this.scene.space.paths.home}adventure?story=${this.story}${view === '' ? '' : `&view=${view}`}`)
		await this.content.getByRole('heading', { level: 2 }).waitFor()
	}

	button(words: string, values?: Record<string, string | number>): Locator {
		return this.content.getByRole('button', { name: this.say(words, values), exact: true })
	}

	async begin(role: string): Promise<void> {
		await this.content.locator(`[data-role="${role}"]`).getByRole('button').click()
		await this.content.locator('[data-scene]').waitFor()
	}

	async expectScene(id: string): Promise<void> {
		await expect(this.content.locator('[data-scene]')).toHaveAttribute('data-scene', id)
	}

	async choose(choice: string): Promise<void> {
		await this.content.locator(`[data-choice="${choice}"]`).click()
	}

	quest(id: string): Locator {
		return this.content.locator(`[data-quest="${id}"]`)
	}

	/** A level of a quest on the page; that for those who want to know more is unfolded. */
	async level(id: string, level: LevelName): Promise<Locator> {
		const more = this.quest(id).locator('.quest-card__more')
		if (level === 'explore' && await more.getAttribute('open') === null) {
			await more.locator(':scope > summary').click()
		}
		return level === 'explore' ? more.locator('.quest-level') : this.quest(id).locator(':scope > .quest-level')
	}

	/** What the server has of a level of a quest, or null when it is neither open nor done. */
	async standing(id: string, level: LevelName): Promise<'open' | 'done' | 'seen' | null> {
		const { game } = await this.read()
		const last = [...game.moves].reverse().find((move) => (move.kind === 'done' || move.kind === 'seen' || move.kind === 'declare') && move.quest === id && move.level === level)
		if (last !== undefined) {
			return last.kind === 'seen' ? 'seen' : 'done'
		}
		return game.open?.quest === id && game.open.level === level ? 'open' : null
	}

	/** Says in the story that one goes to do it; what was done before is seen instead. */
	async setOut(id: string, level: LevelName = 'essential'): Promise<'open' | 'seen'> {
		await (await this.level(id, level)).getByRole('button', { name: this.say('Go there'), exact: true }).click()
		await expect.poll(() => this.standing(id, level), `quest ${id}, ${level}: opened`).not.toBeNull()
		const standing = await this.standing(id, level)
		if (standing === 'open') {
			await this.expectCompanion(id)
		}
		return standing === 'open' ? 'open' : 'seen'
	}

	/** The companion is there, and says which quest is open. */
	async expectCompanion(id: string): Promise<void> {
		const quest = (await this.read()).story.quests.find((quest) => quest.id === id)!
		await expect(this.companion.getByText(quest.title).first()).toBeVisible()
	}

	/** The companion has noticed; from there one goes on in the story. */
	async expectNoticed({ done, proof }: Level): Promise<void> {
		const what = 'fact' in proof ? proof.fact : 'what was said'
		await expect(this.companion.getByRole('heading'), `${what} is noticed`).toHaveText(this.say('Done!'))
		await expect(this.companion).toContainText(done.split('\n\n')[0]!)
	}

	async back(): Promise<void> {
		await this.companion.getByRole('link', { name: this.say('Back to the story') }).click()
		await this.content.locator('[data-scene]').waitFor()
	}

	private async fold(folded: boolean): Promise<void> {
		const button = this.companion.locator(`.companion__fold[aria-expanded="${folded}"]`)
		if (await button.isVisible()) {
			await button.click()
		}
	}

	/** Prepares a deed. */
	private async ready(fact: string): Promise<Deed> {
		const deed = deeds[fact]
		expect(deed, `nobody knows how to do ${fact}`).toBeDefined()
		this.done.add(deed!)
		await deed!.before?.(this.scene)
		return deed!
	}

	/** A quest by itself, as the map of quests leads to it. */
	async openQuest(id: string): Promise<void> {
		await this.page.goto(`${this.scene.space.paths.home}adventure?story=${this.story}&quest=${id}`)
		await this.quest(id).waitFor()
	}

	/**
	 * Does what a level asks for, for real, where it is done.
	 *
	 * @param comeBack from the story to where the quest is shown
	 */
	async achieve(quest: Quest, level: LevelName, comeBack: () => Promise<void> = async () => {}): Promise<void> {
		const words = quest[level]!
		const deed = 'fact' in words.proof ? await this.ready(words.proof.fact) : null
		if (await this.setOut(quest.id, level) === 'open') {
			// As people do who have read it and want to see the page.
			await this.fold(deed !== null)
			if (deed !== null) {
				await deed.act(this.scene)
			} else {
				await this.companion.getByRole('button', { name: this.say('I have done it') }).click()
			}
			if (deed?.isOver?.(this.scene) === true) {
				await this.open()
			} else {
				await this.expectNoticed(words)
				await this.back()
			}
			await comeBack()
		}
		await expect(await this.level(quest.id, level)).toContainText((await this.standing(quest.id, level) === 'seen' ? words.already ?? words.done : words.done).split('\n\n')[0]!)
	}

	/** It was done before anybody asked: seen, welcomed, and not asked again. */
	private async testOut(quest: Quest): Promise<void> {
		const { proof, already, done } = quest.essential
		if (!('fact' in proof)) {
			await this.achieve(quest, 'essential')
			return
		}
		const deed = await this.ready(proof.fact)
		await this.page.goto(pathOf(this.scene.space, quest.page))
		// Nobody says on the page when the server has it.
		const answered = watchAnswers(this.page)
		await deed.act(this.scene)
		await answered()
		await this.open()
		await this.quest(quest.id).getByRole('button', { name: this.say('Perhaps it is done already?') }).first().click()
		await expect(await this.level(quest.id, 'essential')).toContainText((already ?? done).split('\n\n')[0]!)
		expect(await this.standing(quest.id, 'essential')).toBe('seen')
	}

	/** Deals with the quest of a scene. */
	async settle(quest: Quest, way: Way): Promise<void> {
		await expect(this.quest(quest.id)).toBeVisible()
		if (way === 'skip') {
			await this.quest(quest.id).getByRole('button', { name: this.say('I know this already') }).click()
			await expect(await this.level(quest.id, 'essential')).toContainText(this.say('You know this already: the story goes on. It stays here should you want to look again.'))
		} else if (way === 'before') {
			await this.testOut(quest)
		} else if (way !== 'pass') {
			await this.achieve(quest, 'essential')
			if (way === 'deepen' && quest.explore !== undefined) {
				await this.achieve(quest, 'explore')
			}
		}
	}

	/**
	 * Plays from the first scene to the last one.
	 *
	 * @param look is called in each scene, as soon as it is on
	 */
	async play(turns: Turn[], look: () => Promise<void> = async () => {}): Promise<void> {
		const { story } = await this.read()
		for (const { scene, quest, choice } of turns) {
			await this.expectScene(scene)
			await look()
			if (quest !== null) {
				await this.settle(story.quests.find(({ id }) => id === quest.id)!, quest.way)
				await this.expectScene(scene)
			}
			await this.choose(choice)
		}
		await look()
	}

	/** Puts right what concerns others. */
	async tidy(): Promise<void> {
		for (const { after } of this.done) {
			await after?.(this.scene)
		}
	}
}
