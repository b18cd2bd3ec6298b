/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { call } from '../http.ts'

export interface Settings {
	id: string
	name: string
	email: string
	language: string
	/** path of the picture; null without one */
	picture: string | null
	secondFactor: boolean
	devices: { id: number, name: string, madeAt: number }[]
	/** of the device that was just added, the one time that it is told */
	password: string | null
}

const set = (what: string, body: object) => call<Settings>('POST', `settings/${what}`, { body })

/** Every request of the personal settings; all answer with the settings as they are then. */
export const api = {
	get: () => call<Settings>('GET', 'settings'),
	setName: (name: string) => set('name', { name }),
	setEmail: (email: string) => set('email', { email }),
	setLanguage: (language: string) => set('language', { language }),
	setSecondFactor: (on: boolean) => set('second-factor', { on }),
	setPicture: (picture: Blob) => call<Settings>('PUT', 'settings/picture', { body: picture }),
	removePicture: () => call<Settings>('DELETE', 'settings/picture'),
	addDevice: (name: string) => set('devices', { name }),
	removeDevice: (id: number) => call<Settings>('DELETE', `settings/devices/${id}`),
}
