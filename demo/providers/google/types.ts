/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

export const PREFIX = 'application/vnd.google-apps.'
export const FOLDER = `${PREFIX}folder`
export const SHORTCUT = `${PREFIX}shortcut`

const ML = 'application/vnd.openxmlformats-officedocument'
const OD = 'application/vnd.oasis.opendocument'

interface Format {
	/** As export links name it, and as files end. */
	ending: string
	type: string
}

export const FORMATS: Record<string, Format> = {
	docx: { ending: 'docx', type: `${ML}.wordprocessingml.document` },
	xlsx: { ending: 'xlsx', type: `${ML}.spreadsheetml.sheet` },
	pptx: { ending: 'pptx', type: `${ML}.presentationml.presentation` },
	odt: { ending: 'odt', type: `${OD}.text` },
	ods: { ending: 'ods', type: 'application/x-vnd.oasis.opendocument.spreadsheet' },
	odsPlain: { ending: 'ods', type: `${OD}.spreadsheet` },
	odp: { ending: 'odp', type: `${OD}.presentation` },
	rtf: { ending: 'rtf', type: 'application/rtf' },
	pdf: { ending: 'pdf', type: 'application/pdf' },
	txt: { ending: 'txt', type: 'text/plain' },
	zip: { ending: 'zip', type: 'application/zip' },
	epub: { ending: 'epub', type: 'application/epub+zip' },
	md: { ending: 'md', type: 'text/markdown' },
	csv: { ending: 'csv', type: 'text/csv' },
	tsv: { ending: 'tsv', type: 'text/tab-separated-values' },
	png: { ending: 'png', type: 'image/png' },
	jpeg: { ending: 'jpeg', type: 'image/jpeg' },
	svg: { ending: 'svg', type: 'image/svg+xml' },
	json: { ending: 'json', type: 'application/vnd.google-apps.script+json' },
	mp4: { ending: 'mp4', type: 'video/mp4' },
}

/** What each of Google's own kinds of document can become; the others cannot be exported. */
const EXPORTS: Record<string, string[]> = {
	document: ['docx', 'odt', 'rtf', 'pdf', 'txt', 'zip', 'epub', 'md'],
	spreadsheet: ['xlsx', 'ods', 'odsPlain', 'pdf', 'csv', 'tsv', 'zip'],
	presentation: ['pptx', 'odp', 'pdf', 'txt', 'png', 'jpeg', 'svg'],
	drawing: ['svg', 'pdf', 'png', 'jpeg'],
	script: ['json'],
	vid: ['mp4'],
}

/** By type, in which formats a native comes. */
export function exportFormats(native: string): Format[] {
	return (EXPORTS[native] ?? []).flatMap((name) => FORMATS[name] ?? [])
}

/** As `about` tells it. */
export function allExportFormats(): Record<string, string[]> {
	return Object.fromEntries(Object.keys(EXPORTS).map((native) => [PREFIX + native, exportFormats(native).map(({ type }) => type)]))
}
