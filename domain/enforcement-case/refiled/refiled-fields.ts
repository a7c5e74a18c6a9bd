// What is asked of a case that the judicial organs have sent back after it was closed as transferred, and which case was that?
import * as v from 'valibot'
import { type Text, text } from '../../language/words.ts'
import { stateKey } from '../../model/chart.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { StartDefinition, Verdict } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { FirstCaseChoice } from '../../model/register-definition.ts'
import { civilDate } from '../../time/instant.ts'
import { remembered } from '../memory/penalties.ts'
import { isRefiled, judicialSource } from '../memory/refiled.ts'
import { judgmentFault, judgmentFields, returnedOutcomes } from './criminal-outcome.ts'

const also = { source: [judicialSource] } as const
const refiled = [also]
const only = { where: refiled, needed: refiled }
const judgment = judgmentFields('criminalOutcome', also)

export const refiledFields = {
  earlierCase: field
    .caseNumber('原移送案件编号', 'Case that was closed as transferred')
    .optional()
    .with({ where: refiled })
    .hint(
      '本系统办理的须填写，发现日期随原案；启用本系统前移送的，填写原案发现日期',
      'Where it was handled here: the day of discovery is that of then. Of before: say that day',
    ),
  criminalOutcome: field
    .choice(returnedOutcomes, '刑事处理结果', 'How it has ended')
    .optional()
    .with(only),
  returnedBy: field.text('移送机关', 'Sent back by', 200).optional().with(only),
  returnInstrument: field
    .text('法律文书名称、文号', 'Judgment or decision, its number', 200)
    .optional()
    .with(only),
  returnedOn: field.date('收到日期', 'Received on').optional().with(only),
  effectiveOn: judgment.effectiveOn,
  criminalFine: judgment.criminalFine,
  partyFined: judgment.partyFined,
  courtFinedPersons: judgment.persons,
  judgment: field
    .files('判决书、不起诉决定书等', 'The judgment or decision')
    .optional()
    .with({ where: refiled }),
  earlierCaseId: field.filled(v.optional(words(64))),
  earlierFined: field
    .boolean('原案已登记判处罚金', 'A fine of the court stood in that case')
    .optional()
    .with({ where: [] }),
  /** No form shows it: who they are is confidential in the case of then. */
  earlierPersonsFined: field.filled(v.optional(words(1000))),
}

const isTransferred = ({ status, snapshot: { value } }: CaseRecord): boolean =>
  status === 'closed' && stateKey(value).split('|').includes('handling.transferred')

const openingOf = ({ data }: CaseRecord): Record<string, unknown> => data['propose-filing'] ?? {}

const sameParty = (form: Record<string, unknown>, earlier: CaseRecord): boolean =>
  earlier.owner === null
    ? form.enterprise === undefined && form.partyName === openingOf(earlier).partyName
    : form.enterprise === earlier.owner

const fits: FirstCaseChoice['fits'] = (form, earlier): Verdict => {
  if (!isTransferred(earlier))
    return text('该案未以移送公安机关结案', 'That case was not closed as transferred')
  if (!sameParty(form, earlier))
    return text('该案的当事人不是本案当事人', 'That case is about another party')
  const { policeReceivedOn } = remembered(earlier.snapshot.context)
  return (
    typeof policeReceivedOn !== 'string' ||
    typeof form.returnedOn !== 'string' ||
    form.returnedOn >= policeReceivedOn ||
    text(
      `收到日期不得早于原案移送之日${policeReceivedOn}`,
      `It cannot come back before it was handed over on ${policeReceivedOn}`,
    )
  )
}

/** 处罚法 36: it was discovered when the first case says. */
export const transferredCase: FirstCaseChoice = {
  field: 'earlierCase',
  kept: ['earlierCaseId', 'earlierFined', 'earlierPersonsFined'],
  fits,
  keep: ({ id, number, snapshot }) => {
    const { discoveredOn, criminallyFined, personsFined = [] } = remembered(snapshot.context)
    return {
      earlierCase: number,
      earlierCaseId: id,
      ...(discoveredOn === null ? {} : { discoveredOn }),
      ...(criminallyFined === true ? { earlierFined: true } : {}),
      ...(personsFined.length > 0 ? { earlierPersonsFined: personsFined.join(' ') } : {}),
    }
  },
}

const fault = (name: string, words: Text) => ({ field: name, words })

/** 处罚法 8, 35, 36: what a court has done is neither forgotten nor still to come. */
export const refiledFault: NonNullable<StartDefinition['refuses']> = (data, at) => {
  if (!isRefiled(data)) return null
  const today = civilDate(at)
  const { discoveredOn, returnedOn } = data
  if (typeof discoveredOn !== 'string')
    return fault(
      'discoveredOn',
      text(
        '填写原移送案件编号，或者原案的发现日期：追诉时效以原案发现日期判断（《行政处罚法》第三十六条）',
        'Name the case of then, or its day of discovery: the limitation is judged by it (Penalty Law art. 36)',
      ),
    )
  if (typeof returnedOn === 'string' && (returnedOn > today || returnedOn < discoveredOn))
    return fault(
      'returnedOn',
      text(
        '收到日期不得晚于今日，也不得早于发现日期',
        'It is received neither in the future nor before the discovery',
      ),
    )
  const { criminalOutcome: outcome, courtFinedPersons: persons } = data
  const { effectiveOn, criminalFine, partyFined } = data
  return judgmentFault({ outcome, effectiveOn, criminalFine, partyFined, persons }, today)
}
