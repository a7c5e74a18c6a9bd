// Whose handwriting stands under an act?

import type { StoredFact } from '../model/chain.ts'
import { nameOnBehalf } from '../organisation/own-posts.ts'
import type { SignedPicture } from './answers/fact-views.ts'

type RecordedSignature = { name: string; picture?: string; onBehalfOf?: { name: string } }

/** Everybody's under a co-signed act, else that of who acted; of the authorities' own eyes only. */
export const picturesUnder = ({
  actor,
  data,
}: Pick<StoredFact, 'actor' | 'data'>): SignedPicture[] => {
  const signatures = Array.isArray(data.signatures)
    ? (data.signatures as RecordedSignature[])
    : [{ ...actor, name: actor.name ?? '' }]
  return signatures.flatMap((signature) =>
    signature.picture ? [{ name: nameOnBehalf(signature), sha256: signature.picture }] : [],
  )
}
