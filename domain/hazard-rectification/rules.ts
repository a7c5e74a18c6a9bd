// Who may not do what with a hazard, and which date may an order set?
import { returnsTo } from '../case/chart.ts'
import { civilDate } from '../case/instant.ts'
import type { Rule } from '../case/process.ts'
import { text } from '../case/words.ts'
import type { HazardContext } from './context.ts'
import { isCivilDate } from './fields.ts'

type HazardRule = Rule<HazardContext>

/** Four eyes over the rectification: neither who ordered it nor who did it finds that it is done. */
const recheckedByAnother: HazardRule = ({ context, event }) => {
  const person = event.by.kind === 'person' ? event.by.id : null
  if (person !== null && person === context.orderer)
    return text('下达整改指令的人不得复查同一隐患', 'Whoever issued the order may not re-check the same hazard')
  return (
    person === null ||
    person !== context.rectifier ||
    text('上报整改完成的人不得复查同一隐患', 'Whoever reported the rectification may not re-check the same hazard')
  )
}

/** Four eyes over the closing. */
const writtenOffByAnother: HazardRule = ({ context, event }) =>
  event.by.kind !== 'person' ||
  event.by.id !== context.rechecker ||
  text('复查人不得核销同一隐患', 'Whoever re-checked the hazard may not write it off')

/** 青岛 2012 “3+X”: governance takes a year at most; an order's first day is the day after it (民法典 201). */
const dueDateLawful: HazardRule = ({ event }) => {
  const due = event.data.dueDate
  if (due === undefined) return true
  if (!isCivilDate(due)) return text('整改期限不是有效日期', 'The date for rectification is not a date')
  const today = civilDate(event.at)
  if (due <= today) return text('整改期限必须晚于下达当日', 'The date for rectification must be after the day of the order')
  return due <= aYearAfter(today) || text('整改期限不得超过一年', 'The date for rectification may be one year away at most')
}

const mayFailRecheck: HazardRule = (input) => {
  const eyes = recheckedByAnother(input)
  return eyes === true ? dueDateLawful(input) : eyes
}

/** Compared as text only, so 29 February needs no day of its own. */
const aYearAfter = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`

const withdrawnByReporter: HazardRule = ({ context, event }) =>
  (event.by.kind === 'person' && event.by.id === context.reporter) ||
  text('只有报告人本人可以撤回报告', 'Only the person who reported it may withdraw the report')

export const rules = {
  recheckedByAnother,
  writtenOffByAnother,
  dueDateLawful,
  mayFailRecheck,
  withdrawnByReporter,
  returnsTo,
} satisfies Record<string, Rule<never>>
