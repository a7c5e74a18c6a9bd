// Where does a listing stand, in a few lines drawn from what the case page says already?
import {
  happened,
  type Items,
  type Line,
  type Standing,
  whileRunning,
} from '../record/standing-lines.ts'
import { dishonestyListingWords as w } from './words.ts'

const ends = ['decide-no-listing', 'term-ended', 'penalty-annulled', 'end-listing'] as const

/** Removed and not listed again: the latest of the two tells. */
const isRemoved = (items: Items): boolean => {
  const latest = items.filter(({ type }) => type === 'grant-repair' || type === 'reinstate-listing')
  return latest.at(-1)?.type === 'grant-repair'
}

export const standingOf = (one: Standing, items: Items): Line[] => [
  ...ends.flatMap((type) => (happened(items, type) ? [{ label: w.ended, value: w[type] }] : [])),
  ...whileRunning(one, ['decision'], w.decision, w.decisionBy),
  ...whileRunning(one, ['statement-window'], w.statement, w.statementBy),
  ...whileRunning(one, ['service'], w.service, w.serviceBy),
  ...whileRunning(one, ['term'], w.listed, isRemoved(items) ? w.removedUntil : w.listedUntil),
  ...whileRunning(one, ['repair-decision'], w.repair, w.repairBy),
]
