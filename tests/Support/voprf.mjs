/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// RFC 9497 (ristretto255-SHA512, VOPRF) as somebody else has written it. Each line is a step, each answer a line:
//   node tests/Support/voprf.mjs <<<'{"do": "blind", "publicKey": "<hex>", "inputs": ["<hex>"]}'
// Every value is in hex; {"refused": "why"} when the library refuses.

import { deriveKeyPair, DLEQProof, Evaluation, EvaluationRequest, FinalizeData, Oprf, VOPRFClient, VOPRFServer } from '@cloudflare/voprf-ts'
import { CryptoNoble } from '@cloudflare/voprf-ts/crypto-noble'
import process from 'node:process'
import { createInterface } from 'node:readline'

const suite = Oprf.Suite.RISTRETTO255_SHA512
const group = Oprf.getGroup(suite, CryptoNoble)

const bytes = (hex) => new Uint8Array(Buffer.from(hex, 'hex'))
const hex = (some) => Buffer.from(some).toString('hex')
const elements = (list) => list.map((one) => group.desElt(bytes(one)))
const texts = (list) => list.map((one) => hex(one.serialize()))

const steps = {
	async derive({ seed, info }) {
		const { privateKey, publicKey } = await deriveKeyPair(Oprf.Mode.VOPRF, suite, bytes(seed), bytes(info), CryptoNoble)
		return { privateKey: hex(privateKey), publicKey: hex(publicKey) }
	},
	async blind({ publicKey, inputs }) {
		const [state, request] = await new VOPRFClient(suite, bytes(publicKey), CryptoNoble).blind(inputs.map(bytes))
		return { state: hex(state.serialize()), elements: texts(request.blinded) }
	},
	async evaluate({ privateKey, elements: blinded }) {
		const answer = await new VOPRFServer(suite, bytes(privateKey), CryptoNoble).blindEvaluate(new EvaluationRequest(elements(blinded)))
		return { elements: texts(answer.evaluated), proof: hex(answer.proof.serialize()) }
	},
	async finish({ publicKey, state, elements: evaluated, proof }) {
		const answer = new Evaluation(Oprf.Mode.VOPRF, elements(evaluated), DLEQProof.deserialize(group.id, bytes(proof), CryptoNoble))
		const known = FinalizeData.deserialize(suite, bytes(state), CryptoNoble)
		return { outputs: (await new VOPRFClient(suite, bytes(publicKey), CryptoNoble).finalize(known, answer)).map(hex) }
	},
	async knows({ privateKey, tokens }) {
		const server = new VOPRFServer(suite, bytes(privateKey), CryptoNoble)
		return { known: await Promise.all(tokens.map(([input, output]) => server.verifyFinalize(bytes(input), bytes(output)))) }
	},
}

for await (const line of createInterface({ input: process.stdin })) {
	const { do: step, ...values } = JSON.parse(line)
	const answer = await steps[step](values).catch((error) => ({ refused: error.message }))
	process.stdout.write(JSON.stringify(answer) + '\n')
}
