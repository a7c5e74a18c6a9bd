// By when is a plan filed and evaluated, and does what it orders fit the levels that it has?
import { type Text, text } from '../../language/words.ts'
import {
  type PreparednessDay,
  preparednessDay,
  uncounted,
} from '../../law/calculations/preparedness.ts'
import { rowsIn } from '../../views/answers/value-words.ts'
import type { ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { dayFaults, dayIn, type EntryFault, refuseFaults } from '../reckoning.ts'
import { contactFaults } from './contacts.ts'

const publication = text('公布日期', 'Published on')
const submission = text('报送备案日期', 'Submitted for filing on')

/** The due days of a plan with how they were counted. Refuses days in a wrong order, broken contact trees and orders for levels that it has not. */
export const reckonPlan = (data: EntryData, context: ReckoningContext): EntryData => {
  const publishedOn = dayIn(data, 'publishedOn') ?? context.today
  const check = checkOf(data, context)
  refuseFaults([
    ...planDayFaults(data, publishedOn, context.today),
    ...refusalFaults(data, check.due, context.today),
    ...orderFaults(data),
    ...contactFaults(rowsIn(data.contacts)),
  ])
  const evaluatedOn = dayIn(data, 'evaluatedOn')
  const exempt = exemptionOf(data)
  const filing = exempt
    ? uncounted(exempt)
    : preparednessDay('planFiling', { publishedOn }, context)
  const evaluation = preparednessDay(
    'planEvaluation',
    evaluatedOn ? { evaluatedOn } : { publishedOn },
    context,
  )
  const refused = isRefused(data)
  return {
    filingDue: filing.due,
    checkDue: check.due,
    deemedFiledOn: dayIn(data, 'filedOn') || refused ? null : check.deemedOn,
    evaluationDue: evaluation.due,
    reckoning: [
      ...filing.steps,
      ...check.steps,
      ...(refused ? [refusedInTime] : []),
      ...(evaluatedOn ? [] : [unevaluated]),
      ...evaluation.steps,
    ],
  }
}

const onSiteUnfiled = text('现场处置方案不需备案', 'An on-site plan is not filed')
const unfiled = text(
  '登记为不需备案，不计算备案期限（《生产安全事故应急预案管理办法》第二十六条）',
  'It need not be filed, so no period of its filing is counted (Plan Measures art. 26)',
)

/** 预案办法 26: comprehensive and special plans are filed, of authorities and of the enterprises that it names; null: this one is. */
const exemptionOf = ({ kind, filingDuty }: EntryData): Text | null => {
  if (kind === 'on-site') return onSiteUnfiled
  return filingDuty === 'exempt' ? unfiled : null
}

/** 备案审查: five working days from the receipt; who is not answered by then has filed it. */
const checkOf = (data: EntryData, context: ReckoningContext): PreparednessDay => {
  const submittedOn = exemptionOf(data) ? null : dayIn(data, 'submittedOn')
  return submittedOn ? preparednessDay('planCheck', { submittedOn }, context) : uncounted()
}

/** 不予备案: of this submission, not of one before it. */
const isRefused = (data: EntryData): boolean => {
  const [submittedOn, refusedOn] = [dayIn(data, 'submittedOn'), dayIn(data, 'refusedOn')]
  return submittedOn !== null && refusedOn !== null && refusedOn >= submittedOn
}

const refusedInTime = text(
  '已在审查期限内不予备案并告知需要补齐的材料，不视为备案；补齐后更新报送备案日期（当日重新报送的，清除不予备案日期）',
  'Refused in time, naming what is missing: it is not deemed filed. Completed, it is submitted on a new day (on the same day: clear the refusal)',
)

/** Who is not answered in time has filed his plan, so a later refusal is none; and one that names nothing gives no reason. */
const refusalFaults = (data: EntryData, checkDue: string | null, today: string): EntryFault[] => {
  const refusedOn = dayIn(data, 'refusedOn')
  if (refusedOn === null) return []
  const at = (pointer: string, zh: string, en: string) => [{ pointer, reason: text(zh, en) }]
  if (dayIn(data, 'submittedOn') === null)
    return at(
      '/refusedOn',
      '尚未报送备案，不能不予备案',
      'Nothing was submitted that could be refused',
    )
  if (refusedOn > today) return at('/refusedOn', '不予备案日期不能晚于今天', 'Not after today')
  if (typeof data.missing !== 'string' || data.missing.trim() === '')
    return at(
      '/missing',
      '不予备案的，应当一次性告知需要补齐的材料',
      'A refusal names what is missing',
    )
  if (!isRefused(data)) return []
  if (checkDue !== null && refusedOn > checkDue)
    return at(
      '/refusedOn',
      `${checkDue}前未答复，已视为备案，不得再不予备案`,
      `Not answered by ${checkDue}: it is deemed filed and is refused no more`,
    )
  return dayIn(data, 'filedOn') === null
    ? []
    : at(
        '/filedOn',
        '本次报送已不予备案；补齐材料的，先更新报送备案日期（当日重新报送的，清除不予备案日期）',
        'This submission was refused: completed, it is submitted on a new day first (on the same day: clear the refusal)',
      )
}

/** 待报送: not submitted, or refused and not submitted anew. */
export const awaitsSubmission = (data: EntryData): boolean =>
  dayIn(data, 'filedOn') === null && (dayIn(data, 'submittedOn') === null || isRefused(data))

/** 待答复: submitted, and neither filed nor refused by anybody; silence ends it by itself. */
export const awaitsAnswer = (data: EntryData): boolean =>
  dayIn(data, 'filedOn') === null && dayIn(data, 'submittedOn') !== null && !isRefused(data)

const unevaluated = text(
  '公布后尚未评估，评估期限自公布日期起算',
  'Not evaluated since its publication: the period of its evaluation is counted from there',
)

const planDayFaults = (data: EntryData, publishedOn: string, today: string): EntryFault[] => {
  const notBefore = { day: publishedOn, label: publication }
  return [
    ...dayFaults(data, 'publishedOn', { label: publication, today }),
    ...dayFaults(data, 'submittedOn', { label: submission, notBefore, today }),
    ...dayFaults(data, 'filedOn', {
      label: text('备案日期', 'Filed on'),
      notBefore: dayIn(data, 'submittedOn')
        ? { day: dayIn(data, 'submittedOn') ?? publishedOn, label: submission }
        : notBefore,
      today,
    }),
    ...dayFaults(data, 'evaluatedOn', {
      label: text('上次评估日期', 'Last evaluation'),
      notBefore,
      today,
    }),
  ]
}

const orderFaults = (data: EntryData): EntryFault[] => {
  const levels = rowsIn(data.responseLevels).map(({ level }) => level)
  return rowsIn(data.orderTemplates).flatMap(({ level }, index) =>
    levels.includes(level)
      ? []
      : [
          {
            pointer: `/orderTemplates/${index}/level`,
            reason: text('本预案没有规定这一级响应', 'The plan has no response of this level'),
          },
        ],
  )
}
