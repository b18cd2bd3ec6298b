/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { InjectionKey, Ref } from 'vue'

import { ref } from 'vue'
import { ApiError } from '../../shared/api.ts'
import { t } from '../../shared/l10n.ts'

export interface Password {
	isAsked: Ref<boolean>
	/** Runs the task; asks for the password first where the server wants it confirmed. */
	guard<T>(task: () => Promise<T>): Promise<T>
	/** What the dialog says: whether the password was confirmed. */
	end(isConfirmed: boolean): void
}

export const PASSWORD: InjectionKey<Password> = Symbol('password')

/** What is decided in the name of a space needs the password once more, unless it was given in the last half hour. */
export function usePassword(): Password {
	const isAsked = ref(false)
	let settle: (isConfirmed: boolean) => void = () => {}

	function end(isConfirmed: boolean): void {
		isAsked.value = false
		settle(isConfirmed)
	}

	async function guard<T>(task: () => Promise<T>): Promise<T> {
		try {
			return await task()
		} catch (error) {
			// What the app itself refuses has a code; without one, it is the platform that wants the password.
			if (!(error instanceof ApiError) || error.status !== 403 || error.code !== undefined) {
				throw error
			}
			const isConfirmed = await new Promise<boolean>((resolve) => {
				settle = resolve
				isAsked.value = true
			})
			if (!isConfirmed) {
				throw new ApiError(t('Nothing was changed: the password was not confirmed.'), 403)
			}
			return task()
		}
	}

	return { isAsked, guard, end }
}
