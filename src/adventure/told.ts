/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Windows tell each other here that a game went on. */
export const gamesChannel = 'compagnon-adventure'
