// May a penalty follow where a crime is suspected, or was punished by a court (处罚法 27, 35)?
import { text } from '../../language/words.ts'
import type { Verdict } from '../../model/process.ts'
import type { EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { isWithPolice, type WithPolice } from '../memory/with-police.ts'

const transferred = text(
  '案件已决定移送公安机关，不得以行政处罚代替（国务院令第310号第十一条）',
  'It is handed to the police: no penalty takes its place (State Council Order 310 art. 11)',
)

/** 处罚法 27, 令310 11: a penalty decided before stands; none is decided instead. */
export const notWithPolice: EnforcementRule = ({ context }) => !isWithPolice(context) || transferred

/** 处罚法 35: whether the fine is set off or owed is open until the criminal matter is over; the period for the court stands still meanwhile. */
export const notBeforePolice: EnforcementRule = ({ context }) =>
  !isWithPolice(context) ||
  text(
    '案件在公安机关期间不申请法院强制执行，申请期限停止计算（《行政处罚法》第三十五条、《行政强制法》第三十九条）',
    'While the police have it the court is not asked, and its period stands still (Penalty Law art. 35, Coercion Law art. 39)',
  )

/** 令310 5: a transfer that is proposed is decided, or refused with the reason on record; no other end takes its place. */
export const noTransferAdvised: EnforcementRule = ({ context }) =>
  context.transferAdvised !== true ||
  text(
    '调查报告建议移送公安机关，须先决定移送或者不批准移送（国务院令第310号第五条）',
    'The report proposes a transfer: decide on it, or refuse it first (State Council Order 310 art. 5)',
  )

const noSecondFine = text(
  '人民法院已判处罚金，尚未给予罚款的不再给予罚款（《行政处罚法》第三十五条第二款）',
  'The court has imposed a fine: no administrative fine follows it (Penalty Law art. 35(2))',
)

/** 处罚法 35(2). */
export const notFinedTwice: EnforcementRule = ({ context, event }) =>
  context.criminallyFined !== true || penaltyIn(event.data).fine === 0 || noSecondFine

/** The same of a further party of the case, who is known by the number. */
export const personPunishable = (identity: string, event: EnforcementEvent): Verdict => {
  const { ofCase = {}, data } = event
  if (isWithPolice(ofCase as WithPolice)) return transferred
  const fined: unknown[] = Array.isArray(ofCase.personsFined) ? ofCase.personsFined : []
  return !fined.includes(identity.toUpperCase()) || penaltyIn(data).fine === 0 || noSecondFine
}
