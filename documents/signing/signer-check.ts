// Has the one signer of a CMS message signed this very hash, and by which certificate?
import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { type BaseBlock, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { Certificate, IssuerAndSerialNumber, type SignedData, type SignerInfo } from 'pkijs'
import { oids } from './der.ts'

export type SignerCheck = {
  certificate: X509Certificate
  others: X509Certificate[]
  /** Whether signature, certificate and hash belong together. */
  sound: boolean
  signature: Uint8Array
  unsigned: SignerInfo['unsignedAttrs']
}

const mostCertificates = 12
const pss = '1.2.840.113549.1.1.10'
const algorithms = [oids.rsa, pss, ...['11', '12', '13'].map((n) => `1.2.840.113549.1.1.${n}`)]
const curves = ['2', '3', '4'].map((n) => `1.2.840.10045.4.3.${n}`)
const hashes = new Map<string, string>([
  [oids.sha256, 'sha256'],
  [oids.sha384, 'sha384'],
  [oids.sha512, 'sha512'],
])

/** Throws where the message has not exactly one signer with a certificate. */
export const checkSigner = (data: SignedData, digestOf: (hash: string) => Uint8Array) => {
  const [signer, another] = data.signerInfos
  if (!signer || another) throw new Error('not exactly one signer')
  const certificates = certificatesIn(data)
  const at = certificates.findIndex(({ parsed }) => names(signer, parsed))
  const own = certificates[at]
  if (!own) throw new Error('the certificate of the signer is not there')
  const signature = new Uint8Array(signer.signature.getValue())
  return {
    certificate: own.certificate,
    others: certificates.filter((_, index) => index !== at).map(({ certificate }) => certificate),
    sound: isSound(data, signer, own.certificate, signature, digestOf),
    signature,
    unsigned: signer.unsignedAttrs,
  } satisfies SignerCheck
}

const certificatesIn = ({ certificates = [] }: SignedData) =>
  certificates
    .slice(0, mostCertificates)
    .filter((one) => one instanceof Certificate)
    .map((parsed) => ({
      parsed,
      certificate: new X509Certificate(Buffer.from(parsed.toSchema().toBER())),
    }))

const names = ({ sid }: SignerInfo, { issuer, serialNumber }: Certificate): boolean =>
  sid instanceof IssuerAndSerialNumber &&
  sid.issuer.isEqual(issuer) &&
  sid.serialNumber.isEqual(serialNumber)

const isSound = (
  data: SignedData,
  signer: SignerInfo,
  certificate: X509Certificate,
  signature: Uint8Array,
  digestOf: (hash: string) => Uint8Array,
): boolean => {
  const hash = hashes.get(signer.digestAlgorithm.algorithmId)
  const attributes = signer.signedAttrs?.attributes
  if (!hash || !attributes) throw new Error('this kind of signature is not known here')
  const value = (type: string): BaseBlock | undefined =>
    attributes.find((one) => one.type === type)?.values[0]
  const [digest, content, certificates] = [
    value(oids.messageDigest),
    value(oids.contentType),
    value(oids.signingCertificate),
  ]
  const sameDigest =
    digest instanceof OctetString && Buffer.from(digest.getValue()).equals(digestOf(hash))
  const sameContent =
    content instanceof ObjectIdentifier && content.getValue() === data.encapContentInfo.eContentType
  return (
    sameDigest &&
    sameContent &&
    namesCertificate(certificates, certificate) &&
    isSigned(signer, hash, certificate, signature)
  )
}

/** Throws for what we cannot check: that is no proof that something was altered. */
const isSigned = (
  { signatureAlgorithm, signedAttrs }: SignerInfo,
  hash: string,
  { publicKey }: X509Certificate,
  signature: Uint8Array,
): boolean => {
  const algorithm = signatureAlgorithm.algorithmId
  if (![...algorithms, ...curves].includes(algorithm)) throw new Error(`unknown: ${algorithm}`)
  const padding =
    algorithm === pss
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {}
  const signed = new Uint8Array(signedAttrs?.encodedValue ?? new ArrayBuffer(0))
  return verify(hash, signed, { key: publicKey, ...padding }, signature)
}

/** ESS signing-certificate-v2, where there is one: SHA-256 unless it says another hash. */
const namesCertificate = (value: BaseBlock | undefined, { raw }: X509Certificate): boolean => {
  if (value === undefined) return true
  const [first, second] = partsOf(partsOf(partsOf(value)[0])[0])
  const named = first instanceof Sequence ? partsOf(first)[0] : undefined
  const hash = named instanceof ObjectIdentifier ? hashes.get(named.getValue()) : 'sha256'
  const said = first instanceof OctetString ? first : second
  return (
    hash !== undefined &&
    said instanceof OctetString &&
    Buffer.from(said.getValue()).equals(createHash(hash).update(raw).digest())
  )
}

const partsOf = (block: BaseBlock | undefined): BaseBlock[] =>
  block instanceof Sequence ? block.valueBlock.value : []
