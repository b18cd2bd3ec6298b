/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/**
 * Runs a task unless another tab of this browser is at it. Where the browser has no locks (pages that are not secure),
 * the task runs: the server lets only one of them work anyway.
 *
 * @return undefined when another tab is at it
 */
export async function alone<T>(name: string, task: () => Promise<T>): Promise<T | undefined> {
	const locks = (navigator as Partial<Navigator>).locks
	if (locks === undefined) {
		return task()
	}
	return locks.request(name, { ifAvailable: true }, async (lock) => lock === null ? undefined : task())
}
