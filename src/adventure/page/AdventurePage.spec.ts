/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Playing } from '../api.ts'

import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import AdventurePage from './AdventurePage.vue'
import { ApiError } from '../../shared/api.ts'
import { body, button, buttons, show, usePage } from '../../shared/testing/page.ts'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { goTo } from '../../tour/page.ts'
import { play } from '../../tour/play.ts'
import { fakeChannels } from '../../tour/testing.ts'
import { Outbox } from '../outbox.ts'
import { added, aGame, aPlaying, aStory, aSummary, AT_END, AT_SHELF, BEGUN } from '../testing.ts'

vi.mock('../../tour/page.ts', async (original) => ({ ...await original<object>(), goTo: vi.fn() }))
vi.mock('../../tour/play.ts', () => ({ play: vi.fn(async () => {}) }))

const server = fakeServer()
usePage()
beforeEach(() => {
	fakeChannels()
	localStorage.clear()
	vi.mocked(goTo).mockClear()
	vi.mocked(play).mockClear()
	at('')
})
afterEach(() => vi.unstubAllGlobals())

function at(search: string): void {
	window.history.replaceState(null, '', '/apps/compagnon/adventure?' + search)
}

/** As the server's template gives it. */
function bring(playing: Playing): void {
	const frame = document.createElement('div')
	frame.id = 'compagnon-adventure'
	frame.dataset.playing = JSON.stringify(playing)
	document.body.append(frame)
}

async function open(search: string, playing = aPlaying()) {
	at(search)
	server.answer('get', '/stories/visit', playing)
	const page = show(AdventurePage)
	await vi.waitFor(() => expect(page.find('h2').exists()).toBe(true))
	await flushPromises()
	return page
}

async function press(words: string): Promise<void> {
	await button(words).trigger('click')
	await flushPromises()
}

const MOVES = '/stories/visit/moves'
const CHECK = '/stories/visit/check'
const heading = () => body().get('h2').text()
const posted = () => server.calls.filter(({ method }) => method === 'post').map(({ body: sent }) => sent)
const isAt = (words: string) => vi.waitFor(() => expect(heading()).toBe(words))

describe('the list of stories', () => {
	it('is loading, fails with a sentence, and tries again', async () => {
		server.refuse('get', '/stories', 503, DOWN)
		const page = show(AdventurePage)
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		server.answer('get', '/stories', { stories: [aSummary()] })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('The tandem'))
	})

	it('says when there is none', async () => {
		server.answer('get', '/stories', { stories: [] })
		const page = show(AdventurePage)
		await vi.waitFor(() => expect(page.text()).toContain('There is no story for you here yet'))
	})

	it('says where the person is in each, without comparing anybody with anything', async () => {
		server.answer('get', '/stories', { stories: [aSummary(), aSummary({ id: 'b', state: 'under-way' }), aSummary({ id: 'c', state: 'ended', ending: 'On the road' })] })
		const page = show(AdventurePage)
		await vi.waitFor(() => expect(buttons()).toEqual(['Begin', 'Continue', 'Open it again']))
		expect(page.get('[data-story="c"]').text()).toContain('Played to “On the road”')
		expect(page.text()).not.toMatch(/\d ?\/|%/)
	})

	it('leads into a story, with the address and the focus', async () => {
		server.answer('get', '/stories', { stories: [aSummary()] })
		server.answer('get', '/stories/visit', aPlaying())
		show(AdventurePage)
		await vi.waitFor(() => expect(buttons()).toContain('Begin'))
		await press('Begin')
		await isAt('The tandem')
		expect(window.location.search).toBe('?story=visit')
		expect(document.activeElement?.tagName).toBe('H2')
	})
})

describe('a story', () => {
	it('that cannot be loaded says so, and leads back to the others', async () => {
		at('story=gone')
		server.refuse('get', '/stories/gone', 404, { error: 'not_found', message: 'This story is not here.' })
		const page = show(AdventurePage)
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain('This story is not here.'))
		expect(page.get('a').text()).toBe('All stories')
	})

	it('that the page brought along is there at once, and asked for after that', async () => {
		bring(aPlaying([BEGUN]))
		at('story=visit')
		show(AdventurePage)
		await isAt('At the door')
		expect(server.calls).toEqual([])

		server.answer('get', '/stories', { stories: [aSummary({ state: 'under-way' })] })
		server.answer('get', '/stories/visit', aPlaying(AT_SHELF))
		await body().findAll('a').find((one) => one.text() === 'All stories')!.trigger('click')
		await vi.waitFor(() => expect(buttons()).toContain('Continue'))
		await press('Continue')
		await isAt('The story goes on')
	})

	it('that the page brought along is not the one that is asked for', async () => {
		bring(aPlaying([BEGUN], { story: aStory({ id: 'other' }) }))
		await open('story=visit', aPlaying(AT_SHELF))
		expect(heading()).toBe('The story goes on')
	})

	it('that the page brought along is older than what waited on this device', async () => {
		new Outbox('visit').keep(1, AT_SHELF[1]!)
		bring(aPlaying([BEGUN]))
		at('story=visit')
		server.answer('post', MOVES, added(1, AT_SHELF[1]!))
		server.answer('get', '/stories/visit', aPlaying(AT_SHELF))
		show(AdventurePage)
		await isAt('The story goes on')
		expect(server.calls.map(({ method }) => method)).toEqual(['post', 'get'])
	})

	it('begins with a character, and then its first scene as that one sees it', async () => {
		await open('story=visit')
		expect(body().findAll('h4').map((one) => one.text())).toEqual(['Yasmine', 'Marcel'])
		server.answer('post', MOVES, added(0, BEGUN))
		await press('Play Marcel')
		await isAt('At the door')
		expect(posted()).toEqual([{ number: 0, ...BEGUN }])
		expect(document.activeElement?.textContent?.trim()).toBe('At the door')
		expect(body().findAll('article p').slice(0, 2).map((one) => one.text())).toEqual(['It smells of coffee.', 'Nobody hurries.'])
		expect(body().text()).not.toContain('receipt')
		expect(body().findAll('[data-choice]').map((one) => one.text())).toEqual(['Go in', 'Think of bread'])
	})

	it('goes on where one stopped, with what is chosen, and the focus on each new scene', async () => {
		await open('story=visit', aPlaying([BEGUN]))
		expect(document.activeElement).toBe(document.body)
		server.answer('post', MOVES, added(1, AT_SHELF[1]!))
		await press('Go in')
		await isAt('The story goes on')
		expect(document.activeElement?.tagName).toBe('H2')
		server.answer('post', MOVES, added(2, { kind: 'choose', scene: 'shelf', choice: 'back' }))
		await press('Go back')
		await isAt('At the door')
		expect(document.activeElement?.tagName).toBe('H2')
		expect(posted()).toEqual([{ number: 1, ...AT_SHELF[1] }, { number: 2, kind: 'choose', scene: 'shelf', choice: 'back' }])
	})

	it('shows words of others as text', async () => {
		const story = { ...aPlaying().story, title: '<img src=x>' }
		const page = await open('story=visit', aPlaying([], { story }))
		expect(page.find('img').exists()).toBe(false)
		expect(page.text()).toContain('<img src=x>')
	})

	it('takes the moves of another window that was faster, and says so', async () => {
		await open('story=visit', aPlaying([BEGUN]))
		server.refuse('post', MOVES, 409, { error: 'conflict', message: 'This went on in another window.', game: aGame(AT_SHELF) })
		await press('Think of bread')
		await isAt('The story goes on')
		expect(body().get('[role="alert"]').text()).toContain('This went on in another window.')
	})

	it('follows another window', async () => {
		await open('story=visit', aPlaying([BEGUN]))
		server.answer('get', '/stories/visit', aPlaying(AT_SHELF))
		new BroadcastChannel('compagnon-adventure').postMessage({ story: 'visit' })
		await isAt('The story goes on')
	})

	it('goes on without a connection, says so, and sends what was chosen later', async () => {
		const page = await open('story=visit', aPlaying([BEGUN]))
		server.cut('post', MOVES)
		await press('Go in')
		await isAt('The story goes on')
		await press('Go on')
		await isAt('Eleven o’clock')
		expect(page.text()).toContain('what you choose is kept on this device')
		server.answer('post', MOVES, added(1, AT_END[1]!))
		window.dispatchEvent(new Event('online'))
		await vi.waitFor(() => expect(posted().at(-1)).toEqual({ number: 2, ...AT_END[2] }))
	})

	it('sends on the next page what an earlier one could not', async () => {
		localStorage.setItem('compagnon.moves..visit', JSON.stringify({ number: 1, moves: [AT_SHELF[1]] }))
		server.answer('post', MOVES, added(1, AT_SHELF[1]!))
		await open('story=visit', aPlaying(AT_SHELF))
		expect(heading()).toBe('The story goes on')
		expect(posted()).toEqual([{ number: 1, ...AT_SHELF[1] }])
		expect(localStorage).toHaveLength(0)
	})

	it('says why a move is refused, and stays where it is', async () => {
		await open('story=visit', aPlaying([BEGUN]))
		server.refuse('post', MOVES, 422, { error: 'unfit', message: 'This game has become very long.' })
		await press('Go in')
		expect(body().get('[role="alert"]').text()).toContain('This game has become very long.')
		expect(heading()).toBe('At the door')
	})

	it('ends, with what was done and what is left', async () => {
		const page = await open('story=visit', aPlaying([...AT_SHELF, { kind: 'seen', quest: 'place', level: 'essential' }, AT_END[2]!]))
		expect(page.text()).toContain('On the road')
		expect(page.text()).toContain('The bell rings.')
		expect(page.text()).toContain('What you did in your space')
		expect(page.find('[data-choice]').exists()).toBe(false)
	})

	it('begins again after a question', async () => {
		await open('story=visit', aPlaying(AT_END))
		server.answer('post', '/stories/visit/restart', aGame())
		await press('Play it again from the beginning')
		await vi.waitFor(() => expect(buttons()).toContain('Begin again'))
		await press('Begin again')
		await isAt('The tandem')
		expect(posted()).toEqual([{ number: 3 }])
		expect(buttons()).toContain('Play Marcel')
	})

	it('leads to the story when it is begun again from the journal', async () => {
		await open('story=visit&view=journal', aPlaying(AT_END))
		server.answer('post', '/stories/visit/restart', aGame())
		await press('Play it again from the beginning')
		await vi.waitFor(() => expect(buttons()).toContain('Begin again'))
		await press('Begin again')
		await isAt('The tandem')
		server.answer('post', MOVES, added(0, { kind: 'begin', role: 'marcel' }))
		await press('Play Marcel')
		await vi.waitFor(() => expect(window.location.search).not.toContain('journal'))
		expect(document.querySelector('[data-scene]')).not.toBeNull()
	})
})

describe('a quest', () => {
	const OPENED = { kind: 'open', quest: 'place', level: 'essential' } as const
	const opened = (moves = [...AT_SHELF, OPENED]) => aPlaying(moves, { game: aGame(moves, { open: { quest: 'place', level: 'essential' } }) })

	it('says what to do, why and how, and leads to where it is done', async () => {
		const page = await open('story=visit', aPlaying(AT_SHELF))
		const card = page.get('[data-quest="place"]')
		expect(card.get('h3').text()).toBe('Quest place')
		expect(card.text()).toContain('Why place.')
		expect(card.text()).toContain('Make a folder.')
		expect(card.findAll('details summary').map((one) => one.text())).toEqual(['Step by step', 'A hint', 'To know more', 'Step by step', 'A hint'])
		server.answer('post', MOVES, { ...added(2, OPENED), open: { quest: 'place', level: 'essential' } })
		await card.get('button').trigger('click')
		await vi.waitFor(() => expect(goTo).toHaveBeenCalledWith(expect.objectContaining({ path: '/apps/files' })))
		expect(posted()).toEqual([{ number: 2, ...OPENED }])
	})

	it('that was done before is welcomed, and leads nowhere', async () => {
		await open('story=visit', aPlaying(AT_SHELF))
		server.answer('post', MOVES, added(2, OPENED, { kind: 'seen', quest: 'place', level: 'essential' }))
		await body().get('[data-quest="place"] button').trigger('click')
		await vi.waitFor(() => expect(body().text()).toContain('You had one already.'))
		expect(goTo).not.toHaveBeenCalled()
		expect(body().findAll('[data-choice]').map((one) => one.text())).toContain('Show it')
	})

	it('is not opened without a connection, for the space has to be asked', async () => {
		await open('story=visit', aPlaying(AT_SHELF))
		server.cut('post', MOVES)
		await body().get('[data-quest="place"] button').trigger('click')
		await vi.waitFor(() => expect(body().get('[role="alert"]').text()).toContain('The server cannot be reached.'))
		expect(goTo).not.toHaveBeenCalled()
		expect(localStorage).toHaveLength(0)
	})

	it('can be known already, with the focus on what that brings', async () => {
		await open('story=visit', aPlaying(AT_SHELF))
		const skip = { kind: 'skip', quest: 'place' } as const
		server.answer('post', MOVES, added(2, skip))
		await press('I know this already')
		await vi.waitFor(() => expect(body().get('[data-quest="place"]').text()).toContain('You know this already'))
		expect(posted()).toEqual([{ number: 2, ...skip }])
		expect(buttons()).toContain('Do it all the same')
	})

	it('is looked at when asked, and gives a hint when it is not done', async () => {
		server.answer('post', CHECK, { holds: false, game: { ...added(3), open: { quest: 'place', level: 'essential' } } })
		await open('story=visit', opened())
		await press('Look whether it is done')
		await vi.waitFor(() => expect(body().text()).toContain('Not quite yet.'))
		expect(body().findAll('details').find((one) => one.text().startsWith('A hint'))!.attributes('open')).toBeDefined()
		server.answer('post', CHECK, { holds: true, game: added(3, { kind: 'done', quest: 'place', level: 'essential' }) })
		await press('Look whether it is done')
		await vi.waitFor(() => expect(body().text()).toContain('The sheet has a place.'))
	})

	it('that was done elsewhere is seen by itself when the person comes back', async () => {
		server.answer('post', CHECK, { holds: true, game: added(3, { kind: 'done', quest: 'place', level: 'essential' }) })
		await open('story=visit', opened())
		await vi.waitFor(() => expect(body().text()).toContain('The sheet has a place.'))
		expect(body().findAll('[role="status"]').map((one) => one.text()).join(' ')).toContain('Done: Quest place')
	})

	it('that takes too long to be looked at says so, and loses nothing', async () => {
		server.refuse('post', CHECK, 503, DOWN)
		await open('story=visit', opened())
		expect(body().find('[role="alert"]').exists()).toBe(false)
		await press('Look whether it is done')
		await vi.waitFor(() => expect(body().get('[role="alert"]').text()).toContain(DOWN.message))
	})

	it('can be put aside', async () => {
		server.answer('post', CHECK, { holds: false, game: { ...added(3), open: { quest: 'place', level: 'essential' } } })
		await open('story=visit', opened())
		server.answer('post', MOVES, added(3, { kind: 'close', quest: 'place' }))
		await press('Put aside')
		await vi.waitFor(() => expect(buttons()).toContain('Perhaps it is done already?'))
	})

	it('whose proof nobody can see is the word of the person, and says so', async () => {
		await open('story=visit&quest=place', aPlaying(AT_SHELF))
		const more = body().get('[data-quest="place"] .quest-card__more')
		expect(more.text()).toContain('you are the one who knows')
		server.answer('post', MOVES, added(2, { kind: 'declare', quest: 'place', level: 'explore' }))
		await press('I have done it')
		await vi.waitFor(() => expect(more.get('summary').text()).toBe('To know more: done'))
		expect(posted()).toEqual([{ number: 2, kind: 'declare', quest: 'place', level: 'explore' }])
	})

	it('starts the tour that helps, and says why it cannot', async () => {
		server.answer('post', CHECK, { holds: false, game: { ...added(3), open: { quest: 'place', level: 'essential' } } })
		await open('story=visit', opened())
		vi.mocked(play).mockRejectedValueOnce(new ApiError('This tour does not exist here.', 404))
		await body().get('.quest-level__actions').findAll('button').find((one) => one.text() === 'Show me')!.trigger('click')
		await vi.waitFor(() => expect(body().get('[data-quest] [role="alert"]').text()).toBe('This tour does not exist here.'))
		expect(play).toHaveBeenCalledWith('files-first-steps', { again: true })
	})

	it('steps aside kindly where its app is not', async () => {
		const page = await open('story=visit&quest=board', aPlaying(AT_SHELF))
		expect(page.get('[data-quest="board"]').text()).toContain('This quest steps aside here')
		expect(page.find('[data-quest="board"] button').exists()).toBe(false)
	})

	it('offers a practice folder, and tidies it away after a question', async () => {
		await open('story=visit', aPlaying(AT_SHELF))
		server.answer('put', '/practice', { name: 'Practice folder', url: '/f/7' })
		await press('Make a practice folder')
		await vi.waitFor(() => expect(body().get('a[href="/f/7"]').text()).toBe('Practice folder'))
		server.answer('delete', '/practice', {})
		await press('Tidy it away')
		await vi.waitFor(() => expect(buttons().filter((words) => words === 'Tidy it away')).toHaveLength(2))
		await body().findAll('[role="dialog"] button').find((one) => one.text() === 'Tidy it away')!.trigger('click')
		await vi.waitFor(() => expect(buttons()).toContain('Make a practice folder'))
	})
})

describe('the quests and the journal', () => {
	it('are listed by how they stand, and each can be opened', async () => {
		const page = await open('story=visit&view=quests', aPlaying(AT_SHELF))
		expect(page.findAll('[data-group]').map((one) => [one.attributes('data-group'), ...one.findAll('a').map((link) => link.text())])).toEqual([['untouched', 'Quest place'], ['aside', 'Quest board']])
		await page.get('[data-group="untouched"] a').trigger('click')
		await vi.waitFor(() => expect(page.find('[data-quest="place"]').exists()).toBe(true))
		expect(window.location.search).toBe('?story=visit&quest=place')
		expect(page.get('nav [aria-current="page"]').text()).toBe('Quests')
	})

	it('tell what has happened, in its order', async () => {
		const page = await open('story=visit&view=journal', aPlaying([...AT_SHELF, { kind: 'skip', quest: 'place' }, AT_END[2]!]))
		expect(page.findAll('ol > li').map((one) => one.text())).toEqual(['At the doorGo in', 'Quest that you know already: Quest placeGo on', 'Eleven o’clock'])
		expect(page.text()).toContain('You play Marcel.')
	})
})
