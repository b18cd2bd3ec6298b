/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Text } from './office.ts'

/** Latin-1 is what the built-in fonts of PDF show without more ado. */
function shown(line: string): string {
	return line.replace(/[’‘]/g, '\'').replace(/[–—]/g, '-').replace(/[^\x20-\xff]/g, '?').replace(/[\\()]/g, '\\$&')
}

/** A small valid PDF of one page. */
export function pdf({ title, lines, stamp }: Text): Buffer {
	const written = [title, '', ...lines].map((line) => `(${shown(line)}) Tj T*`).join('\n')
	const stream = `BT /F1 12 Tf 16 TL 50 790 Td\n${written}\nET`
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
	]
	let body = `%PDF-1.4\n%\xe2\xe3\xcf\xd3\n${stamp === undefined ? '' : `% ${stamp}\n`}`
	const offsets = objects.map((object, index) => {
		const offset = body.length
		body += `${index + 1} 0 obj\n${object}\nendobj\n`
		return `${String(offset).padStart(10, '0')} 00000 n \n`
	})
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
	const end = `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
	return Buffer.from(body + end, 'latin1')
}
