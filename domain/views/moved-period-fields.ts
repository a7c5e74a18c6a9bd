// What does a reader learn of the periods that a change of calendars or rules has moved?

import { gradeName, type MovedPeriod } from '../engine/reproject.ts'
import { type Text, text } from '../language/words.ts'
import type { CitedAmount } from '../law/amounts/amount.ts'
import type { GradeDefinition } from '../law/amounts/graded-definition.ts'
import { type Audience, visible } from '../model/audience.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { FactField } from './answers/fact-views.ts'

/** One field for each period that the reader may know of: before and after; why, and for the authorities which calendars and versions. */
export const movedPeriodFields = (
  process: ProcessDefinition,
  data: Record<string, unknown>,
  reader: Audience,
): FactField[] => {
  const periods = ((data.movedPeriods ?? []) as MovedPeriod[]).flatMap((one) => {
    const grade = process.graded?.grades[one.clock]
    if (grade && one.obligation === gradeName(one.clock))
      return reader === 'internal'
        ? [{ name: one.obligation, label: grade.words, value: gradesBetween(grade, one) }]
        : []
    const clock = process.clocks.find(({ clock }) => clock === one.clock)
    return clock && visible(clock.audience, reader)
      ? [{ name: one.obligation, label: clock.words, value: beforeAndAfter(one) }]
      : []
  })
  const cause = data.cause as Text | undefined
  const why =
    cause && (periods.length > 0 || (reader === 'internal' && data.countedBy))
      ? [{ name: 'cause', label: text('原因', 'Cause'), value: cause }]
      : []
  if (reader !== 'internal') return [...periods, ...why]
  const version = String(data.calendar ?? '')
  return [
    ...periods,
    ...amountFields(data),
    ...why,
    {
      name: 'calendar',
      label: text('日历版本', 'Calendar version'),
      value: text(version, version),
    },
  ]
}

/** 一般事故 → 较大事故 */
const gradesBetween = ({ values }: GradeDefinition, { from, to }: MovedPeriod): Text => {
  const [was, is] = [values[from] ?? text(from, from), values[to] ?? text(to, to)]
  return text(`${was.zh} → ${is.zh}`, `${was.en} → ${is.en}`)
}

/** By which versions of amounts a case is counted from then on. */
const amountFields = (data: Record<string, unknown>): FactField[] =>
  Array.isArray(data.countedBy)
    ? (data.countedBy as CitedAmount[]).map(({ id, title, article, version }) => ({
        name: `amount:${id}`,
        label: text('适用的数额', 'Counted by'),
        value: text(
          `${title.zh}（${article.zh}，版本 ${version}）`,
          `${title.en} (${article.en}, version ${version})`,
        ),
      }))
    : []

const beforeAndAfter = ({ from, to, firm, escalationLevels = 0, versions }: MovedPeriod): Text => {
  const sure = firm ? text('确定', 'firm') : text('暂估', 'estimated')
  const dates = from === to ? to : `${from} → ${to}`
  const steps =
    escalationLevels > 0
      ? text(
          `，${escalationLevels} 个提醒节点改期`,
          `, ${escalationLevels} reminder${escalationLevels === 1 ? '' : 's'} with another date`,
        )
      : text('', '')
  const rule = versions
    ? text(
        `，规则版本 ${versions.from} → ${versions.to}`,
        `, version of the rule ${versions.from} → ${versions.to}`,
      )
    : text('', '')
  return text(
    `${dates}（${sure.zh}${steps.zh}${rule.zh}）`,
    `${dates} (${sure.en}${steps.en}${rule.en})`,
  )
}
