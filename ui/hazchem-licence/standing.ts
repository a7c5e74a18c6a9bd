// Where does a licence stand, in a few lines drawn from what the case page says already?
import type { CaseView, ClockView, TimelineItem } from '../../domain/case/views.ts'
import { fill, type Text, text } from '../../domain/case/words.ts'
import { licenceWords as w } from './words.ts'

export type Line = { label: Text; value: Text; warn?: true }
type Case = Pick<CaseView, 'region' | 'clocks' | 'facts'>

/** Dates come from the clocks, and what happened from the record; nothing is reckoned here. */
export const standingOf = (one: Case, items: Pick<TimelineItem, 'type' | 'fields'>[]): Line[] => [
  authority(one, items),
  ...(happened(items, 'deem-accepted') ? [{ label: w.accepted, value: w.deemedAccepted, warn: true as const }] : []),
  ...renewal(one, items),
  ...validity(one),
  ...bar(one),
]

const happened = (items: Pick<TimelineItem, 'type'>[], type: string) => items.some((item) => item.type === type)

const filled = (template: Text, values: Record<string, Text>): Text => ({
  zh: fill(template, Object.fromEntries(Object.entries(values).map(([name, { zh }]) => [name, zh]))).zh,
  en: fill(template, Object.fromEntries(Object.entries(values).map(([name, { en }]) => [name, en]))).en,
})

/** The last correction tells more than what the application said. */
const authority = ({ region, facts }: Case, items: Pick<TimelineItem, 'type' | 'fields'>[]): Line => {
  const corrected = items.filter(({ type }) => type === 'correct-jurisdiction').at(-1)
  const reason = corrected?.fields.find(({ name }) => name === 'reason')?.value
  const grounds = facts.find(({ name }) => name === 'grounds')?.value
  const values = { place: region.name, ...(reason ? { reason } : {}), ...(grounds ? { grounds } : {}) }
  return { label: w.authority, value: filled(reason ? w.corrected : grounds ? w.becauseOf : w.withoutGround, values) }
}

const last = ({ clocks }: Case, ...names: string[]): ClockView | undefined => clocks.filter(({ clock }) => names.includes(clock)).at(-1)
const on = (day: string) => text(day, day)

const renewal = (one: Case, items: Pick<TimelineItem, 'type'>[]): Line[] => {
  const [intime, late] = [last(one, 'deemed-renewal'), last(one, 'late-renewal')]
  if (happened(items, 'deem-renewed')) return [{ label: w.renewal, value: w.deemedRenewed, warn: true }]
  if (late) return [{ label: w.renewal, value: filled(w.late, { date: on(late.due) }), warn: true }]
  return intime?.now ? [{ label: w.renewal, value: filled(w.inTime, { date: on(intime.due) }) }] : []
}

const validity = (one: Case): Line[] => {
  const [until, by] = [last(one, 'validity', 'validity-kept'), last(one, 'renewal-application')]
  if (!until?.now) return []
  const value = by?.now ? filled(w.renewBy, { date: on(until.due), by: on(by.due) }) : filled(w.validUntil, { date: on(until.due) })
  return [{ label: w.validity, value }]
}

const bar = (one: Case): Line[] => {
  const running = last(one, 'reapply-bar-false', 'reapply-bar-fraud')
  return running?.now ? [{ label: w.barred, value: filled(w.barredUntil, { date: on(running.due) }), warn: true }] : []
}
