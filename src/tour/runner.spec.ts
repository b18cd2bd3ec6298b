/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Progress } from '../shared/types.ts'
import type { Surroundings } from './runner.ts'

import { emit } from '@nextcloud/event-bus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, ApiError } from '../shared/api.ts'
import { TourRunner } from './runner.ts'
import { at, fakeChannels, goToPage, held, step, tour } from './testing.ts'

import '../shared/testing/page.ts'

const STEPS = [
	step('welcome'),
	step('list', { anchor: 'new' }),
	step('folder', { anchor: 'new', ends: { on: 'fact', fact: 'files.folder-created', signals: ['files:node:created'] } }),
	step('open', { anchor: 'new', ends: { on: 'click' } }),
	step('agenda', { page: { app: 'calendar', path: '/apps/calendar' } }),
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
	let revision = 3
	move.mockImplementation(async (_, id) => at(id, ++revision))
	pause.mockImplementation(async () => at('list', ++revision, 'paused'))
	finish.mockImplementation(async () => at('end', ++revision, 'finished'))
	fact.mockResolvedValue(false)
})
afterEach(() => {
	runner.dispose()
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
		expect(runner.index.value).toBe(1)
		expect(runner.isLast.value).toBe(false)
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
		expect(runner.isLast.value).toBe(true)
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
		await runner.clicked()
		expect(move).not.toHaveBeenCalled()
		runner.dispose()
		await start('open').open()
		await Promise.all([runner.clicked(), runner.clicked()])
		expect(move.mock.calls).toEqual([['files-first-steps', 'agenda', 3]])
	})
})

describe('when it cannot be stored', () => {
	it.each([
		['next', move],
		['leave', pause],
	] as const)('keeps the step, says so, and can be tried again: %s', async (act, request) => {
		await start('welcome').open()
		request.mockRejectedValueOnce(DOWN)
		await runner[act]()
		expect(runner.view).toMatchObject({ stepId: 'welcome', trouble: DOWN.message, busy: false })
		expect(around.hide).not.toHaveBeenCalled()
		await runner.next()
		expect(runner.view).toMatchObject({ stepId: 'list', trouble: '' })
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
		fact.mockResolvedValue(true)
		emit('files:node:created' as never, {} as never)
		await pass(300)
		expect(fact.mock.calls).toEqual([['files-first-steps', 'folder']])
		expect(runner.view.done).toBe(true)
		expect(around.announce.mock.calls).toEqual([['Done!']])
		expect(move).not.toHaveBeenCalled()
		await pass(1400)
		expect(shown()).toEqual(['folder', 'open'])
		expect(runner.view.done).toBe(false)
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(1)
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
		expect(fact).toHaveBeenCalledTimes(1)
		runner.dispose()
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(1)
	})

	it('can be skipped during the joy', async () => {
		await start('folder').open()
		fact.mockResolvedValue(true)
		await pass(4000)
		await runner.next()
		await pass(60_000)
		expect(move).toHaveBeenCalledTimes(1)
		expect(shown()).toEqual(['folder', 'open'])
	})

	it('lets the person go on when the next step could not be stored after the joy', async () => {
		await start('folder').open()
		fact.mockResolvedValue(true)
		move.mockRejectedValueOnce(DOWN)
		await pass(4000 + 1400)
		expect(runner.view).toMatchObject({ stepId: 'folder', trouble: DOWN.message, done: false })
		await runner.next()
		expect(shown()).toEqual(['folder', 'open'])
	})

	it('follows when the question is answered with a conflict', async () => {
		await start('folder').open()
		fact.mockRejectedValueOnce(conflict(at('list', 8)))
		await pass(4000)
		expect(shown()).toEqual(['folder', 'list'])
		await pass(60_000)
		expect(fact).toHaveBeenCalledTimes(1)
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
		await pass(4000)
		expect(runner.view.done).toBe(true)
		runner.dispose()
		await pass(60_000)
		expect(move).not.toHaveBeenCalled()
	})
})
