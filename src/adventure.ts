/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import AdventurePage from './adventure/page/AdventurePage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(AdventurePage, 'compagnon-adventure')
