/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { getLanguage, register, translate } from '@nextcloud/l10n'

const APP = 'compagnon'
let loaded: Promise<void> | undefined

/**
 * Loads the app's sentences in the person's language. They travel with the feature that needs them, not with every
 * page of the space; English is the source and needs nothing.
 */
export function loadTexts(): Promise<void> {
	loaded ??= getLanguage().toLowerCase().startsWith('fr') ? loadFrench() : Promise.resolve()
	return loaded
}

async function loadFrench(): Promise<void> {
	try {
		const { default: french } = await import('../../l10n/fr.json')
		register(APP, french.translations)
	} catch {
		// Without a connection: better in English than not at all, and asked for again the next time.
		loaded = undefined
	}
}

/**
 * @param sentence English source, as in l10n/fr.json
 * @param values for `{name}` in the sentence; the result is text, never HTML
 */
export function t(sentence: string, values: Record<string, string | number> = {}): string {
	return translate(APP, sentence, values, undefined, { escape: false, sanitize: false })
}
