/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import HomePage from './home/HomePage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(HomePage, 'compagnon-main')
