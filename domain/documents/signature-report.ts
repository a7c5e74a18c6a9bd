// What does an examination of the electronic signatures of a file find?
import type { Instant } from '../time/instant.ts'

/**
 * `whole`: each byte is as it was signed, by a certificate that leads to a trusted root. `added-to`: what was signed is whole, but something was
 * added to the file afterwards. `altered`: a byte is another. `untrusted`: whole, but nobody whom we trust vouches for the certificate.
 * `unreadable`: there is something where a signature should be.
 */
export type SignatureVerdict = 'whole' | 'added-to' | 'altered' | 'untrusted' | 'unreadable'

export type CertificateFinding = {
  subject: string
  issuer: string
  serial: string
  validFrom: Instant
  validUntil: Instant
  sha256: string
}

/** A time that an authority vouches for; `trusted`: its certificate leads to a trusted root. */
export type StampFinding = { at: Instant; authority: string; trusted: boolean }

export type SignatureFinding = {
  verdict: SignatureVerdict
  /** Whom the certificate names; null where it cannot be read. */
  signer: string | null
  certificate: CertificateFinding | null
  /** What the signer says of the time; nobody vouches for it. */
  claimedAt: Instant | null
  stamp: StampFinding | null
}

/** 国密: the signature that lies beside a document; `key`: SHA-256 of the key, by which it is compared with the one that the office has made known. */
export type NationalFinding = { whole: boolean; key: string }

export type Examination = {
  sha256: string
  size: number
  signatures: SignatureFinding[]
  /** Null: none lies beside it. */
  national: NationalFinding | null
}
