// What is a proposal called, and how does it stand?

import type { ProposalRow } from '../../../contract/change/changes.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import { changeWords as w } from './words.ts'

export const placeName = (code: string | null): Text =>
  code !== null && isRegion(code) ? regions[code].name : w.everywhere

/** A notice is called by its year or place, everything else by what it says. */
export const proposedName = ({
  proposed,
  words,
}: Pick<ProposalRow, 'proposed' | 'words'>): Text => {
  if (proposed.kind === 'year') return fill(w.noticeOf, { year: proposed.year })
  if (proposed.kind !== 'override') return words
  const { zh, en } = placeName(proposed.region)
  const place = {
    zh: w.extraDays.zh.replace('{region}', zh),
    en: w.extraDays.en.replace('{region}', en),
  }
  return proposed.name
    ? { zh: `${place.zh}（${proposed.name}）`, en: `${place.en} (${proposed.name})` }
    : place
}

export const standingOf = ({
  status,
  revokedBy,
  carriedOut,
}: Pick<ProposalRow, 'status' | 'revokedBy' | 'carriedOut'>): Text => {
  if (revokedBy) return w.takenBack
  return status === 'approved' && !carriedOut ? w.carrying : w[status]
}
