/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from '../../shared/useAction.ts'

import { useAction } from '../../shared/useAction.ts'
import { transfer } from '../api.ts'
import { comeBackTo } from '../back.ts'

export interface Connecting extends Pick<Action, 'busy' | 'sentence'> {
	/** @param back id of a run to come back to; a new one is begun without */
	connect(source: string, back?: string): Promise<void>
}

/** Leads the person's browser to a provider; the page comes back with `?connected=` or `?problem=`. */
export function useConnect(leave: (url: string) => void = (url) => window.location.assign(url)): Connecting {
	const { busy, sentence, run } = useAction()

	async function connect(source: string, back?: string): Promise<void> {
		await run(async () => {
			const url = await transfer.connect(source)
			comeBackTo(back)
			leave(url)
		})
	}

	return { busy, sentence, connect }
}
