/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { APIResponse, Page } from '@playwright/test'

/**
 * What the app's API answers to whoever is logged in on the page.
 *
 * @param path below /api/v1
 */
export function ask(page: Page, path: string): Promise<APIResponse> {
	return page.request.get(`/ocs/v2.php/apps/compagnon/api/v1${path}`, { headers: { 'OCS-APIRequest': 'true', Accept: 'application/json' } })
}
