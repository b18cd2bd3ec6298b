/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Check, ContentFault, Failure, Me, PlannedTour, Progress, SpaceSettings, StepSeen, Tour, TourRoom, TourSummary } from './types.ts'

import { getRequestToken } from '@nextcloud/auth'
import { generateOcsUrl } from '@nextcloud/router'
import { t } from './l10n.ts'

/** A request that failed; the message is a sentence for the person. */
export class ApiError extends Error {
	/**
	 * @param message sentence that says what happened and what to do
	 * @param status HTTP status; 0 when the server was not reached
	 * @param field the field that was refused
	 * @param progress what is true on the server, when somebody else was faster (409)
	 * @param code what the app calls it; none when the platform around it has refused
	 * @param said all that the app answered
	 */
	constructor(
		message: string,
		readonly status: number,
		readonly field?: string,
		readonly progress?: Progress,
		readonly code?: string,
		readonly said: Partial<Failure> = {},
	) {
		super(message)
		this.name = 'ApiError'
	}

	/** Whether the same request may pass later: no network, or a server that is busy or ill. */
	get passing(): boolean {
		return this.status === 0 || this.status === 429 || this.status >= 500
	}
}

/** Characters; four of their bytes each stay below the 64 KiB that browsers allow. */
const KEEPALIVE_LENGTH = 16_000

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Envelope<T> {
	ocs?: { data: T }
}

/**
 * One request to the app; a feature that is not on every page keeps its own list of them.
 *
 * @param path below /api/v1
 */
export async function call<T>(method: Method, path: string, data?: object): Promise<T> {
	const response = await request(method, path, data)
	const answer = await response.json().catch(() => null) as Envelope<T & Partial<Failure>> | null
	if (!response.ok) {
		const said: Partial<Failure> = answer?.ocs?.data ?? {}
		throw new ApiError(said.message ?? sentenceFor(response.status), response.status, said.field, said.progress, said.error, said)
	}
	if (answer?.ocs === undefined) {
		throw new ApiError(t('The server gave an answer that cannot be read. Try again in a moment.'), 502)
	}
	return answer.ocs.data
}

async function request(method: Method, path: string, data?: object): Promise<Response> {
	const body = data === undefined ? undefined : JSON.stringify(data)
	try {
		return await fetch(generateOcsUrl('/apps/compagnon/api/v1' + path), {
			method,
			headers: {
				Accept: 'application/json',
				'OCS-APIRequest': 'true',
				requesttoken: getRequestToken() ?? '',
				...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
			},
			body,
			// A click that leads to another page must not lose what it has stored. Browsers refuse that for long texts.
			keepalive: method !== 'GET' && (body?.length ?? 0) < KEEPALIVE_LENGTH,
		})
	} catch {
		throw new ApiError(t('The server cannot be reached. Check your connection, then try again.'), 0)
	}
}

function sentenceFor(status: number): string {
	switch (status) {
		case 401:
			return t('You are no longer logged in. Reload the page and log in again.')
		case 403:
		case 412:
			return t('You may not do this here. Reload the page, or ask whoever looks after your space.')
		case 404:
			return t('This is not here any more. Reload the page.')
		case 429:
			return t('That was a lot at once. Wait a minute, then try again.')
		default:
			return t('Something went wrong on the server. Try again in a moment.')
	}
}

const tour = (id: string) => '/tours/' + encodeURIComponent(id)

/** The requests of tours and settings, one function each; all of them throw ApiError. */
export const api = {
	tours: () => call<{ tours: TourSummary[], rooms: TourRoom[], contact: string }>('GET', '/tours'),
	tour: (id: string) => call<Tour>('GET', tour(id)),
	offered: (id: string) => call<Progress>('POST', tour(id) + '/offered'),
	start: (id: string, again = false) => call<Progress>('POST', tour(id) + '/start', { again }),
	move: (id: string, step: string, revision: number) => call<Progress>('PUT', tour(id) + '/step', { step, revision }),
	pause: (id: string, revision: number) => call<Progress>('POST', tour(id) + '/pause', { revision }),
	finish: (id: string, revision: number) => call<Progress>('POST', tour(id) + '/finish', { revision }),
	snooze: (id: string, days: number) => call<Progress>('POST', tour(id) + '/snooze', { days }),
	refuse: (id: string) => call<Progress>('POST', tour(id) + '/refuse'),
	fact: (id: string, step: string) => call<{ holds: boolean }>('GET', `${tour(id)}/steps/${encodeURIComponent(step)}/fact`).then(({ holds }) => holds),
	missing: (id: string, step: string) => call<object>('POST', `${tour(id)}/steps/${encodeURIComponent(step)}/missing`),

	me: () => call<Me>('GET', '/me'),
	updateMe: (me: Me) => call<Me>('PUT', '/me', me),
	myData: () => call<object>('GET', '/me/data'),
	forgetMe: () => call<{ erased: number }>('DELETE', '/me/data'),

	spaceSettings: () => call<SpaceSettings>('GET', '/admin/settings'),
	updateSpaceSettings: (settings: SpaceSettings) => call<SpaceSettings>('PUT', '/admin/settings', settings),
	check: () => call<Check>('GET', '/admin/check'),
	checkPlan: () => call<{ tours: PlannedTour[] }>('GET', '/admin/check/plan').then(({ tours }) => tours),
	storeCheck: (results: StepSeen[]) => call<Check>('PUT', '/admin/check', { results }),
	content: () => call<{ tours: number, faults: ContentFault[] }>('GET', '/admin/content'),
}
