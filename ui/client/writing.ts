// How are one's phrases and one's signature asked of the server and kept there?
import type { BodyOf } from '../../contract/contract.ts'
import type { SignatureWay } from '../../domain/signature/views.ts'
import { ask } from './asking.ts'

export const askPhrases = () => ask('GET /api/phrases')
/** `office` null: one's own. */
export const savePhrases = (office: string | null, body: BodyOf<'PUT /api/phrases/own'>) =>
  office === null
    ? ask('PUT /api/phrases/own', { body })
    : ask('PUT /api/phrases/offices/{office}', { path: { office }, body })

export const askSignature = () => ask('GET /api/signature')
/** `picture`: a PNG as base64. */
export const saveSignature = (picture: string, way: SignatureWay, key: string) =>
  ask('POST /api/signature', { body: { picture, way }, key })
export const withdrawSignature = () => ask('DELETE /api/signature')
