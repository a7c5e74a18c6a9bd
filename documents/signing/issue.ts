// How does an authority of a demo or of tests issue a certificate? (RFC 5280)
import { createHash, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'
import { BitString, Integer, Null, OctetString, Sequence, Set as SetOf, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { exact, oids, parsedCertificate, readDer } from './der.ts'

export type Subject = { common: string; organisation: string }
export type Purpose = 'authority' | 'signature' | 'time'
export type Authority = { key: KeyObject; certificate: X509Certificate }

/** Laboratory clocks stand anywhere: what is made up holds at any time that they may show. */
const term = { from: new Date('2000-01-01T00:00:00Z'), to: new Date('2099-12-31T00:00:00Z') }
const sha256WithRsa = '1.2.840.113549.1.1.11'

/** By `authority`; null: the certificate is its own root. */
export const issueCertificate = (
  subject: Subject,
  purpose: Purpose,
  publicKey: KeyObject,
  authority: Authority | { key: KeyObject; certificate: null },
  { from, to } = term,
): X509Certificate => {
  const made = new Certificate({ version: 2, serialNumber: serial() })
  const name = named(subject)
  made.subject = name
  made.issuer = authority.certificate ? parsedCertificate(authority.certificate).subject : name
  made.notBefore = new Time({ type: 1, value: from })
  made.notAfter = new Time({ type: 1, value: to })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  made.subjectPublicKeyInfo = new PublicKeyInfo({ schema: readDer(spki) })
  made.extensions = extensionsFor(purpose, spki)
  const algorithm = { algorithmId: sha256WithRsa, algorithmParams: new Null() }
  made.signature = new AlgorithmIdentifier(algorithm)
  made.signatureAlgorithm = new AlgorithmIdentifier(algorithm)
  const signed = Buffer.from(made.encodeTBS().toBER())
  made.signatureValue = new BitString({ valueHex: exact(sign('sha256', signed, authority.key)) })
  return new X509Certificate(Buffer.from(made.toSchema(true).toBER()))
}

const serial = () => {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return new Integer({ valueHex: exact(bytes) })
}

/** One field each, as names are usually written; the library would put all of them into one. */
const named = ({ common, organisation }: Subject): RelativeDistinguishedNames => {
  const fields = [
    ['2.5.4.6', 'CN'],
    ['2.5.4.10', organisation],
    ['2.5.4.3', common],
  ].map(([type = '', value = '']) =>
    new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }).toSchema(),
  )
  const name = new Sequence({ value: fields.map((field) => new SetOf({ value: [field] })) })
  return new RelativeDistinguishedNames({ schema: readDer(new Uint8Array(name.toBER())) })
}

/** keyUsage: keyCertSign and cRLSign of an authority; digitalSignature and nonRepudiation of who signs. */
const usages: Record<Purpose, number[]> = {
  authority: [0x03, 0x02, 0x01, 0x06],
  signature: [0x03, 0x02, 0x06, 0xc0],
  time: [0x03, 0x02, 0x06, 0xc0],
}

const extensionsFor = (purpose: Purpose, spki: Buffer): Extension[] => {
  const isAuthority = purpose === 'authority'
  const keyId = new OctetString({ valueHex: exact(createHash('sha1').update(spki).digest()) })
  return [
    extension('2.5.29.19', true, new BasicConstraints({ cA: isAuthority }).toSchema().toBER()),
    extension('2.5.29.15', true, exact(Buffer.from(usages[purpose]))),
    extension('2.5.29.14', false, keyId.toBER()),
    ...(purpose === 'time'
      ? [
          extension(
            '2.5.29.37',
            true,
            new ExtKeyUsage({ keyPurposes: [oids.timeStamping] }).toSchema().toBER(),
          ),
        ]
      : []),
  ]
}

const extension = (extnID: string, critical: boolean, extnValue: ArrayBuffer) =>
  new Extension({ extnID, critical, extnValue })
