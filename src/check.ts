/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import CheckPage from './check/CheckPage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(CheckPage, 'compagnon-check')
