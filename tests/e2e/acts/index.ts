/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { TourActs } from './act.ts'

/** What people do in the tours, by id of the tour. */
export const acts: Record<string, TourActs> = {}
