// Where does a licence stand, in a few lines drawn from what the case page says already?
import {
  authorityOf,
  filled,
  happened,
  type Items,
  type Line,
  lastOf,
  on,
  type Standing,
  whileRunning,
} from '../record/standing-lines.ts'
import { licenceWords as w } from './words.ts'

/** Dates come from the clocks, and what happened from the record; nothing is reckoned here. */
export const standingOf = (one: Standing, items: Items): Line[] => [
  authorityOf(one, items, w),
  ...(happened(items, 'deem-accepted')
    ? [{ label: w.accepted, value: w.deemedAccepted, warn: true as const }]
    : []),
  ...renewal(one, items),
  ...whileRunning(one, ['joint-decision'], w.joint, w.jointUntil),
  ...whileRunning(one, ['hearing-request'], w.hearing, w.hearingAsk),
  ...whileRunning(one, ['hearing-organise'], w.hearing, w.hearingBy),
  ...validity(one),
  ...whileRunning(one, ['suspension'], w.suspension, w.suspendedUntil).map((line) => ({
    ...line,
    warn: true as const,
  })),
  ...whileRunning(one, ['reapply-bar-false', 'reapply-bar-fraud'], w.barred, w.barredUntil).map(
    (line) => ({
      ...line,
      warn: true as const,
    }),
  ),
]

const renewal = (one: Standing, items: Items): Line[] => {
  const [intime, late] = [lastOf(one, 'deemed-renewal'), lastOf(one, 'late-renewal')]
  if (happened(items, 'deem-renewed'))
    return [{ label: w.renewal, value: w.deemedRenewed, warn: true }]
  if (late) return [{ label: w.renewal, value: filled(w.late, { date: on(late.due) }), warn: true }]
  return intime?.now
    ? [{ label: w.renewal, value: filled(w.inTime, { date: on(intime.due) }) }]
    : []
}

const validity = (one: Standing): Line[] => {
  const [until, by] = [lastOf(one, 'validity', 'validity-kept'), lastOf(one, 'renewal-application')]
  if (!until?.now) return []
  const value = by?.now
    ? filled(w.renewBy, { date: on(until.due), by: on(by.due) })
    : filled(w.validUntil, { date: on(until.due) })
  return [{ label: w.validity, value }]
}
