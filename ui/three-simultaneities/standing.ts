// Where does a project stand, in a few lines drawn from what the case page says already?
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
import { projectWords as w } from './words.ts'

/** Dates come from the clocks, and what happened from the record; nothing is reckoned here. */
export const standingOf = (one: Standing, items: Items): Line[] => [
  authorityOf(one, items, w),
  ...(happened(items, 'deem-accepted')
    ? [{ label: w.accepted, value: w.deemedAccepted, warn: true as const }]
    : []),
  ...opinion(one, items),
  ...whileRunning(one, ['trial-run-max', 'hazchem-trial-run-max'], w.trial, w.trialUntil),
  ...whileRunning(one, ['joint-decision'], w.joint, w.jointUntil),
  ...whileRunning(one, ['hearing-request'], w.hearing, w.hearingAsk),
  ...whileRunning(one, ['hearing-organise'], w.hearing, w.hearingBy),
  ...whileRunning(one, ['reapply-bar-false', 'reapply-bar-fraud'], w.barred, w.barredUntil).map(
    (line) => ({
      ...line,
      warn: true as const,
    }),
  ),
]

/** Until construction begins; a person has said by then whether one that ran out still stands. */
const opinion = (one: Standing, items: Items): Line[] => {
  const validity = lastOf(one, 'opinion-validity')
  if (!validity?.now) return []
  const opinions = items
    .filter(({ type }) => ['opinion-expired', 'keep-opinion', 'declare-void'].includes(type))
    .at(-1)?.type
  const date = on(validity.due)
  if (opinions === 'opinion-expired')
    return [{ label: w.opinion, value: filled(w.opinionOver, { date }), warn: true }]
  return opinions ? [] : [{ label: w.opinion, value: filled(w.opinionUntil, { date }) }]
}
