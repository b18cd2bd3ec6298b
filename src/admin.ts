/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import AdminPage from './admin/AdminPage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(AdminPage, 'compagnon-admin')
