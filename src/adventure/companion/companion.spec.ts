/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { emit } from '@nextcloud/event-bus'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DOWN, fakeServer } from '../../shared/testing/server.ts'
import { fakeChannels, fileList, find, goToPage, press, put } from '../../tour/testing.ts'
import { added, aGame, aLevel, anOpenQuest, aQuest } from '../testing.ts'
import { accompany } from './accompany.ts'
import { Companion } from './companion.ts'

vi.mock('../../tour/play.ts', () => ({ play: vi.fn(async () => {}) }))

const server = fakeServer()
const OPEN = { story: 'visit', quest: 'place', label: 'Quest in progress' }
const CHECK = '/stories/visit/check'
const MOVES = '/stories/visit/moves'
const started: Companion[] = []
const show = Companion.prototype.show

beforeEach(() => {
	window._oc_webroot = ''
	window.innerWidth = 1024
	document.body.innerHTML = ''
	localStorage.clear()
	sessionStorage.clear()
	goToPage('/apps/files')
	fakeChannels()
	server.answer('get', '/stories/open', anOpenQuest())
	server.answer('post', CHECK, { holds: false, game: { ...added(3), open: { quest: 'place', level: 'essential' } } })
	vi.spyOn(Companion.prototype, 'show').mockImplementation(function(this: Companion) {
		started.push(this)
		return show.call(this)
	})
})
afterEach(() => {
	started.splice(0).forEach((companion) => companion.leave())
	vi.restoreAllMocks()
	vi.unstubAllGlobals()
})

const region = () => document.querySelector<HTMLElement>('.compagnon-companion')
function button(words: string) {
	const found = [...document.querySelectorAll<HTMLButtonElement>('.compagnon-companion button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === words)
	if (found === undefined) {
		throw new Error(`no button “${words}”`)
	}
	return found
}
const sees = (words: string) => vi.waitFor(() => expect(region()?.textContent).toContain(words))
const hears = (words: string) => vi.waitFor(() => expect(find('.compagnon-announcer').textContent).toContain(words))
const posted = (path: string) => server.calls.filter(({ method, path: to }) => method === 'post' && to === path).map(({ body }) => body)

describe('the companion', () => {
	it('shows the open quest, named and told, without taking the focus', async () => {
		await accompany(OPEN)
		expect(region()!.tagName).toBe('SECTION')
		expect(region()!.getAttribute('aria-label')).toBe('Quest in progress')
		expect(region()!.querySelector('h2')!.textContent).toBe('Quest place')
		expect(region()!.textContent).toContain('Make a folder.')
		expect([...region()!.querySelectorAll('li')].map((one) => one.textContent)).toEqual(['Open Files.', 'Press “New”.'])
		expect(region()!.querySelector('a')!.getAttribute('href')).toBe('/index.php/apps/compagnon/adventure?story=visit')
		expect(document.activeElement).toBe(document.body)
		await hears('A quest is open: Quest place.')
	})

	it('is not on our own pages, nor where no quest is open, nor while the server is silent', async () => {
		goToPage('/apps/compagnon/adventure')
		await accompany(OPEN)
		expect(server.calls).toEqual([])
		goToPage('/apps/files')
		server.answer('get', '/stories/open', null)
		await accompany(OPEN)
		server.refuse('get', '/stories/open', 503, DOWN)
		await accompany(OPEN)
		expect(region()).toBeNull()
	})

	it('shows words of others as text', async () => {
		server.answer('get', '/stories/open', anOpenQuest({ quest: aQuest('place', { title: '<img src=x>' }) }))
		await accompany(OPEN)
		expect(region()!.querySelector('img')).toBeNull()
		expect(region()!.querySelector('h2')!.textContent).toBe('<img src=x>')
	})

	it('says that it is done, without a score, and leads back to the story', async () => {
		server.answer('post', CHECK, { holds: true, game: added(3, { kind: 'done', quest: 'place', level: 'essential' }) })
		await accompany(OPEN)
		await sees('Done!')
		expect(region()!.textContent).toContain('The sheet has a place.')
		expect(region()!.querySelector('a')!.textContent).toBe('Back to the story')
		await hears('Done! The sheet has a place.')
		button('Close').click()
		expect(region()).toBeNull()
		expect(posted(MOVES)).toEqual([])
	})

	it('gives the hint after a try that was something else', async () => {
		await accompany(OPEN)
		await vi.waitFor(() => expect(posted(CHECK)).toHaveLength(1))
		expect(region()!.querySelector('details')!.open).toBe(false)
		emit('files:node:created' as never, {} as never)
		await sees('Not quite yet. A hint:')
		expect(region()!.querySelector('details')!.open).toBe(true)
		await hears('The button is at the top.')
	})

	it('gives the hint after something was brought into the list that the page had shown before', async () => {
		server.answer('get', '/stories/open', anOpenQuest({ quest: aQuest('place', { essential: aLevel({ proof: { fact: 'files.folder-created', signals: ['files:list:updated'] } }) }) }))
		await accompany({ ...OPEN, list: fileList(1, 10, 11) })
		await vi.waitFor(() => expect(posted(CHECK)).toHaveLength(1))
		emit('files:list:updated' as never, fileList(1, 10, 11, 12) as never)
		await sees('Not quite yet. A hint:')
	})

	it('is folded and unfolded, with the focus, and stays so in this window', async () => {
		await accompany(OPEN)
		button('Fold the quest').focus()
		button('Fold the quest').click()
		await flushPromises()
		expect(region()!.querySelector('h2')).toBeNull()
		const bar = region()!.querySelector<HTMLButtonElement>('.companion__bar')!
		expect(document.activeElement).toBe(bar)
		expect(bar.getAttribute('aria-expanded')).toBe('false')
		expect(bar.textContent).toContain('Quest place')
		await accompany(OPEN)
		expect(document.querySelectorAll('.companion__bar')).toHaveLength(2)
		bar.click()
		await flushPromises()
		expect(document.activeElement).toBe(button('Fold the quest'))
	})

	it('begins as a bar on a phone', async () => {
		window.innerWidth = 320
		await accompany(OPEN)
		expect(region()!.querySelector('.companion__bar')).not.toBeNull()
	})

	it.each([
		['a click', () => find('main').dispatchEvent(new Event('pointerdown', { bubbles: true }))],
		['a key', () => void press('n')],
	])('gets out of the way at %s on the page, also on the next one', async (_, work) => {
		put('<main></main>')
		await accompany(OPEN)
		work()
		await vi.waitFor(() => expect(region()!.querySelector('.companion__bar')).not.toBeNull())
		started.splice(0).forEach((companion) => companion.leave())
		await accompany(OPEN)
		expect(region()!.querySelector('.companion__bar')).not.toBeNull()
	})

	it('is read and gone to without getting out of the way', async () => {
		await accompany(OPEN)
		find('.compagnon-companion p').dispatchEvent(new Event('pointerdown', { bubbles: true }))
		press('Shift')
		press('F6')
		await flushPromises()
		expect(region()!.querySelector('h2')).not.toBeNull()
	})

	it('stays open at work for somebody who has opened it', async () => {
		put('<main></main>')
		await accompany(OPEN)
		press('n')
		await vi.waitFor(() => expect(region()!.querySelector('.companion__bar')).not.toBeNull())
		find('.companion__bar').click()
		press('n')
		await flushPromises()
		expect(region()!.querySelector('h2')).not.toBeNull()
	})

	it('opens again to give a hint, but not over half of a phone', async () => {
		await accompany(OPEN)
		press('n')
		await vi.waitFor(() => expect(region()!.querySelector('.companion__bar')).not.toBeNull())
		await vi.waitFor(() => expect(posted(CHECK)).toHaveLength(1))
		emit('files:node:created' as never, {} as never)
		await sees('The button is at the top.')
		started.splice(0).forEach((companion) => companion.leave())
		window.innerWidth = 320
		await accompany(OPEN)
		await vi.waitFor(() => expect(posted(CHECK)).toHaveLength(3))
		emit('files:node:created' as never, {} as never)
		await vi.waitFor(() => expect(region()!.querySelector('.companion__mark')).not.toBeNull())
	})

	it('folds with Escape, and takes the key from the page only then', async () => {
		await accompany(OPEN)
		expect(press('F6').defaultPrevented).toBe(true)
		expect(document.activeElement?.tagName).toBe('H2')
		expect(press('Escape').defaultPrevented).toBe(true)
		await flushPromises()
		expect(region()!.querySelector('.companion__bar')).not.toBeNull()
		expect(press('Escape').defaultPrevented).toBe(false)
	})

	it('makes room for the tip of a tour, and comes back after it', async () => {
		await accompany(OPEN)
		const tip = put('<div class="compagnon-tip" role="dialog"></div>')
		await vi.waitFor(() => expect(region()).toBeNull())
		tip.remove()
		await vi.waitFor(() => expect(region()).not.toBeNull())
	})

	it('is away while a dialog takes the whole window', async () => {
		await accompany(OPEN)
		region()!.parentElement!.getBoundingClientRect = () => new DOMRect(700, 500, 300, 200)
		const dialog = put('<dialog open data-box="0 0 1024 768"></dialog>')
		await vi.waitFor(() => expect(region()!.parentElement!.dataset.size).toBe('away'))
		dialog.remove()
		await vi.waitFor(() => expect(region()!.parentElement!.dataset.size).toBe('full'))
	})

	it.each([
		['Put this quest aside', 'close', 'Put aside'],
		['I know this already', 'skip', 'All right, you know this already'],
	])('%s: tells the server, and stops looking', async (words, kind, said) => {
		server.answer('post', MOVES, added(3))
		await accompany(OPEN)
		button(words).click()
		await sees(said)
		expect(posted(MOVES)).toEqual([{ number: 3, kind, quest: 'place' }])
		expect(document.activeElement?.textContent).toBe(said)
	})

	it('believes the person where nothing can be seen, and says that it does', async () => {
		server.answer('get', '/stories/open', anOpenQuest({ quest: aQuest('place', { essential: aLevel({ proof: { declare: true } }) }) }))
		server.answer('post', MOVES, added(3))
		await accompany(OPEN)
		expect(region()!.textContent).toContain('you are the one who knows')
		button('I have done it').click()
		await sees('Done!')
		expect(posted(MOVES)).toEqual([{ number: 3, kind: 'declare', quest: 'place', level: 'essential' }])
		expect(posted(CHECK)).toEqual([])
	})

	it('keeps what is said without a connection, tells so, and sends it later', async () => {
		await accompany(OPEN)
		await vi.waitFor(() => expect(posted(CHECK)).toHaveLength(1))
		server.cut('post', MOVES)
		button('Put this quest aside').click()
		await sees('This is kept on this device and sent later.')
		server.answer('post', MOVES, added(3))
		window.dispatchEvent(new Event('online'))
		await vi.waitFor(() => expect(localStorage).toHaveLength(0))
		expect(posted(MOVES).at(-1)).toEqual({ number: 3, kind: 'close', quest: 'place' })
	})

	it('does not come back on the next page while the server does not know yet that it was closed', async () => {
		localStorage.setItem('compagnon.moves..visit', JSON.stringify({ number: 3, moves: [{ kind: 'close', quest: 'place' }] }))
		server.cut('post', MOVES)
		await accompany(OPEN)
		expect(region()).toBeNull()
		expect(localStorage).toHaveLength(1)
	})

	it('says when it cannot look, and goes on looking', async () => {
		server.refuse('post', CHECK, 503, DOWN)
		await accompany(OPEN)
		await sees(DOWN.message)
		server.cut('post', CHECK)
		emit('files:node:created' as never, {} as never)
		await sees('this is looked at again by itself')
		server.answer('post', CHECK, { holds: true, game: added(3) })
		emit('files:node:created' as never, {} as never)
		await sees('The sheet has a place.')
	})

	it('follows a game that went on in another window', async () => {
		await accompany(OPEN)
		server.answer('get', '/stories/open', anOpenQuest({ quest: aQuest('other'), number: 5 }))
		server.refuse('post', CHECK, 409, { error: 'conflict', message: 'Elsewhere.', game: aGame() })
		emit('files:node:created' as never, {} as never)
		await sees('Quest other')
		server.answer('get', '/stories/open', null)
		new BroadcastChannel('compagnon-adventure').postMessage({ story: 'visit' })
		await vi.waitFor(() => expect(region()).toBeNull())
	})
})
