/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { visitsOf } from './plan.ts'
import { planned, plannedTour } from './testing.ts'

const PHOTOS = { app: 'photos', path: '/apps/photos', exact: false }

describe('visitsOf', () => {
	it('opens each page once at each width, for all tours together', () => {
		const visits = visitsOf([
			plannedTour([planned('a'), planned('b', { page: PHOTOS }), planned('c')]),
			plannedTour([planned('a')], { id: 'photos' }),
		])
		expect(visits.map(({ device, path, aims }) => [device, path, aims.map(({ tour, step }) => `${tour} ${step}`)])).toEqual([
			['wide', '/apps/files', ['files-first-steps a', 'files-first-steps c', 'photos a']],
			['wide', '/apps/photos', ['files-first-steps b']],
			['phone', '/apps/files', ['files-first-steps a', 'files-first-steps c', 'photos a']],
			['phone', '/apps/photos', ['files-first-steps b']],
		])
	})

	it('leaves out steps that point at nothing, and pages of which nobody wants anything', () => {
		expect(visitsOf([plannedTour([planned('a', { anchor: null })])])).toEqual([])
	})

	it('looks for steps of one kind of window in that one only', () => {
		const visits = visitsOf([plannedTour([planned('a', { device: 'phone' }), planned('b', { device: 'wide' })])])
		expect(visits.map(({ device, aims }) => [device, aims.map(({ step }) => step)])).toEqual([['wide', ['b']], ['phone', ['a']]])
	})

	it('has nothing to do without tours', () => {
		expect(visitsOf([])).toEqual([])
	})
})
