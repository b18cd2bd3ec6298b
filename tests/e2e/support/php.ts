/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CONSOLE = join(import.meta.dirname, '../../../demo/console')

/** Whose it is besides one's own surroundings, and where it runs. */
interface Surroundings {
	env?: Record<string, string>
	cwd?: string
}

/**
 * Runs a PHP program.
 *
 * @param args its file, and what it is told
 * @return what it said; when it ends badly, the error has that and its exit code as `stdout` and `code`
 */
export async function php(args: string[], { env = {}, cwd }: Surroundings = {}): Promise<string> {
	try {
		const { stdout } = await promisify(execFile)('php', args, { cwd, env: { ...process.env, ...env } })
		return stdout
	} catch (error) {
		const { message, code, stdout = '' } = error as Error & { code?: number, stdout?: string }
		// What went wrong is said on either of both.
		throw Object.assign(new Error(`${message}\n${stdout}`, { cause: error }), { code, stdout })
	}
}

/** Runs a command of the demo space. */
export function demoConsole(args: string[], env: Record<string, string> = {}): Promise<string> {
	return php([CONSOLE, ...args], { env })
}
