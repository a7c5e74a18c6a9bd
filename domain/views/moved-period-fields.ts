// What does a reader learn of the periods that a change of calendars or rules has moved?

import type { MovedPeriod } from '../engine/reproject.ts'
import { type Text, text } from '../language/words.ts'
import { type Audience, visible } from '../model/audience.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { FactField } from './fact-views.ts'

/** One field for each period that the reader may know of: before and after; why, and for the authorities which calendars and versions. */
export const movedPeriodFields = (
  process: ProcessDefinition,
  data: Record<string, unknown>,
  reader: Audience,
): FactField[] => {
  const periods = ((data.movedPeriods ?? []) as MovedPeriod[]).flatMap((one) => {
    const clock = process.clocks.find(({ clock }) => clock === one.clock)
    return clock && visible(clock.audience, reader)
      ? [{ name: one.obligation, label: clock.words, value: beforeAndAfter(one) }]
      : []
  })
  const cause = data.cause as Text | undefined
  const why =
    cause && periods.length > 0
      ? [{ name: 'cause', label: text('原因', 'Cause'), value: cause }]
      : []
  if (reader !== 'internal') return [...periods, ...why]
  const version = String(data.calendar ?? '')
  return [
    ...periods,
    ...why,
    {
      name: 'calendar',
      label: text('日历版本', 'Calendar version'),
      value: text(version, version),
    },
  ]
}

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
