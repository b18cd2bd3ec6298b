/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Person } from '../core/account.ts'

function person(name: string, email: string, role: Person['role'] = 'owner'): Person {
	return { name, email, role, type: 'user' }
}

export const ASSOCIATION = person('Les Jardins partagés du Moulin', 'contact@jardins-du-moulin.example')
export const LOU = person('Lou Berthier', 'lou@jardins-du-moulin.example', 'writer')
export const NADIA = person('Nadia Hamel', 'nadia.hamel@courriel.example', 'reader')
export const BRUNO = person('Bruno Le Goff', 'bruno@courriel.example', 'commenter')
export const BOARD: Person = { name: 'Bureau', email: 'bureau@jardins-du-moulin.example', role: 'writer', type: 'group' }
export const LINK: Person = { name: '', email: '', role: 'reader', type: 'anyone' }
export const MAIRIE = person('Mairie, vie associative', 'associations@mairie.example')
