/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Guide, TransferSettings } from '../../shared/types.ts'

import { call } from '../../shared/api.ts'

/** What is stored besides the clients, each of which has its own request. */
export type SpaceTransfer = Omit<TransferSettings, 'clients'>

/** The requests of the settings of moving in; all of them throw ApiError. */
export const transferAdmin = {
	settings: () => call<TransferSettings>('GET', '/admin/transfer'),
	update: (settings: SpaceTransfer) => call<TransferSettings>('PUT', '/admin/transfer', settings),
	/** @param secret null keeps the one that is there */
	client: (source: string, id: string, secret: string | null) => call<TransferSettings>('PUT', '/admin/transfer/clients/' + encodeURIComponent(source), { id, secret }),
	guides: () => call<{ guides: Guide[] }>('GET', '/admin/transfer/guides').then(({ guides }) => guides),
}
