// What does the chart remember otherwise when a day, or who was fined by the court, is corrected (更正)?
import type { CorrectedContext } from '../../model/decision-context.ts'
import type { EnforcementContext } from './context.ts'
import { correctedInstalment, correctedPayment } from './corrected-instalment.ts'
import { deferralsOutlasted } from './deferral.ts'
import { courtFromOf } from './owing.ts'
import { remembered } from './penalties.ts'
import { isRefiled, refiledIn } from './refiled.ts'
import { type Facts, personsFinedIn, withPersons } from './with-police.ts'

type Kept = {
  field: 'servedOn' | 'receivedOn' | 'filedOn' | 'heldOn'
  name: keyof EnforcementContext
}

const keptDates: Record<string, readonly Kept[]> = {
  'serve-notice': [{ field: 'servedOn', name: 'noticeServedOn' }],
  'notify-hearing': [{ field: 'heldOn', name: 'hearingOn' }],
  'serve-decision': [{ field: 'servedOn', name: 'decisionServedOn' }],
  'serve-demand': [{ field: 'servedOn', name: 'demandServedOn' }],
  // 处罚法 73: from that day on nothing grows.
  'receive-remedy': [
    { field: 'filedOn', name: 'pendingSince' },
    { field: 'receivedOn', name: 'remedyReceivedOn' },
  ],
  'record-police-refusal': [{ field: 'receivedOn', name: 'policeRefusedOn' }],
  'record-request-received': [{ field: 'receivedOn', name: 'reconsiderationReceivedOn' }],
  'record-police-filed': [{ field: 'receivedOn', name: 'policeFiledOn' }],
}

/** 处罚法 35(2): nobody stays barred by a number that was mistyped, and nobody is missed. */
const finedCorrected = (
  context: Facts,
  { was, is }: { was: Facts; is: Facts },
): Partial<EnforcementContext> => {
  const before = personsFinedIn(was)
  const { personsFined = [], criminallyFined = false } = remembered({ ...context })
  return {
    personsFined: [...personsFined.filter((one) => !before.includes(one)), ...personsFinedIn(is)],
    criminallyFined: was.partyFined === is.partyFined ? criminallyFined : is.partyFined === true,
  }
}

/** The same of what the filing of a case has said that came back. */
const refiledCorrected = (
  context: Facts,
  { was, is }: { was: Facts; is: Facts },
): Partial<EnforcementContext> => {
  const before = refiledIn({ data: was }).personsFined ?? []
  const now = refiledIn({ data: is })
  const { personsFined = [], criminallyFined = false } = remembered({ ...context })
  return {
    personsFined: withPersons(
      personsFined.filter((one) => !before.includes(one)),
      now.personsFined ?? [],
    ),
    criminallyFined:
      was.partyFined === is.partyFined ? criminallyFined : now.criminallyFined === true,
  }
}

/** The day from which a period runs; the window of the court follows that of the decision. */
export const corrected: CorrectedContext = ({ snapshot }, { type, was, is, by }, law) => {
  const payments = { 'record-instalment': correctedInstalment, 'record-payment': correctedPayment }
  if (type === 'record-instalment' || type === 'record-payment')
    return payments[type](remembered(snapshot.context), { was, is, ...(by ? { by } : {}) }, law)
  if (type === 'record-criminal-return') return finedCorrected(snapshot.context, { was, is })
  if (type === 'propose-filing')
    return isRefiled(is) ? refiledCorrected(snapshot.context, { was, is }) : {}
  const days = (keptDates[type] ?? []).flatMap(({ field, name }) => {
    const day = is[field]
    return typeof day === 'string' && snapshot.context[name] === was[field] ? [[name, day]] : []
  })
  const now: Partial<EnforcementContext> = Object.fromEntries(days)
  return typeof now.decisionServedOn === 'string'
    ? servedOtherwise(remembered(snapshot.context), now.decisionServedOn, law)
    : now
}

/** Until when it may be paid follows the day of the service as well, and so does the window of the court. */
const servedOtherwise = (
  context: EnforcementContext,
  decisionServedOn: string,
  law: Parameters<CorrectedContext>[2],
): Partial<EnforcementContext> => {
  const now = { decisionServedOn, ...deferralsOutlasted(context, decisionServedOn, law) }
  return { ...now, courtFrom: courtFromOf({ ...context, ...now }, law) }
}
