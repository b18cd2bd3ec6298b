/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from '../core/content.ts'

import { pattern } from '../core/content.ts'
import { remember } from '../core/hashes.ts'

/** Computed once: it takes half a minute, and the first listing has to come at once. */
const HASHES = [
	{
		md5: '5c8bdeac00930a942df4cc1379e29d7b',
		sha1: '331b03d24082310a2da482935b24884f2a9f8dc4',
		sha256: 'd3de907c0b9e44be35992dee51dd101fa85e774fd8f69aaa16bad91367d9e2e1',
		content_hash: '30fdd0980a10c75f0d57b2036d930b3ba199a058bea597d819ad7b1adfdb63dc',
	},
	{
		md5: 'aed612cc4e572297def31990dd0be049',
		sha1: '42ce653bbe0cdd8b6255b96a04c07619f5927fb5',
		sha256: 'fc56c92c1660df9efb4dc0763c66249ee19f0911b8130d658eddc60762b254b8',
		content_hash: 'a3383740d4962bed115618dc2019accdb5db3642c44b2e3687312b5c4168a561',
	},
	{
		md5: 'fa9717890bbca43c76f0728af5c63530',
		sha1: '50c97d846b298590fcbe1fe7b2d7e9a96d54df81',
		sha256: 'f55d7eab5d7c33918e26d6d28fd713cf2959f7ab5710700a547bb203cb827187',
		content_hash: '36cf0fc590496184e9ed08f54002e6f7c6707f9f74ddb54c2a1fb9980d220e14',
	},
	{
		md5: 'e17fb7026378bf6f793706025b3ca9d8',
		sha1: 'afbfc4a383e73bde6e3a9fb1c33a8075f42f2d3d',
		sha256: '5a2394f26c3a16cf0814a28c2df867e622e0b7aa50273d85f9c191a1bae7bd9c',
		content_hash: '483fb5a9e0f5535e95b041bce9310c164bbd52653b44c5b85dbfb4acbe9054c4',
	},
]

/** Four times 1 GB, the same for every seed. */
export function largeContents(): Content[] {
	return HASHES.map((hashes, index) => remember(pattern(`large/${index}`, 1_000_000_000), hashes))
}
