// Who has signed a file, by which certificate, when, and is each byte still as it was signed?
import { createHash, type X509Certificate } from 'node:crypto'
import { ContentInfo, SignedData } from 'pkijs'
import type {
  CertificateFinding,
  Examination,
  NationalFinding,
  SignatureFinding,
  SignatureVerdict,
  StampFinding,
} from '../../domain/documents/signature-report.ts'
import { instant } from '../../domain/time/instant.ts'
import type { DetachedSignature } from '../seal.ts'
import { leadsToRoot } from './chain.ts'
import { oids, readDer } from './der.ts'
import { type Found, findSignatures } from './find.ts'
import { nameOf } from './keys.ts'
import { checkSigner, type SignerCheck } from './signer-check.ts'
import { isSignedSm2 } from './sm2.ts'
import { isAbout, readToken } from './timestamp.ts'

export type Examiner = (bytes: Uint8Array, beside?: DetachedSignature | null) => Examination

/** Believes these roots and nothing that the file says of itself. */
export const createExaminer =
  (roots: readonly X509Certificate[]): Examiner =>
  (given, beside = null) => {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      signatures: findSignatures(bytes).map((found) => examined(found, roots)),
      national: beside && nationalFinding(bytes, beside),
    }
  }

const nationalFinding = (bytes: Uint8Array, beside: DetachedSignature): NationalFinding => ({
  whole: isSignedSm2(bytes, beside),
  key: createHash('sha256').update(beside.publicKey).digest('hex'),
})

const unreadable: SignatureFinding = {
  verdict: 'unreadable',
  signer: null,
  certificate: null,
  claimedAt: null,
  stamp: null,
}

/** Whatever somebody has put there: at the worst it is unreadable. */
const examined = (found: Found, roots: readonly X509Certificate[]): SignatureFinding => {
  const { message, claimedAt } = found
  if (!message) return { ...unreadable, claimedAt }
  try {
    const check = checkSigner(signedDataIn(message), found.digest)
    const stamp = stampOn(check, roots)
    return {
      verdict: verdictOn(found, check, roots, new Date(stamp?.at ?? claimedAt ?? Date.now())),
      signer: nameOf(check.certificate),
      certificate: certificateFinding(check.certificate),
      claimedAt,
      stamp,
    }
  } catch {
    return { ...unreadable, claimedAt }
  }
}

const signedDataIn = (message: Uint8Array): SignedData => {
  const { contentType, content } = new ContentInfo({ schema: readDer(message) })
  if (contentType !== oids.signedData) throw new Error('no signed data')
  return new SignedData({ schema: content })
}

const verdictOn = (
  { coversFile }: Found,
  { sound, certificate, others }: SignerCheck,
  roots: readonly X509Certificate[],
  at: Date,
): SignatureVerdict => {
  if (!sound) return 'altered'
  if (!leadsToRoot(certificate, others, roots, at)) return 'untrusted'
  return coversFile ? 'whole' : 'added-to'
}

/** A token counts when it is about this very signature and its own signature is sound. */
const stampOn = (
  { signature, unsigned }: SignerCheck,
  roots: readonly X509Certificate[],
): StampFinding | null => {
  const value = unsigned?.attributes.find(({ type }) => type === oids.timeStampToken)?.values[0]
  if (!value) return null
  const data = signedDataIn(new Uint8Array(value.toBER()))
  const { info, content } = readToken(data)
  const check = checkSigner(data, (hash) => createHash(hash).update(content).digest())
  const about = isAbout(info, createHash('sha256').update(signature).digest())
  if (!check.sound || !about) return null
  const { certificate, others } = check
  const stamps = certificate.keyUsage?.includes(oids.timeStamping) === true
  return {
    at: instant(info.genTime),
    authority: nameOf(certificate),
    trusted: stamps && leadsToRoot(certificate, others, roots, info.genTime),
  }
}

const certificateFinding = (certificate: X509Certificate): CertificateFinding => ({
  subject: oneLine(certificate.subject),
  issuer: oneLine(certificate.issuer),
  serial: certificate.serialNumber,
  validFrom: instant(certificate.validFromDate),
  validUntil: instant(certificate.validToDate),
  sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
})

const oneLine = (name: string): string => name.split('\n').join(', ')
