/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/*
 * Small on purpose: the library for this would bring an HTML sanitizer along, and none of these sentences is HTML. It
 * would be a third of what a tour loads.
 */

interface Texts {
	translations: Record<string, string>
}

let sentences: Record<string, string> = {}
let loaded: Promise<void> | undefined

/**
 * Loads the sentences of tours and help in the person's language. They travel with what needs them, not with every page of
 * the space; English is the source and needs nothing.
 */
export function loadTexts(): Promise<void> {
	return loadOnce(() => import('../../l10n/fr.json?light'))
}

/** Loads the sentences of our own pages, those of tours and help among them. */
export function loadAllTexts(): Promise<void> {
	loaded = undefined
	return loadOnce(() => import('../../l10n/fr.json'))
}

function loadOnce(french: () => Promise<{ default: Texts }>): Promise<void> {
	loaded ??= document.documentElement.lang.toLowerCase().startsWith('fr') ? take(french) : Promise.resolve()
	return loaded
}

async function take(french: () => Promise<{ default: Texts }>): Promise<void> {
	try {
		const { default: { translations } } = await french()
		sentences = { ...sentences, ...translations }
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
