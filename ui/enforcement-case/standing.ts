// Where does an enforcement case stand, in a few lines drawn from what the case page says already?
import type { Text } from '../../domain/language/words.ts'
import {
  happened,
  type Items,
  type Line,
  type Standing,
  whileRunning,
} from '../record/standing-lines.ts'
import { enforcementCaseWords as w } from './words.ts'

const ends = [
  'decide-no-penalty',
  'withdraw-case',
  'approve-transfer-closing',
  'refuse-filing',
] as const

/** Which of the steps between the authority and the police was the latest; the items stand in order of time. */
const withPolice = [
  'hand-over-police',
  'record-police-filed',
  'record-police-refusal',
  'ask-reconsideration',
  'propose-supervision',
  'accept-police-refusal',
  'record-criminal-return',
] as const

/** Who does not read that it was handed over is not told what became of it. */
const latestWithPolice = (items: Items): Line[] => {
  if (!happened(items, 'hand-over-police')) return []
  const latest = items.flatMap(({ type }) => withPolice.filter((one) => one === type)).at(-1)
  return latest ? [{ label: w.police, value: w[latest] }] : []
}

/** A case is closed with its penalty performed, given up, or annulled. */
const closedBy = (items: Items) => {
  if (happened(items, 'record-annulment')) return w['record-annulment']
  return happened(items, 'terminate-enforcement')
    ? w['terminate-enforcement']
    : w['approve-closing']
}

export const standingOf = (one: Standing, items: Items): Line[] => [
  ...(happened(items, 'approve-closing') ? [{ label: w.ended, value: closedBy(items) }] : []),
  ...ends.flatMap((type) => (happened(items, type) ? [{ label: w.ended, value: w[type] }] : [])),
  ...latestWithPolice(items),
  ...whileRunning(one, ['transfer-decision', 'transfer'], w.transfer, w.transferBy),
  ...whileRunning(one, ['filing-reconsideration', 'filing-supervision'], w.object, w.objectBy),
  ...whileRunning(one, ['material-handover'], w.materials, w.materialsBy),
  ...whileRunning(one, ['decision'], w.decide, w.decideBy),
  ...whileRunning(one, ['statement-window', 'hearing-request'], w.speak, w.speakBy),
  ...whileRunning(one, ['payment', 'later-payment'], w.pay, w.payBy),
  ...whileRunning(one, ['demand'], w.demand, w.demandBy),
  ...whileRunning(one, ['court-application'], w.court, w.courtBy),
  ...whileRunning(one, ['reconsideration-answer', 'litigation-answer'], w.answer, w.answerBy),
  ...whileRunning(one, ['publication-withdrawal'], w.withdraw, w.withdrawBy),
  ...whileRunning(one, ['on-the-spot-filing'], w.report, w.reportBy),
  ...whileRunning(one, ['cash-handover', 'bank-remittance'], w.cash, w.cashBy),
  ...whileRunning(one, ['publication'], w.publish, w.publishBy),
]

/** A fine is paid at a bank: the party is told by when, as there is no button for it. */
export const paidElsewhere = (one: Standing): Text | null =>
  [
    ...whileRunning(one, ['demand'], w.demand, w.demandElsewhere),
    ...whileRunning(one, ['payment', 'later-payment'], w.pay, w.payElsewhere),
  ][0]?.value ?? null
