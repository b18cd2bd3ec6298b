/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Language } from './files.ts'

interface Rule {
	/** What must not be found. */
	pattern: RegExp
	says: string
}

const word = (words: string) => new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?!\p{L})`, 'iu')

const PLAIN: Rule[] = [
	{ pattern: /[<>]/, says: 'It has < or >. Words are plain text: leave them out.' },
	{ pattern: /'/, says: 'It has a straight apostrophe. Write ’.' },
	{ pattern: /"/, says: 'It has straight quotes. Write « » in French, “ ” in English.' },
	{ pattern: /\.\.\./, says: 'It has three dots. Write ….' },
	{ pattern: /^\s|\s$/, says: 'It begins or ends with a space. Take it away.' },
	{ pattern: /[ \t]{2}|\t|\r|[ \t]\n|\n[ \t]|\n{3}/, says: 'It has spaces or lines that nobody sees. One space between words, one blank line between paragraphs.' },
]

export const TONE: Record<Language, Rule[]> = {
	fr: [
		...PLAIN,
		{ pattern: /(?<![\u00A0\u202F!?])[:;!?](?!\w)|(?<![\u00A0\u202F])»/u, says: 'A no-break space is missing before : ; ! ? or ». Put one (U+00A0) there.' },
		{ pattern: /«(?![\u00A0\u202F])/u, says: 'A no-break space is missing after «. Put one (U+00A0) there.' },
		{ pattern: word('il (?:ne |n’)?(?:me |te |nous |vous |leur |lui )?(?:faut|faudra|faudrait)|faut-il|faudra-t-il|tu dois|vous devez|obligatoires?|obligatoirement|n’oubliez pas|n’oublie pas|vous auriez dû|tu aurais dû|devriez'), says: 'It orders people about or blames them. Say what can be done, and what it is good for.' },
		{ pattern: word('serveurs?|instances?|fédérée?s?|onboarding|utilisateurs?|utilisatrices?|utilisateur⋅ices?|logs?|backup|cloud|plateformes?|workflow|synchroniser les métadonnées|métadonnées'), says: 'It has a word that few know or that is not ours. Say espace, compte, dossier, lien, agenda, membre.' },
		{ pattern: word('scores?|badges?|chronos?|chronomètres?'), says: 'It counts or ranks. Nothing is counted, ranked or timed here.' },
	],
	en: [
		...PLAIN,
		{ pattern: word('you must|you have to|you need to|you should have|mandatory|don’t forget|do not forget'), says: 'It orders people about or blames them. Say what can be done, and what it is good for.' },
		{ pattern: word('servers?|(?<!for )instances?|federated|onboarding|users?|backend|cloud|workflow|metadata'), says: 'It has a word that few know or that is not ours. Say space, account, folder, link, calendar, member.' },
		{ pattern: word('scores?|leaderboards?|badges?|stopwatch'), says: 'It counts or ranks. Nothing is counted, ranked or timed here.' },
	],
}
