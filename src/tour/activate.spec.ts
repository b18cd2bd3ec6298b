/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../shared/api.ts'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { activate } from './activate.ts'
import { director } from './director.ts'
import { play } from './play.ts'
import { step, tour } from './testing.ts'

const server = fakeServer()
const plays = vi.spyOn(director, 'play')
const proposes = vi.spyOn(director, 'propose')

const TOUR = tour([step('welcome')])

beforeEach(() => {
	plays.mockReset().mockResolvedValue()
	proposes.mockReset().mockResolvedValue()
	server.answer('get', '/tours/files-first-steps', TOUR)
})

describe('activate', () => {
	it('goes on with a running tour, without taking the person to another page', async () => {
		await activate('files-first-steps', 'resume')
		expect(plays.mock.calls).toEqual([[TOUR, false, false]])
		expect(proposes).not.toHaveBeenCalled()
	})

	it.each(['offer', 'continue'] as const)('asks first: %s', async (mode) => {
		await activate('files-first-steps', mode)
		expect(proposes.mock.calls).toEqual([[TOUR, mode]])
		expect(plays).not.toHaveBeenCalled()
	})

	it.each([
		['is not well', () => server.refuse('get', '/tours/files-first-steps', 503, DOWN)],
		['does not know the tour any more', () => server.refuse('get', '/tours/files-first-steps', 404, { error: 'not_found', message: 'No such tour.' })],
		['cannot be reached', () => server.cut('get', '/tours/files-first-steps')],
		['does not take the start', () => plays.mockRejectedValue(new ApiError(DOWN.message, 503))],
	])('leaves the page in peace when the server %s', async (_, prepare) => {
		prepare()
		const before = document.body.innerHTML
		await expect(activate('files-first-steps', 'resume')).resolves.toBeUndefined()
		expect(document.body.innerHTML).toBe(before)
	})

	it('hides no fault of our own', async () => {
		plays.mockRejectedValue(new TypeError('x is not a function'))
		await expect(activate('files-first-steps', 'resume')).rejects.toThrow(TypeError)
	})
})

describe('play', () => {
	it.each([true, false])('starts the tour that was asked for; again: %s', async (again) => {
		await play('files-first-steps', { again })
		expect(plays.mock.calls).toEqual([[TOUR, again]])
	})

	it('has a sentence for the person when it cannot', async () => {
		server.refuse('get', '/tours/files-first-steps', 503, DOWN)
		await expect(play('files-first-steps', { again: false })).rejects.toMatchObject({ name: 'ApiError', message: DOWN.message })
	})
})
