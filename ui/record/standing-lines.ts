// Which lines about where a case stands can be drawn from its clocks and its record alone?

import type { CaseView } from '../../contract/case/cases.ts'
import { fill, type Text, text } from '../../domain/language/words.ts'
import type { ClockView, TimelineItem } from '../../domain/views/case-views.ts'

export type Line = { label: Text; value: Text; warn?: true }
export type Standing = Pick<CaseView, 'region' | 'clocks' | 'facts'>
export type Items = Pick<TimelineItem, 'type' | 'fields'>[]

/** A template with words of both languages in its places. */
export const filled = (template: Text, values: Record<string, Text>): Text => ({
  zh: fill(template, Object.fromEntries(Object.entries(values).map(([name, { zh }]) => [name, zh])))
    .zh,
  en: fill(template, Object.fromEntries(Object.entries(values).map(([name, { en }]) => [name, en])))
    .en,
})

export const happened = (items: Items, type: string): boolean =>
  items.some((item) => item.type === type)

/** The latest period of these names, running or over; those that run stand first in a case, whenever they began. */
export const lastOf = ({ clocks }: Standing, ...names: string[]): ClockView | undefined =>
  clocks
    .filter(({ clock }) => names.includes(clock))
    .sort(byBeginning)
    .at(-1)

const byBeginning = (one: ClockView, other: ClockView): number =>
  one.startedAt === other.startedAt
    ? Number(Boolean(one.now)) - Number(Boolean(other.now))
    : one.startedAt < other.startedAt
      ? -1
      : 1

export const on = (day: string): Text => text(day, day)

/** A line while one of these periods runs, with its date. */
export const whileRunning = (one: Standing, names: string[], label: Text, value: Text): Line[] => {
  const running = lastOf(one, ...names)
  return running?.now ? [{ label, value: filled(value, { date: on(running.due) }) }] : []
}

/** Which authority has it, and why; the last correction tells more than what was said at the start. */
export const authorityOf = (
  { region, facts }: Standing,
  items: Items,
  w: { authority: Text; corrected: Text; becauseOf: Text; withoutGround: Text },
): Line => {
  const corrected = items.filter(({ type }) => type === 'correct-jurisdiction').at(-1)
  const reason = corrected?.fields.find(({ name }) => name === 'reason')?.value
  const grounds = facts.find(({ name }) => name === 'grounds')?.value
  const values = {
    place: region.name,
    ...(reason ? { reason } : {}),
    ...(grounds ? { grounds } : {}),
  }
  return {
    label: w.authority,
    value: filled(reason ? w.corrected : grounds ? w.becauseOf : w.withoutGround, values),
  }
}
