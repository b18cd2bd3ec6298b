/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import TransferPage from './transfer/TransferPage.vue'
import { mountPage } from './shared/mountPage.ts'

mountPage(TransferPage, 'compagnon-transfer')
