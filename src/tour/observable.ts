/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * @param state plain values
 * @param changed is called once after one or more of them have been given other values
 * @return the same values; setting one tells of the change
 */
export function observable<T extends object>(state: T, changed: () => void): T {
	let told = false
	return new Proxy(state, {
		set(values, name, value) {
			if (!Object.is(Reflect.get(values, name), value)) {
				Reflect.set(values, name, value)
				if (!told) {
					told = true
					void Promise.resolve().then(() => {
						told = false
						changed()
					})
				}
			}
			return true
		},
	})
}
