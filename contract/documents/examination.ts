// What does an examination of electronic signatures answer?
import * as v from 'valibot'
import type { Examination } from '../../domain/documents/signature-report.ts'
import { decimal, flag, list, maybe, moment, type Of, string } from '../parts/pieces.ts'

const certificate = v.strictObject({
  subject: string,
  issuer: string,
  serial: string,
  validFrom: moment,
  validUntil: moment,
  sha256: string,
})

export const examinationShape = v.strictObject({
  sha256: string,
  size: decimal,
  signatures: list(
    v.strictObject({
      verdict: v.picklist(['whole', 'added-to', 'altered', 'untrusted', 'unreadable']),
      signer: maybe(string),
      certificate: maybe(certificate),
      claimedAt: maybe(moment),
      /** Null: no authority vouches for the time. */
      stamp: maybe(v.strictObject({ at: moment, authority: string, trusted: flag })),
    }),
  ),
  /** By the national algorithm, beside a document; null: none. */
  national: maybe(v.strictObject({ whole: flag, key: string })),
}) satisfies Of<Examination>
