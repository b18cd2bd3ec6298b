/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Here, Level, Move, Story } from '../../src/adventure/engine/types.ts'

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { choicesOf, sceneOf, wordsOf } from '../../src/adventure/engine/reading.ts'
import { apply, beginning, replay } from '../../src/adventure/engine/replay.ts'
import { dice } from '../../src/adventure/engine/testing.ts'
import { readAround, readStory, storyFolders } from '../../src/adventure/lint/files.ts'
import { sayFinding } from '../../src/adventure/lint/finding.ts'
import { lintStory } from '../../src/adventure/lint/lintStory.ts'
import { hereOf, isForAdmins } from '../../src/adventure/lint/situations.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')
const WALKS = process.env.SOAK === undefined ? 500 : 10_000

/** Nobody is led about for longer than this, however they choose; most walks take far less. */
const MOST_CHOICES = 3000

const around = readAround(RESOURCES)
const read = storyFolders(RESOURCES).map((folder) => readStory(folder))
const stories = read.flatMap(({ files }) => files === null ? [] : [files])

describe('the shipped stories', () => {
	it('are there, all of them, and can be read', () => {
		expect(read.flatMap(({ findings }) => findings)).toEqual([])
		expect(stories.map(({ name }) => name)).toEqual(expect.arrayContaining(['caring-for-the-space', 'first-week', 'short-visit']))
	})

	it.each(stories.map((files) => [files.name, files] as const))('%s has nothing to put right', (name, files) => {
		expect(lintStory(files, around).map((one) => sayFinding(name, one))).toEqual([])
	})
})

/** One game by chance: who plays, where, what becomes of quests, what is chosen. Ends with the story. */
class Walk {
	readonly moves: Move[] = []

	state

	choices = 0

	private readonly here: Here

	private readonly taken = new Map<string, number>()

	constructor(private readonly story: Story, private readonly roll: (sides: number) => number) {
		const apps = [...new Set(['files', 'settings', ...story.quests.map(({ app }) => app)])]
		this.here = hereOf(story, apps.filter((app) => app === 'files' || roll(4) > 0), isForAdmins(story) || roll(2) === 0, roll(2) === 0, roll(4) > 0)
		this.state = beginning(story)
		this.begin()
	}

	run(): void {
		while (this.state.ending === null) {
			this.tryQuests()
			if (this.roll(400) === 0) {
				this.begin()
			}
			const choices = choicesOf(this.story, this.state, this.here)
			const at = `${this.story.id}, ${this.state.scene}, ${JSON.stringify(this.here)}`
			if (choices.length === 0 || wordsOf(sceneOf(this.story, this.state), this.state, this.here).length === 0) {
				throw new Error(`A dead end: ${at}`)
			}
			if (++this.choices > MOST_CHOICES) {
				throw new Error(`No end: ${at}`)
			}
			// Of the ways that were taken least: people do not go round for ever, and chance alone would.
			const times = (id: string) => this.taken.get(`${this.state.scene}/${id}`) ?? 0
			const least = Math.min(...choices.map(({ id }) => times(id)))
			const open = this.roll(3) === 0 ? choices : choices.filter(({ id }) => times(id) === least)
			const { id } = open[this.roll(open.length)]!
			this.taken.set(`${this.state.scene}/${id}`, times(id) + 1)
			this.make({ kind: 'choose', scene: this.state.scene, choice: id })
		}
	}

	/** The whole game once more, at once. */
	again() {
		return replay(this.story, this.moves, this.here)
	}

	/** As after a restart, too. */
	private begin(): void {
		this.moves.length = 0
		this.state = beginning(this.story)
		this.make({ kind: 'begin', role: this.story.roles[this.roll(this.story.roles.length)]!.id })
	}

	/** The quest of the scene, or any of the map: opened, and done, seen, declared, skipped, closed or left open. */
	private tryQuests(): void {
		const offered = sceneOf(this.story, this.state).quest ?? this.story.quests[this.roll(this.story.quests.length)]!.id
		const quest = this.story.quests.find(({ id }) => id === offered)!
		if (this.roll(3) === 0 || this.here.aside.includes(quest.id)) {
			return
		}
		const level = quest.explore !== undefined && this.roll(2) === 0 ? 'explore' : 'essential'
		const isDeclared = 'declare' in (quest[level] as Level).proof
		const ends: Move[][] = [
			[{ kind: 'open', quest: quest.id, level }, { kind: isDeclared ? 'declare' : 'done', quest: quest.id, level }],
			[{ kind: 'open', quest: quest.id, level }, { kind: isDeclared ? 'declare' : 'seen', quest: quest.id, level }],
			[{ kind: 'open', quest: quest.id, level }, { kind: 'close', quest: quest.id }],
			[{ kind: 'open', quest: quest.id, level }],
			[{ kind: 'skip', quest: quest.id }],
		]
		ends[this.roll(ends.length)]!.forEach((move) => this.make(move))
	}

	private make(move: Move): void {
		this.moves.push(move)
		this.state = apply(this.story, this.state, move, this.here)
	}
}

describe.each(stories.map(({ name, story }) => ({ name, story: story as Story })))('$name, walked by chance', ({ story }) => {
	it(`comes to an end each of ${WALKS} times, and to each of its ends`, () => {
		const endings = new Set<string | null>()
		const roles = new Set<string | null>()
		for (let seed = 1; seed <= WALKS; seed++) {
			const walk = new Walk(story, dice(seed))
			walk.run()
			expect(walk.again(), `seed ${seed}`).toEqual(walk.state)
			endings.add(walk.state.ending)
			roles.add(walk.state.role)
		}
		expect([...endings].sort()).toEqual(story.endings.map(({ id }) => id).sort())
		expect([...roles].sort()).toEqual(story.roles.map(({ id }) => id).sort())
	}, 120_000)
})
