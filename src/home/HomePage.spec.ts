/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import HomePage from './HomePage.vue'
import { aSummary as aStorySummary } from '../adventure/testing.ts'
import { ApiError } from '../shared/api.ts'
import { body, button, buttons, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer, progress, tour } from '../shared/testing/server.ts'
import { aPanel } from '../survey/testing.ts'
import { play } from '../tour/play.ts'
import { anOverview, aSummary } from '../transfer/testing.ts'

vi.mock('../tour/play.ts', () => ({ play: vi.fn() }))
const user = vi.hoisted(() => ({ uid: 'nadia', displayName: 'Nadia Benali', isAdmin: false }))
vi.mock('@nextcloud/auth', async (original) => ({ ...await original<object>(), getCurrentUser: () => user }))

const server = fakeServer()
usePage()

beforeEach(() => {
	user.isAdmin = false
	vi.mocked(play).mockReset()
	server.answer('get', '/stories', { stories: [] })
	server.answer('get', '/transfer', anOverview({ may: false }))
	server.answer('get', '/surveys', aPanel({ observatory: null, switches: { surveys: 'off', figures: false }, catalogue: null, surveys: [], ask: null }))
})

async function open() {
	const page = show(HomePage)
	await vi.waitFor(() => expect(page.text()).not.toContain('Loading the tours…'))
	return page
}

describe('home page', () => {
	it('shows that it is loading', async () => {
		const release = server.hold('get', '/tours', { tours: [], rooms: [], contact: '' })
		const page = show(HomePage)
		await flushPromises()
		expect(page.get('[role="status"]').text()).toBe('Loading the tours…')
		expect(page.text()).toContain('Hello Nadia Benali')
		release()
		await vi.waitFor(() => expect(page.text()).toContain('There is no tour for you here yet'))
	})

	it('shows the tours with where the person stands', async () => {
		server.answer('get', '/tours', {
			tours: [
				tour(),
				tour({ id: 'b', title: 'Calendar', progress: progress('paused', 'folder') }),
				tour({ id: 'c', title: 'Talk', progress: progress('finished', 'share') }),
				tour({ id: 'd', title: 'Deck', progress: progress('refused') }),
			],
			rooms: [],
			contact: 'Camille Roux',
		})
		const page = await open()
		const cards = page.findAll('[data-tour]')
		expect(cards.map((card) => card.get('[role="status"]').text()))
			.toEqual(['Under way, step 3 of 4', 'Not started yet', 'Done', 'Not for me'])
		expect(cards.map((card) => card.findAll('button').map((found) => found.text())))
			.toEqual([['Continue', 'Not for me'], ['Start', 'Not for me'], ['Do it again'], ['Start']])
		expect(cards[0]!.get('progress').attributes('value')).toBe('50')
		expect(page.get(`#${cards[0]!.get('progress').attributes('aria-labelledby')}`).text()).toBe('Under way, step 3 of 4')
		expect(page.text()).toContain('Camille Roux')
	})

	it('shows them in the rooms that the server names, with one thing to do first', async () => {
		server.answer('get', '/tours', {
			tours: [
				tour({ id: 'a', room: 'start', progress: progress('finished') }),
				tour({ id: 'b', room: 'files' }),
				tour({ id: 'c' }),
				tour({ id: 'd', room: 'files', progress: progress('running', 'list') }),
			],
			rooms: [{ id: 'start', title: 'To begin', about: 'The first steps.' }, { id: 'files', title: 'Your files', about: '' }],
			contact: '',
		})
		const page = await open()
		const rooms = page.findAll('section[aria-labelledby^="compagnon-tours-"]')
		expect(rooms.map((room) => [page.get('#' + room.attributes('aria-labelledby')).text(), ...room.findAll('[data-tour]').map((card) => card.attributes('data-tour'))])).toEqual([
			['To be continued', 'd'],
			['Your files', 'b'],
			['Other tours', 'c'],
			['To begin', 'a'],
		])
		expect(page.text()).toContain('The first steps.')
		expect(page.findAll('[data-tour] .button-vue--primary').map((found) => found.text())).toEqual(['Continue'])
		expect(page.findAll('h2, h3, h4, h5').map(({ element }) => element.tagName).join(' ')).toBe('H2 H3 H4 H5 H4 H5 H4 H5 H4 H5')
	})

	it('leaves a tour where it is when it is refused, until the page is up to date again', async () => {
		const rooms = [{ id: 'files', title: 'Your files', about: '' }]
		server.answer('get', '/tours', { tours: [tour({ room: 'files', progress: progress('running', 'list') }), tour({ id: 'b', room: 'files' })], rooms, contact: '' })
		server.answer('post', '/tours/files-first-steps/refuse', progress('refused'))
		const page = await open()
		const order = () => page.findAll('[data-tour]').map((card) => card.attributes('data-tour'))
		const refused = page.get('[data-tour="files-first-steps"]')
		await refused.get('.button-vue--tertiary').trigger('click')
		await vi.waitFor(() => expect(refused.get('[role="status"]').text()).toBe('Not for me'))
		expect(order()).toEqual(['files-first-steps', 'b'])
		await flushPromises()
		expect(document.activeElement).toBe(refused.get('button').element)
		server.answer('get', '/tours', { tours: [tour({ room: 'files', progress: progress('refused') }), tour({ id: 'b', room: 'files' })], rooms, contact: '' })
		document.dispatchEvent(new Event('visibilitychange'))
		await vi.waitFor(() => expect(order()).toEqual(['b', 'files-first-steps']))
	})

	it('shows what others wrote as text, never as HTML', async () => {
		server.answer('get', '/tours', { tours: [tour({ title: '<img src=x onerror=alert(1)>' })], rooms: [], contact: '<b>Camille</b>' })
		const page = await open()
		expect(page.find('article img, footer b').exists()).toBe(false)
		expect(page.text()).toContain('<b>Camille</b>')
	})

	it('names its actions by the tour they belong to', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		const page = await open()
		expect(page.get(`#${button('Start').attributes('aria-describedby')}`).text()).toBe('First steps in Files')
	})

	it('says whom to ask when the space does not', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		expect((await open()).text()).toContain('whoever looks after your space')
	})

	it('links to the settings of the space only for admins', async () => {
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		expect((await open()).findAll('nav a').map((link) => link.attributes('href'))).toEqual(['/index.php/settings/user/compagnon'])
	})

	it('links to both settings for admins', async () => {
		user.isAdmin = true
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		expect((await open()).findAll('nav a').map((link) => link.attributes('href')))
			.toEqual(['/index.php/settings/user/compagnon', '/index.php/settings/admin/compagnon'])
	})

	it('says why nothing is there, and tries again without losing the focus', async () => {
		server.refuse('get', '/tours', 503, DOWN)
		const page = await open()
		expect(page.get('[role="alert"]').text()).toContain(DOWN.message)
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		await button('Try again').trigger('click')
		expect(document.activeElement).toBe(page.get('.load-state').element)
		await vi.waitFor(() => expect(buttons()).toContain('Start'))
	})

	it('starts, goes on and does again', async () => {
		server.answer('get', '/tours', {
			tours: [tour(), tour({ id: 'b', progress: progress('paused', 'folder') }), tour({ id: 'c', progress: progress('finished') })],
			contact: '',
		})
		await open()
		for (const words of ['Start', 'Continue', 'Do it again']) {
			await button(words).trigger('click')
			await flushPromises()
		}
		expect(vi.mocked(play).mock.calls).toEqual([
			['files-first-steps', { again: false }],
			['b', { again: false }],
			['c', { again: true }],
		])
	})

	it('starts once, however often it is clicked', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		let release = () => {}
		vi.mocked(play).mockReturnValue(new Promise((resolve) => {
			release = resolve
		}))
		await open()
		const start = button('Start')
		await start.trigger('click')
		await start.trigger('click')
		await vi.waitFor(() => expect(start.attributes('aria-busy')).toBe('true'))
		release()
		await vi.waitFor(() => expect(start.attributes('aria-busy')).toBe('false'))
		expect(play).toHaveBeenCalledTimes(1)
	})

	it('says in the card why a tour cannot be started, also when another window was faster', async () => {
		server.answer('get', '/tours', { tours: [tour(), tour({ id: 'b', title: 'Calendar' })], rooms: [], contact: '' })
		vi.mocked(play).mockRejectedValue(new ApiError('This went on in another window.', 409, undefined, progress('running', 'list')))
		const page = await open()
		await page.get('[data-tour="b"] button').trigger('click')
		await vi.waitFor(() => expect(page.get('[data-tour="b"] [role="alert"]').text()).toBe('This went on in another window.'))
		expect(page.find('[data-tour="files-first-steps"] [role="alert"]').exists()).toBe(false)
		expect(page.get('[data-tour="b"] button').attributes('disabled')).toBeUndefined()
	})

	it('notes "not for me" and moves the focus to what remains', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: 'Camille' })
		server.answer('post', '/tours/files-first-steps/refuse', progress('refused'))
		const page = await open()
		await button('Not for me').trigger('click')
		await vi.waitFor(() => expect(page.get('[data-tour] [role="status"]').text()).toBe('Not for me'))
		expect(buttons()).toEqual(['Start', 'Copy this page'])
		expect(page.text()).toContain('You can still start it whenever you like.')
		expect(page.text()).toContain('Camille')
		await flushPromises()
		expect(document.activeElement).toBe(button('Start').element)
	})

	it('changes nothing when "not for me" cannot be noted', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		server.refuse('post', '/tours/files-first-steps/refuse', 503, DOWN)
		const page = await open()
		await button('Not for me').trigger('click')
		await vi.waitFor(() => expect(page.get('[data-tour] [role="alert"]').text()).toBe(DOWN.message))
		expect(page.get('[data-tour] [role="status"]').text()).toBe('Not started yet')
		expect(buttons()).toContain('Not for me')
	})

	it('is up to date when the person comes back from another tab', async () => {
		server.answer('get', '/tours', { tours: [tour()], rooms: [], contact: '' })
		const page = await open()
		server.answer('get', '/tours', { tours: [tour({ progress: progress('running', 'list') })], rooms: [], contact: '' })
		document.dispatchEvent(new Event('visibilitychange'))
		await vi.waitFor(() => expect(page.get('[data-tour] [role="status"]').text()).toBe('Under way, step 2 of 4'))
	})

	it('starts the tour of the link that led here, once, and says why it cannot', async () => {
		window.history.replaceState({}, '', '/apps/compagnon/?tour=gone')
		server.answer('get', '/tours', { tours: [], rooms: [], contact: '' })
		vi.mocked(play).mockRejectedValueOnce(new ApiError('This tour does not exist here.', 404))
		const page = show(HomePage)
		await vi.waitFor(() => expect(page.text()).toContain('This tour does not exist here.'))
		expect(window.location.search).toBe('')
	})

	it('copies the page for whoever is asked', async () => {
		const writeText = vi.fn(async () => {})
		vi.stubGlobal('navigator', { clipboard: { writeText } })
		server.answer('get', '/tours', { tours: [], rooms: [], contact: 'Camille' })
		const page = show(HomePage)
		await vi.waitFor(() => expect(page.text()).toContain('Camille'))
		await button('Copy this page').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain('Copied.'))
		expect(writeText.mock.calls[0]).toEqual([expect.stringContaining(window.location.href)])
		vi.unstubAllGlobals()
	})
})

describe('moving in, on the home page', () => {
	const room = () => body().find('[aria-labelledby="compagnon-room-transfer"]')

	beforeEach(() => server.answer('get', '/tours', { tours: [], rooms: [], contact: '' }))

	it('is not there for those who may not, and not while it cannot be asked for', async () => {
		server.refuse('get', '/transfer', 503, DOWN)
		await open()
		await vi.waitFor(() => expect(server.calls.map(({ path }) => path)).toContain('/transfer'))
		await flushPromises()
		expect(room().exists()).toBe(false)
	})

	it('leads there, or to the one run that is under way', async () => {
		server.answer('get', '/transfer', anOverview())
		const page = show(HomePage)
		await vi.waitFor(() => expect(room().get('a').text()).toBe('Bring files here'))
		expect(room().get('a').attributes('href')).toBe('/index.php/apps/compagnon/transfer')
		page.unmount()
		server.answer('get', '/transfer', anOverview({ runs: [aSummary({ id: 'r9' }), aSummary({ id: 'r8', state: 'done' })] }))
		show(HomePage)
		await vi.waitFor(() => expect(room().get('a').attributes('href')).toBe('/index.php/apps/compagnon/transfer?run=r9'))
		expect(room().text()).toContain('A move is under way.')
	})

	it('says that somebody asks, also to those who may not begin one', async () => {
		server.answer('get', '/transfer', anOverview({ may: false, runs: [aSummary({ state: 'asked', startedBy: { id: 'camille', name: 'Camille Roux' } })] }))
		show(HomePage)
		await vi.waitFor(() => expect(room().text()).toContain('Camille Roux offers to bring files to you.'))
	})
})

describe('surveys, on the home page', () => {
	const link = () => body().findAll('footer a').find((one) => one.attributes('href') === '/index.php/apps/compagnon/surveys')

	beforeEach(() => server.answer('get', '/tours', { tours: [], contact: '' }))

	it('are one quiet line, which names the one that may be proposed', async () => {
		server.answer('get', '/surveys', aPanel())
		await open()
		await vi.waitFor(() => expect(link()?.text()).toBe('Surveys (open: First survey)'))
	})

	it('are only named when nothing is proposed', async () => {
		server.answer('get', '/surveys', aPanel({ ask: null }))
		await open()
		await vi.waitFor(() => expect(link()?.text()).toBe('Surveys'))
	})

	it.each([
		['off', () => {}],
		['out of reach', () => server.refuse('get', '/surveys', 503, DOWN)],
	])('are not there while they are %s', async (_, prepare) => {
		prepare()
		const page = await open()
		await flushPromises()
		expect(link()).toBeUndefined()
		expect(page.find('[role="alert"]').exists()).toBe(false)
	})
})

describe('stories, on the home page', () => {
	const room = () => body().find('[aria-labelledby="compagnon-room-stories"]')

	beforeEach(() => server.answer('get', '/tours', { tours: [], contact: '' }))

	it('are proposed, the one under way first, and lead there', async () => {
		server.answer('get', '/stories', { stories: [aStorySummary(), aStorySummary({ id: 'week', title: 'The first week', state: 'under-way' })] })
		await open()
		await vi.waitFor(() => expect(room().findAll('a').map((link) => [link.text(), link.attributes('href')])).toEqual([
			['The first week', '/index.php/apps/compagnon/adventure?story=week'],
			['The tandem', '/index.php/apps/compagnon/adventure?story=visit'],
		]))
		expect(room().findAll('li').map((one) => one.get('span').text())).toEqual(['Under way', 'About 10 min'])
	})

	it.each([
		['there is none', () => {}],
		['they are out of reach', () => server.refuse('get', '/stories', 503, DOWN)],
	])('are not there when %s', async (_, prepare) => {
		prepare()
		const page = await open()
		await flushPromises()
		expect(room().exists()).toBe(false)
		expect(page.find('[role="alert"]').exists()).toBe(false)
	})
})
