/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../shared/types.ts'

import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import RunPage from './RunPage.vue'
import { body, button, buttons, provideDialogs, show, usePage } from '../shared/testing/page.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { aConnection, amount, anArchive, anEndedRun, anItem, anOverview, aReport, aRun, counts } from './testing.ts'

const server = fakeServer()
usePage()
beforeEach(() => {
	provideDialogs()
	server.answer('get', '/transfer', anOverview({ connections: [aConnection()] }))
})

const at = (path: string) => server.calls.filter((call) => call.path === '/runs/run1' + path)

/** What that sets off is true from then on. */
function turn(action: string, run: Run): void {
	server.answer('post', '/runs/run1/' + action, run)
	server.answer('get', '/runs/run1', run)
}

async function open(run: Run) {
	server.answer('get', '/runs/run1', run)
	const page = show(RunPage, { id: 'run1' })
	await vi.waitFor(() => expect(page.find('h2').exists()).toBe(true))
	return page
}

const quiet = (changes: Partial<Run>) => aRun({ mayDrive: false, ...changes })

describe('a run', () => {
	it('is loading, fails with a sentence, and tries again', async () => {
		server.refuse('get', '/runs/run1', 404, { error: 'not_found', message: 'This move is not here any more.' })
		const page = show(RunPage, { id: 'run1' })
		expect(page.find('[aria-label="Loading…"]').exists()).toBe(true)
		await vi.waitFor(() => expect(page.text()).toContain('This move is not here any more.'))
		server.answer('get', '/runs/run1', quiet({}))
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
	})

	it('that somebody proposes is accepted', async () => {
		const page = await open(aRun({ state: 'asked', startedBy: { id: 'camille', name: 'Camille' } }))
		expect(page.get('h2').text()).toBe('Camille offers to bring files to you')
		expect(page.text()).toContain('never the names of the files')
		server.refuse('post', '/runs/run1/accept', 503, DOWN)
		await vi.waitFor(() => expect(buttons()).toContain('Yes, bring them'))
		await button('Yes, bring them').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
		turn('accept', aRun({ state: 'ready', phase: 'plan' }))
		await button('Yes, bring them').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('This is what would come'))
		expect(at('/accept')[0]?.body).toEqual({ connection: 'conn1' })
	})

	it('that somebody proposes can be accepted only with an account of one’s own', async () => {
		server.answer('get', '/transfer', anOverview())
		const page = await open(aRun({ state: 'asked', startedBy: { id: 'camille', name: 'Camille' } }))
		await vi.waitFor(() => expect(buttons()).toContain('Connect Google Drive'))
		expect(buttons()).not.toContain('Yes, bring them')
		server.refuse('post', '/connections', 503, DOWN)
		await button('Connect Google Drive').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
	})

	it('that somebody proposes takes an archive of one’s own', async () => {
		server.answer('get', '/transfer/archives', { archives: [anArchive(), anArchive({ fileId: 12 })] })
		await open(aRun({ source: 'archive', sourceName: 'Archive', connection: null, state: 'asked', startedBy: { id: 'camille', name: 'Camille' } }))
		await vi.waitFor(() => expect(buttons()).toContain('Yes, bring them'))
		turn('accept', aRun({ state: 'ready', phase: 'plan' }))
		await button('Yes, bring them').trigger('click')
		await vi.waitFor(() => expect(at('/accept')[0]?.body).toEqual({ archives: [11, 12] }))
	})

	it('that somebody proposes is declined', async () => {
		const page = await open(aRun({ state: 'asked', startedBy: { id: 'camille', name: 'Camille' } }))
		turn('decline', aRun({ state: 'cancelled', found: amount(0), startedAt: null }))
		await button('No, thank you').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('The move was given up'))
	})

	it('for somebody else shows how far it is, without any list', async () => {
		const page = await open(quiet({ mine: false, current: [], person: { id: 'bruno', name: 'Bruno' } }))
		expect(page.get('h2').text()).toBe('Move for Bruno')
		expect(page.get('progress').attributes('value')).toBe('42')
		expect(page.find('details').exists()).toBe(false)
	})

	it('waits for the answer of somebody else', async () => {
		const page = await open(quiet({ mine: false, state: 'asked', found: amount(0), person: { id: 'bruno', name: 'Bruno' } }))
		expect(page.text()).toContain('Until then, nothing is read and nothing is moved.')
		expect(buttons()).toEqual(['Take the proposal back…'])
		await button('Take the proposal back…').trigger('click')
		await flushPromises()
		expect(body().text()).toContain('Bruno does not find it any more.')
		turn('cancel', aRun({ mine: false, state: 'cancelled', found: amount(0), startedAt: null, person: { id: 'bruno', name: 'Bruno' } }))
		await button('Take back').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('The move was given up'))
		expect(page.text()).toContain('Move for Bruno')
		expect(page.text()).not.toContain('What had arrived')
	})
})

describe('the look over', () => {
	it('counts while it goes', async () => {
		const page = await open(quiet({ phase: 'scan', found: amount(812, 100) }))
		expect(page.get('h2').text()).toBe('Everything is being looked over')
		expect(page.get('dl').text()).toContain('812')
		expect(page.get('[role="status"]').text()).toContain('Found so far: 812')
	})

	it('tells what would come, whether it fits, and what cannot', async () => {
		const page = await open(aRun({ state: 'ready', phase: 'plan', unsupported: [{ code: 'form', sentence: 'Forms cannot be taken out.', items: 8, bytes: 0 }] }))
		expect(page.get('dl').text()).toContain('1,196')
		expect(page.text()).not.toContain('There is nothing')
		expect(page.get('dl').text()).toContain('about 18 minutes')
		expect(page.text()).toContain('Everything fits')
		expect(page.text()).toContain('Forms cannot be taken out.')
		server.answer('get', '/runs/run1/items', { items: [anItem()], page: 1, pages: 1, total: 1 })
		expect(at('/items?kind=renamed&page=1')).toHaveLength(0)
		await page.get('[data-kind="renamed"]').trigger('toggle')
		await vi.waitFor(() => expect(page.get('[data-kind="renamed"]').text()).toContain('here “Compte-rendu- AG-.docx”'))
	})

	it('says when there is nothing to bring', async () => {
		const page = await open(aRun({ state: 'ready', phase: 'plan', found: amount(20), coming: amount(12), moved: amount(12), counts: counts({ identical: amount(12), unsupported: amount(8) }) }))
		expect(page.text()).toContain('There is nothing new: all that can come is here already.')
		expect(page.get('dl').text()).not.toContain('Time it takes')
	})

	it('is given up in words of its own', async () => {
		const page = await open(aRun({ state: 'ready', phase: 'plan', startedAt: null }))
		await button('Give up…').trigger('click')
		await flushPromises()
		expect(body().text()).toContain('Nothing has been moved yet, here or there.')
		turn('cancel', aRun({ state: 'cancelled', startedAt: null }))
		await button('Give up').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('The move was given up'))
		expect(page.find('table').exists()).toBe(false)
	})

	it('says when it does not all fit, and lets start all the same', async () => {
		const page = await open(aRun({ state: 'ready', phase: 'plan', room: { needed: 10, free: 5, enough: false } }))
		expect(page.text()).toContain('It does not all fit')
		turn('start', quiet({}))
		await button('Start the move').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
	})

	it('leads back to the choice, and from there on again', async () => {
		const ready = aRun({ state: 'ready', phase: 'plan' })
		const page = await open(ready)
		server.answer('get', '/runs/run1/folders', { folders: [] })
		await button('Change the choice').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('What would you like to take?'))
		server.answer('put', '/runs/run1', ready)
		turn('scan', quiet({ phase: 'scan' }))
		await page.get('form').trigger('submit')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Everything is being looked over'))
		expect(document.activeElement).toBe(page.get('h2').element)
	})
})

describe('the move', () => {
	it('goes on while the page is open, and ends in the report', async () => {
		server.answer('post', '/runs/run1/slice', anEndedRun({ state: 'done', mine: false }))
		const page = await open(aRun())
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Everything that could come is here'))
		expect(at('/slice')).toHaveLength(1)
	})

	it('shows how far it is, how fast, and what comes', async () => {
		const page = await open(quiet({}))
		expect(page.get('progress').attributes('value')).toBe('42')
		expect(page.text()).toContain('508 of 1,196 files and folders')
		expect(page.text()).toContain('6 MB per second')
		expect(page.text()).toContain('about 12 minutes left')
		expect(page.text()).toContain('Budget prévisionnel 2026.xlsx')
	})

	it('counts neither what cannot come nor what was here before', async () => {
		const page = await open(quiet({ coming: amount(126, 60), moved: amount(118, 52), counts: counts({ identical: amount(116, 50), verified: amount(2, 2), unsupported: amount(12) }) }))
		expect(page.text()).toContain('2 of 10 files and folders')
		expect(page.get('progress').attributes('value')).toBe('20')
	})

	it('is paused and goes on with the same button', async () => {
		const page = await open(quiet({}))
		turn('pause', quiet({ state: 'paused' }))
		const pause = button('Pause')
		await pause.trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('The move is paused'))
		expect(button('Go on').element).toBe(pause.element)
		turn('resume', quiet({}))
		await button('Go on').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
	})

	it('is stopped after a question', async () => {
		const page = await open(quiet({}))
		await button('Stop…').trigger('click')
		await flushPromises()
		server.refuse('post', '/runs/run1/cancel', 503, DOWN)
		await button('Stop').trigger('click')
		await vi.waitFor(() => expect(body().get('[role="dialog"], dialog').text()).toContain(DOWN.message))
		turn('cancel', anEndedRun({ state: 'cancelled', mine: false }))
		await button('Stop').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('The move was stopped'))
	})

	it('says why it waits, and connects again', async () => {
		const page = await open(quiet({ state: 'waiting_reconnect', waiting: { for: 'reconnect', since: null, until: null } }))
		expect(page.get('h2').text()).toBe('The move waits')
		expect(page.text()).toContain('What has come is safe')
		server.refuse('post', '/connections', 503, DOWN)
		await button('Connect Google Drive again').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
	})

	it('says what concerns all of it', async () => {
		expect((await open(quiet({ problem: 'The folder is not there any more.' }))).text()).toContain('The folder is not there any more.')
	})
})

describe('the report', () => {
	const rows = () => body().findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()).slice(0, 2))

	beforeEach(() => server.answer('get', '/runs/run1/report', aReport()))

	it('is an equation that comes out even', async () => {
		await open(anEndedRun())
		expect(rows()).toEqual([
			['found', '1,204'],
			['=arrived and checked', '1,184'],
			['+were here already, the very same', '6'],
			['+cannot come', '8'],
			['+gone at the source in the meantime', '1'],
			['+did not come', '5'],
		])
	})

	it('counts also what a stop has left behind', async () => {
		await open(anEndedRun({ state: 'cancelled', found: amount(20), counts: counts({ verified: amount(5), queued: amount(12), fetching: amount(3) }) }))
		expect(rows()).toEqual([['found', '20'], ['=arrived and checked', '5'], ['+not brought before the stop', '15']])
	})

	it('leads to the files, the report and the list, and says who had access', async () => {
		const page = await open(anEndedRun())
		await vi.waitFor(() => expect(page.text()).toContain('tresorerie@jardins.example: 34'))
		expect(page.findAll('.report-links a').map((link) => link.attributes('href'))).toEqual(['/f/70', '/f/72', '/apps/compagnon/runs/run1/report.csv'])
		expect(page.text()).toContain('Anybody with the link: 12')
		expect(page.text()).toContain('And more, all of them in the list to download: 3')
	})

	it('shows the count also when the rest cannot be loaded', async () => {
		server.refuse('get', '/runs/run1/report', 503, DOWN)
		const page = await open(anEndedRun())
		await vi.waitFor(() => expect(page.get('[role="alert"]').text()).toContain(DOWN.message))
		expect(rows()).toHaveLength(6)
	})

	it('says so when the count does not come out even', async () => {
		server.answer('get', '/runs/run1/report', aReport({ holds: false }))
		const page = await open(anEndedRun())
		await vi.waitFor(() => expect(page.text()).toContain('The count does not come out even.'))
	})

	it('does not call odd what a stop has left behind', async () => {
		server.answer('get', '/runs/run1/report', aReport({ holds: false, run: anEndedRun({ state: 'cancelled' }) }))
		const page = await open(anEndedRun({ state: 'cancelled' }))
		await vi.waitFor(() => expect(page.text()).toContain('See the files'))
		expect(page.text()).not.toContain('The count does not come out even.')
	})

	it('lists each kind page by page', async () => {
		const page = await open(anEndedRun())
		server.answer('get', '/runs/run1/items', { items: [anItem({ sentence: 'The owner does not allow downloading.', link: 'https://provider.example/1', url: null })], page: 1, pages: 2, total: 2 })
		const fold = page.get('[data-kind="failed"]')
		await fold.trigger('toggle')
		await vi.waitFor(() => expect(fold.text()).toContain('Page 1 of 2'))
		expect(fold.get('a').attributes('href')).toBe('https://provider.example/1')
		server.refuse('get', '/runs/run1/items', 503, DOWN)
		await button('Next page').trigger('click')
		await vi.waitFor(() => expect(fold.text()).toContain(DOWN.message))
		server.answer('get', '/runs/run1/items', { items: [], page: 2, pages: 2, total: 2 })
		await button('Try again').trigger('click')
		await vi.waitFor(() => expect(fold.text()).toContain('There is nothing in this list any more.'))
		expect(server.calls.at(-1)?.path).toBe('/runs/run1/items?kind=failed&page=2')
	})

	it('tries again what did not come', async () => {
		const page = await open(anEndedRun())
		turn('retry', quiet({}))
		await button('Try again what did not come').trigger('click')
		await vi.waitFor(() => expect(page.get('h2').text()).toBe('Your files are on their way'))
	})

	it('begins another run for what is new', async () => {
		const page = await open(anEndedRun())
		server.answer('post', '/runs/run1/again', aRun({ id: 'r2', state: 'draft' }))
		await button('Fetch what is new since').trigger('click')
		await vi.waitFor(() => expect(page.emitted('go')).toEqual([[{ name: 'run', run: 'r2' }]]))
	})

	it('connects again first when the permission was given back', async () => {
		server.answer('get', '/transfer', anOverview())
		const page = await open(anEndedRun({ connection: null }))
		server.refuse('post', '/connections', 503, DOWN)
		await vi.waitFor(() => expect(buttons()).toContain('Connect Google Drive again to fetch what is new'))
		await button('Connect Google Drive again to fetch what is new').trigger('click')
		await vi.waitFor(() => expect(page.text()).toContain(DOWN.message))
		expect(at('/again')).toHaveLength(0)
	})

	it('fetches what is new by the account that was connected since', async () => {
		await open(anEndedRun({ connection: null }))
		await vi.waitFor(() => expect(buttons()).toContain('Fetch what is new since'))
	})

	it('begins again with an archive', async () => {
		await open(anEndedRun({ source: 'archive', connection: null, state: 'done' }))
		await vi.waitFor(() => expect(buttons()).toContain('Begin again with this archive'))
	})

	it('lets begin again what did not work', async () => {
		await open(anEndedRun({ state: 'failed', canRetry: false }))
		expect(buttons()).toContain('Begin again')
	})

	it('gives the permission back', async () => {
		const page = await open(anEndedRun())
		await button('Disconnect Google Drive…').trigger('click')
		await flushPromises()
		server.answer('delete', '/connections/conn1', { revoked: true })
		await button('Disconnect').trigger('click')
		server.answer('get', '/transfer', anOverview())
		await vi.waitFor(() => expect(page.text()).toContain('Disconnected: the permission was given back and erased here.'))
		await vi.waitFor(() => expect(buttons()).not.toContain('Disconnect Google Drive…'))
		await vi.waitFor(() => expect(document.activeElement).toBe(page.get('#compagnon-transfer-after').element))
	})

	it('is forgotten after a question', async () => {
		const page = await open(anEndedRun())
		await button('Forget this move…').trigger('click')
		await flushPromises()
		server.answer('delete', '/runs/run1', { erased: 1204 })
		await button('Forget').trigger('click')
		await vi.waitFor(() => expect(page.emitted('go')).toEqual([[{ name: 'start' }]]))
	})

	it('of somebody else has totals only', async () => {
		const page = await open(anEndedRun({ mine: false }))
		expect(rows()).toHaveLength(6)
		expect(page.find('details').exists()).toBe(false)
		expect(at('/report')).toHaveLength(0)
		expect(buttons()).toEqual([])
		expect(page.text()).toContain('Move for Nadia Benali')
	})

	it('of somebody else says why something did not come, and never what', async () => {
		const page = await open(anEndedRun({ mine: false }))
		expect(page.get('[data-reasons="failed"]').text()).toContain('The owner does not allow downloading.')
		expect(page.get('[data-reasons="unsupported"]').text()).toContain('Google Forms cannot be taken out.')
		expect(server.calls.some(({ path }) => path.includes('/items'))).toBe(false)
	})
})

it('asks no more once the page is left', async () => {
	const hold = server.hold('post', '/runs/run1/slice', aRun())
	const page = await open(aRun())
	await vi.waitFor(() => expect(at('/slice')).toHaveLength(1))
	page.unmount()
	hold()
	await new Promise((resolve) => setTimeout(resolve, 400))
	expect(at('/slice')).toHaveLength(1)
	expect(server.calls).toHaveLength(2)
})
