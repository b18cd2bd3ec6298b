/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import SurveyPage from './survey/SurveyPage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(SurveyPage, 'compagnon-survey')
