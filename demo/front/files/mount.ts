/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { createApp } from 'vue'
import FilesPage from './FilesPage.vue'

export function mountFiles(element: HTMLElement): void {
	createApp(FilesPage).mount(element)
}
