/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Small on purpose: the library for this would bring an HTML sanitizer along, and none of these sentences is HTML. It
 * would be a third of what a tour loads.
 */

let sentences: Record<string, string> = {}
let loaded: Promise<void> | undefined

/**
 * Loads the app's sentences in the person's language. They travel with the feature that needs them, not with every
 * page of the space; English is the source and needs nothing.
 */
export function loadTexts(): Promise<void> {
	loaded ??= document.documentElement.lang.toLowerCase().startsWith('fr') ? loadFrench() : Promise.resolve()
	return loaded
}

async function loadFrench(): Promise<void> {
	try {
		const { default: french } = await import('../../l10n/fr.json')
		sentences = french.translations
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
	return (sentences[sentence] ?? sentence).replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole))
}
