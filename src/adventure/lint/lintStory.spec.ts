/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Story } from '../engine/types.ts'
import type { Around, StoryFiles } from './files.ts'

import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aQuest, aScene, aStory, hugeStory, to } from '../engine/testing.ts'
import { readAround } from './files.ts'
import { sayFinding } from './finding.ts'
import { lintStory } from './lintStory.ts'
import { keysOf } from './parts.ts'

// Proofs of large stories take long where others work beside them.
vi.setConfig({ testTimeout: 120_000 })

const around: Around = readAround(join(import.meta.dirname, '../../../resources'))
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 240"><path fill="var(--story-back, #e8f0ea)" d="M0 0h480v240H0z"/></svg>'

function wordsFor(story: Story, words: string): Record<string, string> {
	return Object.fromEntries(keysOf(story).map(([, key]) => [key, words]))
}

function filesOf(story: Story, changes: Partial<StoryFiles> = {}): StoryFiles {
	return {
		name: story.id,
		story: { schema: 1, ...story },
		texts: { fr: wordsFor(story, 'Une phrase\u00A0!'), en: wordsFor(story, 'A sentence.') },
		pictures: {},
		...changes,
	}
}

function lint(story: Story, changes: Partial<StoryFiles> = {}): string[] {
	return lintStory(filesOf(story, changes), around).map((one) => sayFinding(story.id, one))
}

/** The story of the tests with one scene written anew. */
function withScene(id: string, ...scene: Parameters<typeof aScene> extends [string, ...infer Rest] ? Rest : never): Story {
	return aStory({ scenes: aStory().scenes.map((one) => one.id === id ? aScene(id, ...scene) : one) })
}

const OTHER = aStory().scenes.filter(({ id }) => id !== 'yard')

describe('a story that is whole', () => {
	it('has nothing to put right', () => {
		expect(lint(aStory())).toEqual([])
	})

	it('may go round as long as there is a way out', () => {
		expect(lint(withScene('feast', [to('yard'), to('rest')]))).toEqual([
			'workshop, ending “feast”: No game ends like this. Let a scene that is reached end so, or take it away.',
		])
	})

	it('of two hundred scenes is proved too, in the time that a test has', () => {
		expect(lint(hugeStory()).filter((line) => !/attic|card|raised and never|Nothing is different/.test(line))).toEqual([])
	})
})

describe('the form', () => {
	const broken = (changes: object) => lint(aStory(), { story: { schema: 1, ...aStory(), ...changes } })

	it.each([
		[{ schema: 2 }, 'workshop: This story is written in format 2, and format 1 is the newest that is known here. A newer Compagnon can read it.'],
		[{ minutes: undefined }, 'workshop, minutes: This has to be a whole number.'],
		[{ points: 3 }, 'workshop: The field “points” is not known. Take it away, or correct its name.'],
		[{ id: 'another' }, 'workshop: It calls itself “another” and lies in a folder “workshop”. Give both the same name.'],
		[{ start: 'Not An Id' }, 'workshop, start: "Not An Id" is not written as it has to be: ^[a-z0-9]+(-[a-z0-9]+)*$'],
		[{ roles: [] }, 'workshop, roles: This needs at least 1.'],
		[{ scenes: Array.from({ length: 201 }, (_, index) => aScene(`scene-${index}`, 'rest')) }, 'workshop, scenes: This has 201; 200 at most.'],
		[{ scenes: [aScene('yard', [to('rest', { if: { moon: 'full' } as never })]), aScene('rest', 'rest')] }, 'workshop, scenes › yard › choices › to-rest › if: This has to be exactly one of: all, any, not, role, quest + is, visited, flag, app, alone, admin. {"moon":"full"} is not.'],
		[{ scenes: [aScene('yard', [to('rest')], { ending: 'rest' }), aScene('rest', 'rest')] }, 'workshop, scenes › yard: This has to be exactly one of: choices, ending.'],
		[{ quests: [aQuest('folder', { essential: { goal: 'a', hint: 'b', done: 'c', proof: { fact: 'files.everything-read' } } })] }, 'workshop, quests › folder › essential › proof › fact: "files.everything-read" is not known here.'],
		[{ quests: [aQuest('folder', { essential: { goal: 'a', done: 'c', proof: { declare: true } } as never })] }, 'workshop, quests › folder › essential: The field “hint” is missing. Add it.'],
	])('is told when it is %j', (changes, says) => {
		expect(broken(changes).some((line) => line.startsWith(says)), broken(changes).join('\n')).toBe(true)
	})

	it.each([[null], [7], ['story'], [[]]])('is told when the file is %j', (story) => {
		expect(lint(aStory(), { story })).toEqual(['workshop: This has to be an object.'])
	})
})

describe('names', () => {
	const [yard, shed] = aStory().scenes as [Story['scenes'][number], Story['scenes'][number]]

	it.each<[string, Story, string]>([
		['a scene twice', aStory({ scenes: [...aStory().scenes, aScene('shed', 'rest')] }), 'scene “shed”: This id is there twice.'],
		['a choice twice', withScene('shed', [to('yard'), to('yard')], { quest: 'folder' }), 'scene “shed”, choice “to-yard”: This id is there twice.'],
		['a start that is not there', aStory({ start: 'nowhere' }), 'start: It names the scene “nowhere”, which does not exist.'],
		['a choice to nowhere', withScene('shed', [to('nowhere')], { quest: 'folder' }), 'scene “shed”, choice “to-nowhere”: It names the scene “nowhere”'],
		['an ending that is not there', withScene('rest', 'sleep'), 'scene “rest”: It names the ending “sleep”'],
		['a quest that is not there', withScene('shed', [to('yard')], { quest: 'dig' }), 'scene “shed”: It names the quest “dig”'],
		['a quest that no scene offers', withScene('shed', [to('yard')]), 'quest “folder”: No scene offers this quest.'],
		['a flag that nobody raises', withScene('kitchen', [to('yard')]), 'choice “to-feast”: It asks for the flag “cake”, which no choice raises.'],
		['a flag that nobody asks for', withScene('shed', [to('yard', { set: ['dust'] })], { quest: 'folder' }), 'flag “dust”: It is raised and never asked for.'],
		['a role that is not there', withScene('shed', [to('yard')], { quest: 'folder', text: ['a', { text: 'b', if: { role: 'yasmine' } }] }), 'scene “shed”, text “b”: It asks for the role “yasmine”'],
		['a level that is not there', withScene('shed', [to('yard')], { quest: 'folder', text: ['a', { text: 'b', if: { quest: 'card', is: 'done', level: 'explore' } }] }), 'It asks for the level “explore” of the quest “card”, which has none.'],
		['a scene that is not there, visited', withScene('shed', [to('yard')], { quest: 'folder', text: ['a', { text: 'b', if: { visited: 'cellar' } }] }), 'It asks for the scene “cellar”'],
		['a tour that is not there', aStory({ quests: [aQuest('folder', { tour: 'flying' }), aQuest('card', { app: 'deck' })] }), 'quest “folder”: The tour “flying” does not exist.'],
		['an anchor that is not there', aStory({ quests: [aQuest('folder', { anchor: 'files.moon' }), aQuest('card', { app: 'deck' })] }), 'quest “folder”: The anchor “files.moon” is not in resources/anchors.json for Nextcloud.'],
		['an anchor that the demo does not have', aStory({ quests: [aQuest('folder', { anchor: 'deck.card' }), aQuest('card', { app: 'deck' })] }), 'quest “folder”: The anchor “deck.card” is not in resources/anchors.json for the demo'],
		['a hint that is none', aStory({ quests: [aQuest('folder', { essential: { ...aQuest('folder').essential, hint: 'quest.folder.goal' } }), aQuest('card', { app: 'deck' })] }), 'quest “folder”: The hint says what the goal says.'],
		['a rename of what is there', aStory({ renames: { scenes: { shed: 'yard' } } }), 'renames, scenes “shed”: Something is called so today'],
		['a rename to nothing', aStory({ renames: { quests: { box: 'nothing' }, choices: { 'yard/x': 'nothing' } } }), 'renames, choice “yard/x”: It became “nothing”, which does not exist.'],
		['a role without anything of its own', aStory({ roles: [...aStory().roles, { id: 'yasmine', name: 'a', about: 'b' }] }), 'role “yasmine”: Nothing is different for whoever plays it.'],
		['a picture that is not there', aStory({ scenes: [{ ...yard, picture: { file: 'yard', text: 'picture.yard' } }, shed, ...OTHER.slice(1)] }), 'scene “yard”: The picture pictures/yard.svg is missing.'],
	])('are told: %s', (_, story, says) => {
		expect(lint(story).join('\n')).toContain(says)
	})

	it('may be missing on the demo when the app is', () => {
		expect(lint(aStory({ quests: [aQuest('folder', { anchor: 'files.new' }), aQuest('card', { app: 'deck', anchor: 'deck.card', tour: 'deck' })], scenes: aStory().scenes }))).toEqual([])
	})
})

describe('ways', () => {
	const ending = (choices: Parameters<typeof aScene>[1]) => withScene('evening', choices)

	it.each<[string, Story, RegExp]>([
		['a scene that nothing leads to', aStory({ scenes: [...aStory().scenes, aScene('cellar', [to('yard')])] }), /scene “cellar”: No choice leads here\./],
		['a scene whose conditions never hold', aStory({ scenes: [...aStory().scenes.map((one) => one.id === 'shed' ? aScene('shed', [to('yard'), to('cellar', { if: { all: [{ role: 'sacha' }, { role: 'marcel' }] } })], { quest: 'folder' }) : one), aScene('cellar', [to('yard')])] }), /scene “cellar”: It is never reached/],
		['a choice that can never be made', withScene('shed', [to('yard'), to('kitchen', { if: { all: [{ quest: 'folder', is: 'done' }, { quest: 'folder', is: 'skipped' }] } })], { quest: 'folder' }), /scene “shed”, choice “to-kitchen”: It can never be chosen/],
		['a choice that needs two quests open at once', withScene('shed', [to('yard'), to('kitchen', { if: { all: [{ quest: 'folder', is: 'open' }, { quest: 'card', is: 'open' }] } })], { quest: 'folder' }), /scene “shed”, choice “to-kitchen”: It can never be chosen/],
		['an ending that is never reached', ending([to('rest')]), /ending “feast”: No game ends like this/],
		['a dead end by a flag', ending([to('feast', { if: { flag: 'cake' } }), to('rest', { if: { visited: 'shed' } })]), /scene “evening”: It can be a dead end.*For example as “marcel”, with all apps/],
		['a dead end by a quest that is done', ending([to('feast', { if: { flag: 'cake' } }), to('rest', { if: { not: { quest: 'folder', is: 'done' } } })]), /scene “evening”: It can be a dead end.*with folder\/essential done/],
		['a dead end by an app', withScene('yard', [to('shed'), to('evening', { if: { app: 'deck' } }), to('kitchen'), to('attic')]), /scene “yard”: No ending can be reached.*no optional apps/],
		['a loop without a way out', withScene('kitchen', [to('kitchen', { set: ['cake'] })]), /scene “kitchen”: No ending can be reached from here/],
		['a quest that has to be done', withScene('yard', [to('shed'), to('kitchen'), to('attic'), to('evening', { if: { quest: 'folder', is: 'done' } })]), /scene “yard”: From here an ending is only reached by doing a quest/],
		['a scene that can be silent', withScene('shed', [to('yard')], { quest: 'folder', text: [{ text: 'a', if: { role: 'marcel' } }] }), /scene “shed”: It can be without words.*as “sacha”/],
	])('are told: %s', (_, story, says) => {
		expect(lint(story).join('\n')).toMatch(says)
	})

	it('are open to those who skip', () => {
		expect(lint(withScene('yard', [to('shed'), to('kitchen'), to('attic', { if: { any: [{ role: 'sacha' }, { role: 'marcel' }] } }), to('evening', { if: { any: [{ quest: 'folder', is: 'done' }, { quest: 'folder', is: 'skipped' }] } })]))).toEqual([])
	})

	it('that only an aside quest closes are told, for it cannot be skipped', () => {
		const story = withScene('yard', [to('shed'), to('kitchen'), to('attic', { if: { role: 'sacha' } }), to('evening', { if: { any: [{ quest: 'card', is: 'done' }, { quest: 'card', is: 'skipped' }] } })], { text: ['a', { text: 'b', if: { role: 'marcel' } }] })
		expect(lint(story).join('\n')).toMatch(/scene “yard”: No ending can be reached.*no optional apps/)
	})

	it('that depend on too much are said to be so', () => {
		const quests = Array.from({ length: 16 }, (_, index) => aQuest(`quest-${index}`))
		const story = withScene('yard', [to('shed'), to('kitchen'), to('attic'), to('evening', { if: { all: quests.slice(0, 8).map(({ id }) => ({ quest: id, is: 'settled' as const })) } }), to('rest', { if: { any: quests.slice(8).map(({ id }) => ({ quest: id, is: 'settled' as const })) } })])
		expect(lint({ ...story, quests: [...story.quests, ...quests] }).join('\n')).toContain('for it is too large. Choices ask for 16 levels of quests; more than 14 cannot be proved.')
	})

	it('with too many flags are said to be so', () => {
		const rooms = Array.from({ length: 20 }, (_, index) => to(`room-${index}`, { if: { not: { visited: `room-${index}` } } }))
		const chunks = [0, 1, 2].map((part) => aScene(`hub-${part}`, [...rooms.slice(part * 7, part * 7 + 7), to(part === 2 ? 'rest' : `hub-${part + 1}`)], part === 0 ? { quest: 'folder' } : {}))
		const scenes = [...chunks, ...rooms.map((room) => aScene(room.to, [to('hub-0')])), aScene('rest', 'rest')]
		expect(lint(aStory({ start: 'hub-0', scenes })).join('\n')).toContain('for it is too large. There are more than 20000 ways')
	})
})

describe('words', () => {
	const say = (fr: string, en = 'A sentence.') => lint(aStory(), { texts: { fr: { ...wordsFor(aStory(), 'Une phrase.'), title: fr }, en: { ...wordsFor(aStory(), 'A sentence.'), title: en } } })
	const french = (says: string) => [expect.stringContaining(`workshop, fr.json, key “title”: ${says}`)]

	it.each([
		['', 'There are no words.'],
		['Un <b>mot</b>', 'It has < or >.'],
		['<script>alert(1)</script>', 'It has < or >.'],
		['L\'atelier', 'It has a straight apostrophe.'],
		['Un mot!', 'A no-break space is missing before'],
		['Un mot :', 'A no-break space is missing before'],
		['« Un\u00A0»', 'A no-break space is missing after «'],
		['«\u00A0Un »', 'A no-break space is missing before'],
		['Il faut venir.', 'It orders people about'],
		['Qu’il faudrait venir.', 'It orders people about'],
		['Vous devez venir.', 'It orders people about'],
		['Le serveur dort.', 'It has a word that few know'],
		['L’instance dort.', 'It has a word that few know'],
		['Un bon score.', 'It counts or ranks'],
		['Bon...', 'It has three dots'],
		[' Bon', 'It begins or ends with a space'],
		['a'.repeat(1201), 'It has 1201 characters; 1200 at most.'],
	])('in French are told: %j', (words, says) => {
		expect(say(words)).toEqual(french(says))
	})

	it.each(['À 10:30, «\u00A0Viens\u00A0!\u00A0» dit-il\u00A0; pourquoi\u00A0?!', 'a'.repeat(1200), 'Un paragraphe.\n\nUn autre.'])('in French may be %j', (words) => {
		expect(say(words)).toEqual([])
	})

	it.each([['You must come.', 'It orders'], ['The server sleeps.', 'It has a word'], ['Dear user, hello.', 'It has a word']])('in English are told: %j', (words, says) => {
		expect(say('Un mot.', words)).toEqual([expect.stringContaining(`workshop, en.json, key “title”: ${says}`)])
	})

	it('are all there, and no other', () => {
		const { title, ...fr } = wordsFor(aStory(), 'Une phrase.')
		expect(title).toBeDefined()
		expect(lint(aStory(), { texts: { fr: { ...fr, lost: 'Perdu.' }, en: [] } })).toEqual([
			'workshop, fr.json, key “title”: The words are missing. Write them.',
			'workshop, fr.json, key “lost”: Nothing in the story says these words. Use the key, or take it away.',
			'workshop, en.json: This has to be an object of keys and words.',
		])
	})

	it('come to a size that a page can bear', () => {
		// Words that cannot be packed: each key has other ones.
		const story = hugeStory()
		const many = Object.fromEntries(keysOf(story).map(([, key], index) => [key, Array.from({ length: 110 }, (_, at) => Math.abs(Math.sin(index * 1000 + at) * 1e9).toString(36).slice(0, 7)).join(' ')]))
		expect(lint(story, { texts: { fr: many, en: wordsFor(story, 'A sentence.') } }).join('\n')).toMatch(/fr\.json: Story and words have \d+ bytes when packed; 70000 at most/)
	})
})

describe('pictures', () => {
	const story = aStory({ picture: { file: 'cover', text: 'picture.cover' } })
	const draw = (inside: string) => lint(story, { pictures: { cover: SVG.replace('</svg>', inside + '</svg>') } })

	it('are fine when they are shapes in the colours of stories', () => {
		expect(draw('<circle fill="none" stroke="var(--story-skin-a)" cx="1" cy="1" r="1"/>')).toEqual([])
	})

	it.each([
		['<script>1</script>', 'It has an element'],
		['<text>Bonjour</text>', 'It has an element'],
		['<path style="fill:red"/>', 'It has a style'],
		['<g id="a"/>', 'It has a style'],
		['<path onclick="x()"/>', 'It has a style'],
		['<path fill="#fff"/>', 'It has a colour of its own'],
		['<path fill="url(#a)"/>', 'It refers to something outside'],
		[' '.repeat(6200), 'It has 6'],
	])('are refused with %j', (inside, says) => {
		expect(draw(inside).join('\n')).toContain(`workshop, pictures/cover.svg: ${says}`)
	})

	it('are used, and of one shape', () => {
		expect(lint(aStory(), { pictures: { cover: '<svg viewBox="0 0 1 1"/>' } })).toEqual([
			'workshop, pictures/cover.svg: Nothing shows this picture. Use it, or take it away.',
			'workshop, pictures/cover.svg: It is not drawn on viewBox="0 0 480 240". All pictures have the same shape.',
		])
	})
})
