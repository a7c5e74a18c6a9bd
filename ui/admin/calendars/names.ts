// What is a proposal called, and how does it stand?
import type { Proposed } from '../../../domain/calendar/published.ts'
import type { ProposalRow } from '../../../domain/calendar/views.ts'
import { fill, type Text } from '../../../domain/case/words.ts'
import { isRegion, regions } from '../../../domain/organisation/regions.ts'
import { calendarWords as w } from './words.ts'

export const placeName = (code: string | null): Text => (code !== null && isRegion(code) ? regions[code].name : w.everywhere)

export const proposedName = (one: Proposed): Text => {
  if (one.kind === 'year') return fill(w.kindYear, { year: one.year })
  if (one.kind === 'revoke') return w.kindRevoke
  const { zh, en } = placeName(one.region)
  const place = { zh: w.kindOverride.zh.replace('{region}', zh), en: w.kindOverride.en.replace('{region}', en) }
  return one.name ? { zh: `${place.zh}（${one.name}）`, en: `${place.en} (${one.name})` } : place
}

export const standingOf = ({ status, revokedBy, carriedOut }: Pick<ProposalRow, 'status' | 'revokedBy' | 'carriedOut'>): Text => {
  if (revokedBy) return w.revoked
  return status === 'approved' && !carriedOut ? w.carrying : w[status]
}
