// How is a hash signed so that courts and readers of PDF know by which certificate? (RFC 5652, RFC 5035, ETSI EN 319 122-1)
import { createHash, type KeyObject, sign, type X509Certificate } from 'node:crypto'
import { type BaseBlock, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { exact, oids, parsedCertificate, readDer } from './der.ts'

/** A private key with its certificate and those that stand between it and its root. */
export type SigningKey = {
  key: KeyObject
  certificate: X509Certificate
  chain: X509Certificate[]
  /** Of the same office, for the national algorithm; absent: it has none. */
  sm2?: KeyObject
}

/** Gives a token of an authority for the time over this signature; null: there is no authority. */
export type TimeStamper = (signature: Uint8Array) => Promise<Uint8Array | null>

/** A detached signature over bytes whose SHA-256 this is, in DER. */
export const signDetached = async (
  digest: Uint8Array,
  { key, certificate, chain }: SigningKey,
  stamp: TimeStamper,
): Promise<Uint8Array> => {
  const own = parsedCertificate(certificate)
  const attributes = signedAttributes(digest, certificate)
  const signature = sign('sha256', Buffer.from(asSet(attributes)), key)
  const token = await stamp(signature)
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
    signatureAlgorithm: new AlgorithmIdentifier({
      algorithmId: oids.rsa,
      algorithmParams: new Null(),
    }),
    signature: new OctetString({ valueHex: exact(signature) }),
    ...(token ? { unsignedAttrs: stamped(token) } : {}),
  })
  return signedData(oids.data, signer, [certificate, ...chain])
}

export const sha256 = () =>
  new AlgorithmIdentifier({ algorithmId: oids.sha256, algorithmParams: new Null() })

/** The envelope of one signer; `content` undefined: what is signed lies elsewhere. */
export const signedData = (
  type: string,
  signer: SignerInfo,
  certificates: X509Certificate[],
  content?: Uint8Array,
): Uint8Array => {
  const inside = new EncapsulatedContentInfo({ eContentType: type })
  // Given to the constructor it would be cut in pieces, which DER does not allow.
  if (content) inside.eContent = new OctetString({ valueHex: exact(content) })
  const data = new SignedData({
    version: content ? 3 : 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: inside,
    certificates: certificates.map(parsedCertificate),
    signerInfos: [signer],
  })
  const envelope = new ContentInfo({ contentType: oids.signedData, content: data.toSchema(true) })
  return new Uint8Array(envelope.toSchema().toBER())
}

/** In the order that DER wants of a set: by their bytes. */
const signedAttributes = (digest: Uint8Array, certificate: X509Certificate): Attribute[] =>
  inOrder([
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new OctetString({ valueHex: exact(digest) })),
    attribute(oids.signingCertificate, certificateHash(certificate)),
  ])

export const attribute = (type: string, value: BaseBlock) =>
  new Attribute({ type, values: [value] })

export const inOrder = (attributes: Attribute[]): Attribute[] =>
  attributes.toSorted((one, other) => Buffer.compare(encoded(one), encoded(other)))

const encoded = (one: Attribute) => Buffer.from(one.toSchema().toBER())

/** ESS signing-certificate-v2: nobody can put another certificate of the same key under the signature. */
export const certificateHash = ({ raw }: X509Certificate): Sequence => {
  const hash = new OctetString({ valueHex: exact(createHash('sha256').update(raw).digest()) })
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [hash] })] })] })
}

/** What is signed of the attributes: their explicit SET. */
export const asSet = (attributes: Attribute[]): Uint8Array => {
  const bytes = new Uint8Array(
    new SignedAndUnsignedAttributes({ type: 0, attributes }).toSchema().toBER(),
  )
  bytes[0] = 0x31
  return bytes
}

const stamped = (token: Uint8Array) =>
  new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: oids.timeStampToken, values: [readDer(token)] })],
  })
