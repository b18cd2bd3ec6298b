/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Action } from '../../shared/useAction.ts'

import { useAction } from '../../shared/useAction.ts'
import { transfer } from '../api.ts'

/** Leads the person's browser to a provider; the page comes back with `?connected=` or `?problem=`. */
export function useConnect(leave: (url: string) => void = (url) => window.location.assign(url)): Pick<Action, 'busy' | 'sentence'> & { connect(source: string): Promise<void> } {
	const { busy, sentence, run } = useAction()

	async function connect(source: string): Promise<void> {
		await run(async () => leave(await transfer.connect(source)))
	}

	return { busy, sentence, connect }
}
