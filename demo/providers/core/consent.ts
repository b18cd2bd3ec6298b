/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Authority } from './oauth.ts'
import type { Reply, WireRequest } from './wire.ts'

import { redirectTo } from './oauth.ts'
import { form, html } from './wire.ts'

export interface Words {
	fr: string
	en: string
}

export interface ConsentRequest {
	provider: string
	colour: string
	user: string
	/** Technical name of each scope that is asked for. */
	scopes: string[]
	/** What each scope is in plain words. */
	words: Record<string, Words>
}

const PAGE = {
	title: { fr: '{provider} : autoriser Compagnon ?', en: '{provider}: allow Compagnon?' },
	stand: { fr: 'Page d’essai : ceci n’est pas {provider}. Rien ne quitte cet ordinateur.', en: 'Test page: this is not {provider}. Nothing leaves this computer.' },
	who: { fr: 'Compagnon demande à lire le compte', en: 'Compagnon asks to read the account' },
	what: { fr: 'Ce que Compagnon pourra faire', en: 'What Compagnon will be able to do' },
	half: { fr: 'Chaque case peut être décochée.', en: 'Each box can be unticked.' },
	later: { fr: 'L’accès peut être retiré à tout moment.', en: 'Access can be withdrawn at any time.' },
	allow: { fr: 'Autoriser', en: 'Allow' },
	refuse: { fr: 'Refuser', en: 'Refuse' },
	other: { fr: 'English', en: 'Français' },
	wrong: { fr: 'Cette demande ne peut pas aboutir', en: 'This request cannot succeed' },
	wrongText: { fr: 'L’application qui vous envoie ici n’est pas réglée comme {provider} l’attend :', en: 'The app that sent you here is not set up as {provider} expects:' },
} satisfies Record<string, Words>

type Language = keyof Words

export function languageOf(request: WireRequest): Language {
	const asked = request.query.get('lang') ?? request.query.get('hl') ?? request.headers['accept-language'] ?? 'fr'
	return /^\s*en/i.test(asked) ? 'en' : 'fr'
}

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const STYLE = `
:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{box-sizing:border-box;width:min(30rem,100% - 2rem);margin:1rem;padding:1.5rem;border:1px solid GrayText;border-radius:1rem}
h1{font-size:1.35rem;line-height:1.25;margin:0 0 1rem;padding-left:.75rem;border-left:.35rem solid var(--colour)}
fieldset{margin:1rem 0;padding:.75rem 1rem;border:1px solid GrayText;border-radius:.5rem}
legend{font-weight:600;padding:0 .25rem}
label{display:flex;gap:.75rem;align-items:start;padding:.5rem 0;min-height:1.75rem}
input{width:1.5rem;height:1.5rem;flex:none;margin:0}
p{margin:.5rem 0}
.account{font-weight:600;overflow-wrap:anywhere}
.stand{padding:.5rem .75rem;border:2px dashed GrayText;border-radius:.5rem}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
button{font:inherit;font-weight:600;flex:1 1 9rem;min-height:2.75rem;padding:.5rem 1rem;border-radius:.5rem;border:2px solid var(--colour);cursor:pointer}
button[value=allow]{background:var(--colour);color:#fff}
button[value=refuse]{background:Canvas;color:CanvasText}
:focus-visible{outline:3px solid Highlight;outline-offset:2px}
.language{display:block;text-align:right}
`

function frame(request: WireRequest, consent: Pick<ConsentRequest, 'provider' | 'colour'>, inside: (say: (key: keyof typeof PAGE) => string) => string): string {
	const language = languageOf(request)
	const say = (key: keyof typeof PAGE) => escape(PAGE[key][language].replaceAll('{provider}', consent.provider))
	const other = new URLSearchParams(request.query)
	other.set('lang', language === 'fr' ? 'en' : 'fr')
	return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}</title>
<style>${STYLE}:root{--colour:${consent.colour}}</style>
</head>
<body>
<main>
<a class="language" href="?${escape(other.toString())}" lang="${other.get('lang') ?? ''}" hreflang="${other.get('lang') ?? ''}">${say('other')}</a>
${inside(say)}
</main>
</body>
</html>
`
}

function page(request: WireRequest, consent: ConsentRequest): string {
	const language = languageOf(request)
	const boxes = consent.scopes.map((scope) => {
		const words = consent.words[scope]?.[language] ?? scope
		return `<label><input type="checkbox" name="scope" value="${escape(scope)}" checked><span>${escape(words)}</span></label>`
	})
	return frame(request, consent, (say) => `<h1>${say('title')}</h1>
<p class="stand">${say('stand')}</p>
<p>${say('who')} <span class="account">${escape(consent.user)}</span></p>
<form method="post">
<fieldset>
<legend>${say('what')}</legend>
${boxes.join('\n')}
<p>${say('half')}</p>
</fieldset>
<p>${say('later')}</p>
<div class="buttons">
<button type="submit" name="answer" value="refuse">${say('refuse')}</button>
<button type="submit" name="answer" value="allow">${say('allow')}</button>
</div>
</form>`)
}

/** The page that asks, or the one that says why it cannot. */
export function ask(request: WireRequest, consent: ConsentRequest, authority: Authority): Reply {
	const wrong = authority.refusal(request.query)
	if (wrong !== '') {
		const inside = (say: (key: keyof typeof PAGE) => string) => `<h1>${say('wrong')}</h1><p>${say('wrongText')} <code>${wrong}</code></p>`
		return html(frame(request, consent, inside), wrong === 'invalid_client' ? 401 : 400)
	}
	return html(page(request, consent))
}

/** What the person answered; `offline` says whether a refresh token goes with it. */
export function answered(request: WireRequest, consent: ConsentRequest, authority: Authority, offline: boolean): Reply {
	if (authority.refusal(request.query) !== '') {
		return ask(request, consent, authority)
	}
	const fields = form(request)
	const scopes = fields.getAll('scope').filter((scope) => consent.scopes.includes(scope))
	if (fields.get('answer') !== 'allow' || scopes.length === 0) {
		return redirectTo(request.query, { error: 'access_denied' })
	}
	const code = authority.newCode({ client: authority.rules.client.id, scopes, offline }, request.query)
	return redirectTo(request.query, { code, scope: scopes.join(' ') })
}
