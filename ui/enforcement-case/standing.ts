// Where does an enforcement case stand, in a few lines drawn from what the case page says already?
import {
  happened,
  type Items,
  type Line,
  type Standing,
  whileRunning,
} from '../record/standing-lines.ts'
import { enforcementCaseWords as w } from './words.ts'

const ends = [
  'approve-closing',
  'decide-no-penalty',
  'withdraw-case',
  'hand-over-police',
  'refuse-filing',
] as const

export const standingOf = (one: Standing, items: Items): Line[] => [
  ...ends.flatMap((type) => (happened(items, type) ? [{ label: w.ended, value: w[type] }] : [])),
  ...whileRunning(one, ['decision'], w.decide, w.decideBy),
  ...whileRunning(one, ['statement-window', 'hearing-request'], w.speak, w.speakBy),
  ...whileRunning(one, ['payment', 'later-payment'], w.pay, w.payBy),
  ...whileRunning(one, ['publication'], w.publish, w.publishBy),
]
