/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress, Step } from '../shared/types.ts'
import type { Surroundings } from './runner.ts'

import { emit } from '@nextcloud/event-bus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from '../shared/api.ts'
import { outbox } from './outbox.ts'
import { TourRunner } from './runner.ts'
import { at, fakeChannels, find, goToPage, held, step, tour } from './testing.ts'

import '../shared/testing/page.ts'

const STEPS = [
	step('welcome'),
	step('list', { anchor: 'new' }),
	step('folder', { anchor: 'new', ends: { on: 'fact', fact: 'files.folder-created', signals: ['files:node:created'] } }),
	step('open', { anchor: 'new', ends: { on: 'click' } }),
	step('agenda', { page: { app: 'calendar', path: '/apps/calendar', exact: false } }),
	step('end'),
]

const DOWN = new ApiError('Your space does not answer at the moment.', 503)
const conflict = (progress: Progress) => new ApiError('This went on in another window.', 409, undefined, progress)

let channels: ReturnType<typeof fakeChannels>
let runner: TourRunner
const around = {
	show: vi.fn<Surroundings['show']>(),
	travel: vi.fn<Surroundings['travel']>(),
	hide: vi.fn<Surroundings['hide']>(),
	announce: vi.fn<Surroundings['announce']>(),
	changed: vi.fn<Surroundings['changed']>(),
	targets: vi.fn<Surroundings['targets']>(),
}
const move = vi.spyOn(api, 'move')
const pause = vi.spyOn(api, 'pause')
const finish = vi.spyOn(api, 'finish')
const fact = vi.spyOn(api, 'fact')

beforeEach(() => {
	vi.useFakeTimers()
	vi.resetAllMocks()
	channels = fakeChannels()
	window._oc_webroot = ''
	goToPage('/apps/files')
	around.show.mockResolvedValue()
	around.travel.mockResolvedValue()
	around.targets.mockImplementation(() => [find('#new')])
	document.body.innerHTML = '<button id="new"><b>New</b></button><input id="name">'
	localStorage.clear()
	outbox.drop()
	let revision = 3
	move.mockImplementation(async (_, id) => at(id, ++revision))
	pause.mockImplementation(async () => at('list', ++revision, 'paused'))
	finish.mockImplementation(async () => at('end', ++revision, 'finished'))
	fact.mockResolvedValue(false)
})
afterEach(async () => {
	runner.dispose()
	outbox.drop()
	// jsdom tells other windows of what was stored.
	await vi.advanceTimersByTimeAsync(10)
	expect(vi.getTimerCount()).toBe(0)
	vi.useRealTimers()
	vi.unstubAllGlobals()
})

function start(stepId: string, revision = 3): TourRunner {
	runner = new TourRunner(tour(STEPS), at(stepId, revision), around)
	return runner
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

/** What another window has stored. */
function elsewhere(progress: Progress): void {
	new BroadcastChannel('compagnon-tour').postMessage(progress)
}

const shown = () => around.show.mock.calls.map(([{ id }]) => id)

describe('open', () => {
	it('shows the step where the tour was left', async () => {
		await start('list').open()
		expect(shown()).toEqual(['list'])
		expect(runner.index).toBe(1)
		expect(runner.isLast).toBe(false)
	})

	it('begins with the first step when the server names none', async () => {
		runner = new TourRunner(tour(STEPS), { ...at('', 1), step: null }, around)
		await runner.open()
		expect(shown()).toEqual(['welcome'])
	})

	it.each([true, false])('tells that the step is on another page; asked: %s', async (asked) => {
		await start('agenda').open(asked)
		expect(around.travel.mock.calls).toEqual([[STEPS[4], asked]])
		expect(around.show).not.toHaveBeenCalled()
	})
})

describe('going on', () => {
	it('shows the next step only when it is stored', async () => {
		await start('welcome').open()
		const request = held<Progress>()
		move.mockReturnValueOnce(request.promise)
		const done = runner.next()
		expect(shown()).toEqual(['welcome'])
		expect(runner.view.busy).toBe(true)
		request.resolve(at('list', 4))
		await done
		expect(shown()).toEqual(['welcome', 'list'])
		expect(runner.view.busy).toBe(false)
		expect(move.mock.calls).toEqual([['files-first-steps', 'list', 3]])
	})

	it('builds on what was stored before', async () => {
		await start('welcome').open()
		await runner.next()
		await runner.next()
		await runner.back()
		expect(move.mock.calls.map(([, id, revision]) => [id, revision])).toEqual([['list', 3], ['folder', 4], ['list', 5]])
		expect(shown().at(-1)).toBe('list')
	})

	it('does not go back before the first step', async () => {
		await start('welcome').open()
		await runner.back()
		expect(move).not.toHaveBeenCalled()
	})

	it('sends one request for a double click', async () => {
		await start('welcome').open()
		await Promise.all([runner.next(), runner.next(), runner.back(), runner.leave()])
		expect(move).toHaveBeenCalledTimes(1)
		expect(pause).not.toHaveBeenCalled()
		expect(shown()).toEqual(['welcome', 'list'])
	})

	it('goes to another page when the person went on by themselves', async () => {
		await start('open').open()
		await runner.next()
		expect(around.travel.mock.calls).toEqual([[STEPS[4], true]])
	})

	it('finishes after the last step', async () => {
		await start('end').open()
		expect(runner.isLast).toBe(true)
		await runner.next()
		expect(finish.mock.calls).toEqual([['files-first-steps', 3]])
		expect(around.hide.mock.calls).toEqual([['finished']])
	})

	it('stops when it is left', async () => {
		await start('list').open()
		await runner.leave()
		expect(pause.mock.calls).toEqual([['files-first-steps', 3]])
		expect(around.hide.mock.calls).toEqual([['left']])
		await runner.next()
		expect(move).not.toHaveBeenCalled()
	})

	it('takes a click on the target for steps that end with it, and only for those', async () => {
		await start('list').open()
		find('#new').click()
		expect(move).not.toHaveBeenCalled()
		runner.dispose()
		await start('open').open()
		find('#new b').click()
		find('#new').click()
		find('#name').click()
		expect(move.mock.calls).toEqual([['files-first-steps', 'agenda', 3]])
	})
})

describe('when it cannot be stored', () => {
	it('goes on all the same, keeps the place on this device and says so', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(DOWN)
		await runner.next()
		expect(shown()).toEqual(['welcome', 'list'])
		expect(runner.view).toMatchObject({ stepId: 'list', unsent: true, trouble: '', busy: false })
		expect(JSON.parse(localStorage.getItem('compagnon.unsent')!)).toMatchObject({ tour: 'files-first-steps', act: 'move', step: 'list', revision: 3 })
	})

	it('sends it later, and says so', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(DOWN).mockRejectedValueOnce(DOWN)
		await runner.next()
		await pass(3000)
		expect(runner.view.unsent).toBe(true)
		await pass(6000)
		expect(move.mock.calls.map(([, id]) => id)).toEqual(['list', 'list', 'list'])
		expect(runner.view.unsent).toBe(false)
		expect(around.announce.mock.calls).toEqual([['Your place is stored now.']])
		expect(localStorage.getItem('compagnon.unsent')).toBeNull()
		await runner.next()
		expect(move.mock.lastCall).toEqual(['files-first-steps', 'folder', 4])
	})

	it('sends it at once when the browser is back online', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(DOWN)
		await runner.next()
		window.dispatchEvent(new Event('online'))
		await pass(0)
		expect(runner.view.unsent).toBe(false)
	})

	it('sends the last place only, when several steps were taken meanwhile', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(DOWN).mockRejectedValueOnce(DOWN)
		await runner.next()
		await runner.next()
		await pass(3000)
		expect(move.mock.calls.map(([, id, revision]) => [id, revision])).toEqual([['list', 3], ['folder', 3], ['folder', 3]])
		expect(runner.view).toMatchObject({ stepId: 'folder', unsent: false })
	})

	it('does not ask about a step of which the server does not know', async () => {
		await start('list').open()
		move.mockRejectedValue(DOWN)
		await runner.next()
		await pass(10_000)
		expect(shown()).toEqual(['list', 'folder'])
		expect(fact).not.toHaveBeenCalled()
	})

	it('follows what is true on the server when the place cannot be taken any more', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(DOWN).mockRejectedValueOnce(conflict(at('open', 9)))
		await runner.next()
		await pass(3000)
		expect(runner.view).toMatchObject({ stepId: 'open', unsent: false, trouble: 'This went on in another window.' })
	})

	it('ends here, and tells the server later', async () => {
		await start('list').open()
		pause.mockRejectedValueOnce(DOWN)
		await runner.leave()
		expect(around.hide.mock.calls).toEqual([['left']])
		await pass(3000)
		expect(move.mock.calls).toEqual([['files-first-steps', 'list', 3]])
		expect(pause).toHaveBeenCalledTimes(2)
		expect(localStorage.getItem('compagnon.unsent')).toBeNull()
	})

	it('stays where it is when the next step is on another page, which could not be loaded either', async () => {
		await start('open').open()
		move.mockRejectedValueOnce(DOWN)
		await runner.next()
		expect(around.travel).not.toHaveBeenCalled()
		expect(runner.view).toMatchObject({ stepId: 'open', trouble: DOWN.message, unsent: false })
		await runner.next()
		expect(around.travel).toHaveBeenCalledTimes(1)
	})

	it('does not go on when it is refused', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(new ApiError('This tour does not exist here.', 404))
		await runner.next()
		expect(runner.view).toMatchObject({ stepId: 'welcome', trouble: 'This tour does not exist here.', unsent: false })
	})

	it('lets a fault of our own through, and is not busy for ever', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(new TypeError('x is not a function'))
		await expect(runner.next()).rejects.toThrow(TypeError)
		expect(runner.view.busy).toBe(false)
	})

	it('insists when somebody else is at the same step', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(conflict(at('welcome', 8)))
		await runner.next()
		expect(move.mock.calls.map(([, id, revision]) => [id, revision])).toEqual([['list', 3], ['list', 8]])
		expect(runner.view).toMatchObject({ stepId: 'list', trouble: '' })
	})

	it('insists once', async () => {
		await start('welcome').open()
		move.mockRejectedValue(conflict(at('welcome', 8)))
		await runner.next()
		expect(move).toHaveBeenCalledTimes(2)
		expect(runner.view).toMatchObject({ stepId: 'welcome', trouble: 'This went on in another window.' })
	})

	it('follows somebody who is at another step, and says so', async () => {
		await start('welcome').open()
		move.mockRejectedValueOnce(conflict(at('folder', 8)))
		await runner.next()
		expect(move).toHaveBeenCalledTimes(1)
		expect(shown()).toEqual(['welcome', 'folder'])
		expect(runner.view).toMatchObject({ stepId: 'folder', trouble: 'This went on in another window.' })
		await runner.next()
		expect(move.mock.lastCall).toEqual(['files-first-steps', 'open', 8])
	})

	it.each(['finished', 'paused', 'refused'] as const)('ends when it has been %s elsewhere', async (state) => {
		await start('welcome').open()
		move.mockRejectedValueOnce(conflict(at('end', 8, state)))
		await runner.next()
		expect(around.hide.mock.calls).toEqual([['elsewhere']])
	})
})

describe('other windows', () => {
	it('are told where the tour stands: when it starts here, and after each change', async () => {
		const heard = vi.fn()
		new BroadcastChannel('compagnon-tour').addEventListener('message', ({ data }) => heard(data))
		await start('welcome').open()
		await runner.next()
		expect(heard.mock.calls).toEqual([[at('welcome', 3)], [at('list', 4)]])
	})

	it('are not told what could not be stored', async () => {
		await start('welcome').open()
		const heard = vi.fn()
		new BroadcastChannel('compagnon-tour').addEventListener('message', heard)
		move.mockRejectedValueOnce(DOWN)
		await runner.next()
		expect(heard).not.toHaveBeenCalled()
	})

	it('are followed', async () => {
		await start('welcome').open()
		elsewhere(at('list', 4))
		expect(shown()).toEqual(['welcome', 'list'])
		await runner.next()
		expect(move.mock.lastCall).toEqual(['files-first-steps', 'folder', 4])
	})

	it('are followed to another page only after asking', async () => {
		await start('welcome').open()
		elsewhere(at('agenda', 4))
		expect(around.travel.mock.calls).toEqual([[STEPS[4], false]])
	})

	it('end it here too', async () => {
		await start('welcome').open()
		elsewhere(at('welcome', 4, 'paused'))
		expect(around.hide.mock.calls).toEqual([['elsewhere']])
	})

	it.each([
		['an older place', at('list', 2)],
		['another tour', { ...at('list', 9), tour: 'calendar' }],
		['a step that this version does not have', at('new-step', 9)],
		['the step that is shown', at('welcome', 9)],
	])('change nothing here with %s', async (_, progress) => {
		await start('welcome').open()
		elsewhere(progress)
		expect(shown()).toEqual(['welcome'])
		expect(around.hide).not.toHaveBeenCalled()
	})
})

describe('a step that ends with a fact', () => {
	it('rejoices, then goes on', async () => {
		await start('folder').open()
		await pass(0)
		fact.mockResolvedValue(true)
		emit('files:node:created' as never, {} as never)
		await pass(300)
		expect(fact.mock.calls).toEqual([['files-first-steps', 'folder'], ['files-first-steps', 'folder']])
		expect(runner.view.done).toBe(true)
		expect(around.announce.mock.calls).toEqual([['Done!']])
		expect(move).not.toHaveBeenCalled()
		await pass(1400)
		expect(shown()).toEqual(['folder', 'open'])
		expect(runner.view.done).toBe(false)
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(2)
	})

	it('says that it was done before, and lets the person read on', async () => {
		fact.mockResolvedValue(true)
		await start('list').open()
		await runner.next()
		await pass(0)
		expect(runner.view).toMatchObject({ stepId: 'folder', already: true, done: false })
		expect(runner.isDoing).toBe(false)
		expect(around.announce.mock.calls).toEqual([['Already done!']])
		await pass(60_000)
		expect(runner.view.stepId).toBe('folder')
		await runner.next()
		expect(runner.view).toMatchObject({ stepId: 'open', already: false })
	})

	it('goes on when it came true while the page was away', async () => {
		fact.mockResolvedValue(true)
		await start('folder').open()
		await pass(0)
		expect(runner.view.done).toBe(true)
		await pass(1400)
		expect(runner.view.stepId).toBe('open')
	})

	it('waits for nothing that the person may not do', async () => {
		runner = new TourRunner(tour([step('folder', { anchor: 'new', allowed: false, ends: { on: 'fact', fact: 'files.folder-created' } }), step('end')]), at('folder', 3), around)
		await runner.open()
		await pass(10_000)
		expect(fact).not.toHaveBeenCalled()
		expect(runner.isDoing).toBe(false)
	})

	it('does not ask before the step is shown, nor when it was left meanwhile', async () => {
		const drawing = held<void>()
		around.show.mockReturnValueOnce(drawing.promise)
		const opened = start('folder').open()
		await pass(10_000)
		elsewhere(at('list', 4))
		drawing.resolve()
		await opened
		await pass(10_000)
		expect(fact).not.toHaveBeenCalled()
	})

	it('asks no longer when the step is left', async () => {
		await start('folder').open()
		await runner.back()
		await pass(60_000)
		expect(fact).not.toHaveBeenCalled()
	})

	it('asks with one voice when the step is opened twice at once', async () => {
		const drawing = held<void>()
		around.show.mockReturnValue(drawing.promise)
		start('folder')
		const opened = [runner.open(), runner.open()]
		drawing.resolve()
		await Promise.all(opened)
		await pass(4000)
		expect(fact).toHaveBeenCalledTimes(2)
		runner.dispose()
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(2)
	})

	it('can be skipped during the joy', async () => {
		await start('folder').open()
		fact.mockResolvedValue(true)
		await pass(0)
		await runner.next()
		await pass(60_000)
		expect(move).toHaveBeenCalledTimes(1)
		expect(shown()).toEqual(['folder', 'open'])
	})

	it('lets the person go on when the next step was refused after the joy', async () => {
		await start('folder').open()
		fact.mockResolvedValue(true)
		move.mockRejectedValueOnce(new ApiError('Not now.', 403))
		await pass(1400)
		expect(runner.view).toMatchObject({ stepId: 'folder', trouble: 'Not now.', done: false })
		await runner.next()
		expect(shown()).toEqual(['folder', 'open'])
	})

	it('follows when the question is answered with a conflict', async () => {
		await start('folder').open()
		fact.mockRejectedValueOnce(conflict(at('list', 8)))
		await pass(0)
		expect(shown()).toEqual(['folder', 'list'])
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(1)
	})
})

describe('other endings', () => {
	const NEXT = step('end')
	const begin = async (ends: Step['ends'], changes: Partial<Step> = {}) => {
		runner = new TourRunner(tour([step('one', { anchor: 'new', ends, ...changes }), NEXT]), at('one', 3), around)
		await runner.open()
	}
	const goesOn = async (milliseconds = 0) => {
		await pass(milliseconds)
		return runner.view.stepId === 'end'
	}

	it('choose: an entry of a menu is clicked', async () => {
		await begin({ on: 'choose' })
		find('#new').click()
		expect(await goesOn()).toBe(true)
	})

	it('type: something is written in the target, and the person pauses', async () => {
		around.targets.mockImplementation(() => [find('#name')])
		await begin({ on: 'type' })
		const field = find('#name') as HTMLInputElement
		field.dispatchEvent(new Event('input', { bubbles: true }))
		expect(await goesOn(5000)).toBe(false)
		field.value = 'A'
		field.dispatchEvent(new Event('input', { bubbles: true }))
		expect(await goesOn(1000)).toBe(false)
		field.dispatchEvent(new Event('input', { bubbles: true }))
		expect(await goesOn(1400)).toBe(false)
		expect(await goesOn(200)).toBe(true)
	})

	it('event: the bus of the page tells it', async () => {
		await begin({ on: 'event', events: ['files:favorites:added', 'files:favorites:removed'] })
		emit('files:list:updated' as never, {} as never)
		expect(await goesOn()).toBe(false)
		emit('files:favorites:removed' as never, {} as never)
		expect(await goesOn()).toBe(true)
	})

	it('page: the browser gets to the path', async () => {
		await begin({ on: 'page', path: '/apps/files/trashbin' })
		expect(await goesOn(1000)).toBe(false)
		goToPage('/apps/files/trashbin')
		expect(await goesOn(300)).toBe(true)
	})

	it('page: the click that led there took the page away before it could be stored', async () => {
		goToPage('/apps/photos')
		await begin({ on: 'page', path: '/apps/photos' })
		expect(await goesOn()).toBe(true)
		expect(around.travel).not.toHaveBeenCalledWith(expect.objectContaining({ id: 'one' }), expect.anything())
	})

	it('page: somebody who goes back while there is not sent on', async () => {
		runner = new TourRunner(tour([step('one', { ends: { on: 'page', path: '/apps/files/trashbin' } }), NEXT]), at('end', 3), around)
		goToPage('/apps/files/trashbin')
		await runner.open()
		await runner.back()
		expect(await goesOn(1000)).toBe(false)
		goToPage('/apps/files')
		await pass(300)
		goToPage('/apps/files/trashbin')
		expect(await goesOn(300)).toBe(true)
	})
})

describe('steps for some windows only', () => {
	const PHONE = step('phone', { device: 'phone' })
	const WIDE = step('wide', { device: 'wide' })

	it.each([[1024, ['one', 'wide', 'end']], [390, ['one', 'phone', 'end']]])('%i pixels', (width, ids) => {
		vi.stubGlobal('innerWidth', width)
		runner = new TourRunner(tour([step('one'), PHONE, WIDE, step('end')]), at('phone', 3), around)
		expect(runner.tour.steps.map(({ id }) => id)).toEqual(ids)
		expect(runner.step.id).toBe(ids[1])
	})
})

describe('dispose', () => {
	it('asks nothing, hears nothing, keeps no channel', async () => {
		await start('folder').open()
		runner.dispose()
		expect(channels.open.size).toBe(0)
		elsewhere(at('list', 4))
		emit('files:node:created' as never, {} as never)
		await pass(60_000)
		expect(fact).not.toHaveBeenCalled()
		expect(shown()).toEqual(['folder'])
		expect(around.hide).not.toHaveBeenCalled()
	})

	it('shows nothing more when a request that was under way passes', async () => {
		await start('welcome').open()
		const request = held<Progress>()
		move.mockReturnValueOnce(request.promise)
		const next = runner.next()
		runner.dispose()
		request.resolve(at('list', 4))
		await next
		expect(shown()).toEqual(['welcome'])
		expect(around.hide).not.toHaveBeenCalled()
	})

	it('shows nothing more when a request that was under way fails', async () => {
		await start('welcome').open()
		const request = held<Progress>()
		move.mockReturnValueOnce(request.promise)
		const next = runner.next()
		runner.dispose()
		request.reject(conflict(at('folder', 8)))
		await next
		expect(shown()).toEqual(['welcome'])
		expect(around.hide).not.toHaveBeenCalled()
	})

	it('starts no watch when the step was still being shown', async () => {
		const drawing = held<void>()
		around.show.mockReturnValueOnce(drawing.promise)
		const opened = start('folder').open()
		runner.dispose()
		drawing.resolve()
		await opened
		await pass(60_000)
		expect(fact).not.toHaveBeenCalled()
	})

	it('does not go on after the joy', async () => {
		await start('folder').open()
		fact.mockResolvedValue(true)
		await pass(0)
		expect(runner.view.done).toBe(true)
		runner.dispose()
		await pass(60_000)
		expect(move).not.toHaveBeenCalled()
	})
})
