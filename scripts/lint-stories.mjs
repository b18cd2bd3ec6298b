/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What keeps stories from being shipped; exits 1 when there is something:
//   npm run lint:stories                                  all of resources/stories
//   npm run lint:stories resources/stories/first-week     some, as folders or their story.json

import { join } from 'node:path'
import process from 'node:process'
import { runnerImport } from 'vite'

const root = join(import.meta.dirname, '..')
const { module } = await runnerImport(join(root, 'src/adventure/lint/lintFiles.ts'), { root, configFile: false, logLevel: 'error' })
const { lines, isFine } = module.lintFiles(process.argv.slice(2), join(root, 'resources'))
console.log(lines.join('\n'))
process.exit(isFine ? 0 : 1)
