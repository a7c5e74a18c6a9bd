// Where does an enforcement case stand, in a few lines drawn from what the case page says already?
import { type Line, type Standing, whileRunning } from '../record/standing-lines.ts'
import { enforcementCaseWords as w } from './words.ts'

export const standingOf = (one: Standing): Line[] => [
  ...whileRunning(one, ['decision'], w.decide, w.decideBy),
  ...whileRunning(one, ['statement-window', 'hearing-request'], w.speak, w.speakBy),
  ...whileRunning(one, ['payment', 'later-payment'], w.pay, w.payBy),
  ...whileRunning(one, ['publication'], w.publish, w.publishBy),
]
