/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { asciiJson } from './arguments.ts'

test('everything from 0x7F on is escaped, by UTF-16 units', () => {
	expect(asciiJson({ path: '/Été \u{7f}🌻~"\\' })).toBe(String.raw`{"path":"/\u00c9t\u00e9 \u007f\ud83c\udf3b~\"\\"}`)
	expect(JSON.parse(asciiJson('é🌻\u{7f}'))).toBe('é🌻\u{7f}')
})
