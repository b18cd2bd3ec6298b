/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A part of the sentences, made by texts.config.ts. */
declare module '*/l10n/fr.json?light' {
	const texts: { translations: Record<string, string> }
	export default texts
}
