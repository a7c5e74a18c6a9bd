// By when is a plan filed and evaluated, and does what it orders fit the levels that it has?
import { text } from '../../language/words.ts'
import { type PreparednessDay, preparednessDay } from '../../law/calculations/preparedness.ts'
import { addDays } from '../../time/days.ts'
import { rowsIn } from '../../views/value-words.ts'
import type { ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { dayFaults, dayIn, type EntryFault, earliestDay, refuseFaults } from '../reckoning.ts'
import { contactFaults } from './contacts.ts'

const publication = text('公布日期', 'Published on')
const submission = text('报送备案日期', 'Submitted for filing on')

/** The due days of a plan with how they were counted. Refuses days in a wrong order, broken contact trees and orders for levels that it has not. */
export const reckonPlan = (data: EntryData, context: ReckoningContext): EntryData => {
  const publishedOn = dayIn(data, 'publishedOn') ?? context.today
  refuseFaults([
    ...planDayFaults(data, publishedOn, context.today),
    ...orderFaults(data),
    ...contactFaults(rowsIn(data.contacts)),
  ])
  const evaluatedOn = dayIn(data, 'evaluatedOn')
  const filing = preparednessDay('planFiling', { publishedOn }, context)
  const evaluation = preparednessDay(
    'planEvaluation',
    evaluatedOn ? { evaluatedOn } : { publishedOn },
    context,
  )
  const check = checkOf(data, context)
  const open = [
    dayIn(data, 'filedOn') || dayIn(data, 'submittedOn') ? null : filing.due,
    isAnswered(data, check.due, context.today) ? null : check.due,
    evaluation.due,
  ]
  return {
    filingDue: filing.due,
    checkDue: check.due,
    deemedFiledOn: dayIn(data, 'filedOn') ? null : check.due && addDays(check.due, 1),
    evaluationDue: evaluation.due,
    nextDue: context.over ? null : earliestDay(...open),
    reckoning: [
      ...filing.steps,
      ...check.steps,
      ...(evaluatedOn ? [] : [unevaluated]),
      ...evaluation.steps,
    ],
  }
}

/** 备案审查: five working days from the receipt; who is not answered by then has filed it. */
const checkOf = (data: EntryData, context: ReckoningContext): PreparednessDay => {
  const submittedOn = dayIn(data, 'submittedOn')
  return submittedOn
    ? preparednessDay('planCheck', { submittedOn }, context)
    : { due: null, steps: [] }
}

/** Filed, or deemed to be. */
const isAnswered = (data: EntryData, checkDue: string | null, today: string): boolean =>
  dayIn(data, 'filedOn') !== null || (checkDue !== null && checkDue < today)

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
