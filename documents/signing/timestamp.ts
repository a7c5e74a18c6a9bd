// How does an authority for the time vouch for the moment of a signature? (RFC 3161)
import { createHash, randomBytes } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import { MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'
import { sha256, type TimeStamper } from './cms.ts'
import { exact, oids, readDer } from './der.ts'

const patienceMs = 10_000
const mostBytes = 64 * 1024

/** Asks the authority at an address over HTTP. Throws where it does not answer or answers something else: then the document waits. */
export const createTimeStamper =
  (url: string): TimeStamper =>
  async (signature) => {
    const nonce = randomBytes(8)
    nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
    const hash = createHash('sha256').update(signature).digest()
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: exact(query(hash, nonce)),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!answer.ok) throw new Error(`the time-stamping authority answers ${answer.status}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (bytes.length > mostBytes) throw new Error('the answer of the authority is too large')
    return tokenIn(bytes, hash, nonce)
  }

const query = (hash: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: sha256(),
      hashedMessage: new OctetString({ valueHex: exact(hash) }),
    }),
    nonce: new Integer({ valueHex: exact(nonce) }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/** The token, when it is about our hash and our question. */
const tokenIn = (answer: Uint8Array, hash: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const { status, timeStampToken } = new TimeStampResp({ schema: readDer(answer) })
  if (status.status > 1 || !timeStampToken)
    throw new Error(`the time-stamping authority refuses: ${status.status}`)
  const { info } = readToken(new SignedData({ schema: timeStampToken.content }))
  const asked = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView).equals(nonce)
  if (!asked || !isAbout(info, hash))
    throw new Error('the time-stamping authority answers another question')
  return new Uint8Array(timeStampToken.toSchema().toBER())
}

/** What a token says, and the bytes in which it says so. */
export const readToken = (data: SignedData): { info: TSTInfo; content: Uint8Array } => {
  const { eContentType, eContent } = data.encapContentInfo
  if (eContentType !== oids.timeStampInfo || !eContent)
    throw new Error('this is no token of a time-stamping authority')
  const content = new Uint8Array(eContent.getValue())
  return { info: new TSTInfo({ schema: readDer(content) }), content }
}

/** Whether a token is about this SHA-256. */
export const isAbout = (
  { messageImprint: { hashAlgorithm, hashedMessage } }: TSTInfo,
  hash: Uint8Array,
) =>
  hashAlgorithm.algorithmId === oids.sha256 &&
  Buffer.from(hashedMessage.valueBlock.valueHexView).equals(hash)
