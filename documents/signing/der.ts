// What do signatures, certificates and time stamps call their parts, and how are their bytes read without trust?
import type { X509Certificate } from 'node:crypto'
import { type BaseBlock, fromBER } from 'asn1js'
import { Certificate } from 'pkijs'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  rsa: '1.2.840.113549.1.1.1',
} as const

/** The bytes in a buffer of their own, as the ASN.1 library wants them. */
export const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/** What the element says; throws where it cannot be read or anything follows it but zeros, with which a room is filled up. */
export const readDer = (bytes: Uint8Array): BaseBlock => {
  const { offset, result } = fromBER(exact(bytes))
  if (offset < 0) throw new Error(`not DER: ${result.error}`)
  if (bytes.subarray(offset).some((byte) => byte !== 0)) throw new Error('something follows')
  return result as BaseBlock
}

export const parsedCertificate = ({ raw }: X509Certificate): Certificate =>
  new Certificate({ schema: readDer(raw) })
