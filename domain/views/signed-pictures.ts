// Whose handwriting stands under an act?

import type { StoredFact } from '../model/chain.ts'
import { spokenName } from '../organisation/own-posts.ts'
import type { SignedPicture } from './fact-views.ts'

type Hand = { name: string; picture?: string; onBehalfOf?: { name: string } }

/** Everybody's under a co-signed act, else that of who acted; of the authorities' own eyes only. */
export const picturesUnder = ({
  actor,
  data,
}: Pick<StoredFact, 'actor' | 'data'>): SignedPicture[] => {
  const hands = Array.isArray(data.signatures)
    ? (data.signatures as Hand[])
    : [{ ...actor, name: actor.name ?? '' }]
  return hands.flatMap((hand) =>
    hand.picture ? [{ name: spokenName(hand), sha256: hand.picture }] : [],
  )
}
