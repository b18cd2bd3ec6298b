/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import PersonalPage from './personal/PersonalPage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(PersonalPage, 'compagnon-personal')
