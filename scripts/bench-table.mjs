/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Makes build/bench.json of the lines that a bench run wrote, and prints them as a table:
//   node scripts/bench-table.mjs LINES JSON

import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'

const [lines, json] = process.argv.slice(2)
const figures = readFileSync(lines, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
writeFileSync(json, JSON.stringify(figures, null, '\t') + '\n')

const rows = [
	['figure', 'value', 'unit', 'host', 'beside'],
	...figures.map(({ figure, value, unit, host, beside }) => [figure, String(value), unit, host, beside === null ? '-' : `${beside.value} (${beside.name})`]),
]
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
for (const row of rows) {
	console.log(row.map((cell, column) => (column === 1 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd())
}
