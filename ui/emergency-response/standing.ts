// Where does an emergency stand, in a few lines: is it an exercise, what has been reported, what must be reported by when?

import type { CaseView } from '../../contract/case/cases.ts'
import { allReceived } from '../../domain/emergency-response/upwards/received-words.ts'
import { type Text, text } from '../../domain/language/words.ts'
import type { ClockView } from '../../domain/views/case-views.ts'
import { filled, type Line, lastOf, type Standing } from '../record/standing-lines.ts'
import { countedWords } from './counted-words.ts'
import { joinWords } from './join-words.ts'
import { drillMark, emergencyWords as w } from './words.ts'

type One = Standing & Pick<CaseView, 'title' | 'grades' | 'countedBy' | 'status' | 'active'>
/** How a moment is written. */
type ShowMoment = (at: string) => string

const reports = [
  'unit-report',
  'county-report',
  'county-phone',
  'city-report',
  'city-phone',
  'county-info-phone',
  'county-info-written',
  'city-info-phone',
  'city-info-written',
  'county-informing',
  'city-informing',
  'lift-accident-report',
]
const rescue = ['lift-call-back', 'lift-trapped-rescue', 'lift-trapped-rescue-remote']
const further = ['continued-report', 'continued-report-major']
const counts = ['casualty-supplement', 'casualty-supplement-traffic-fire']

export const standingOf = (one: One, showMoment: ShowMoment): Line[] => [
  ...(one.title.startsWith(drillMark)
    ? [{ label: w.exercise, value: w.exerciseText, warn: true as const }]
    : []),
  ...levelReached(one),
  ...unreceived(one),
  ...stateOf(lastOf(one, 'verification'), verified, showMoment),
  ...rescue.flatMap((clock) => stateOf(lastOf(one, clock), rescued, showMoment)),
  ...accident(lastOf(one, 'lift-trapped-accident'), showMoment),
  ...reports.flatMap((clock) => stateOf(lastOf(one, clock), reported, showMoment)),
  ...running(lastOf(one, ...further), w.nextReport, ({ dueAt }) => showMoment(dueAt)),
  ...running(lastOf(one, ...counts), w.countUntil, ({ due }) => due),
]

const numberOf = ({ facts }: One, wanted: string): number =>
  Number(facts.find(({ name }) => name === wanted)?.value.zh.replace(/\D/g, '') ?? 0)

/** Which level of accident the known numbers reach, as the case counts it; as long as nobody is known to be harmed, none is said. */
const levelReached = (one: One): Line[] => {
  const harmed = ['dead', 'seriouslyHurt', 'directLoss'].some((name) => numberOf(one, name) > 0)
  const found = one.grades?.find(({ grade }) => grade === 'accident-level')
  if (!harmed || !found) return []
  return [{ label: w.accidentLevel, value: found.value }, ...(one.countedBy ?? []).map(countedBy)]
}

/** What the case, or a case joined to it, has sent upwards and nobody has received yet. */
const unreceived = ({ facts, status, active }: One): Line[] => {
  const left = facts.findLast(({ name }) => name === 'unreceived')?.value
  if (!left || left.zh === allReceived.zh) return []
  if (status === 'closed' && !active.includes('response.joined')) return []
  const value = status === 'closed' ? joinWords.receivedThere : joinWords.toReceive
  return [{ label: joinWords.unreceived, value: filled(value, { by: left }), warn: true }]
}

const countedBy = ({ title, article, version }: NonNullable<One['countedBy']>[number]): Line => ({
  label: countedWords.countedBy,
  value: filled(countedWords.amountVersion, { title, article, version: same(version) }),
})

const same = (value: string): Text => text(value, value)

type Words = { due: Text; late: Text; done: Text; doneLate: Text }
const reported: Words = {
  due: w.stillDue,
  late: w.stillLate,
  done: w.done,
  doneLate: w.doneLate,
}
const verified: Words = {
  due: w.unverified,
  late: w.unverifiedLate,
  done: w.verified,
  doneLate: w.verifiedLate,
}

const rescued: Words = {
  due: w.rescueDue,
  late: w.rescueLate,
  done: w.rescueDone,
  doneLate: w.rescueDoneLate,
}

/** Done or not, each against its own limit. */
const stateOf = (clock: ClockView | undefined, words: Words, showMoment: ShowMoment): Line[] => {
  if (!clock) return []
  const { words: label, now, status, dueAt, endedAt } = clock
  const by = same(showMoment(dueAt))
  const late = status === 'overdue' || status === 'met-late'
  const line = (value: Text): Line[] => [late ? { label, value, warn: true } : { label, value }]
  if (now) return line(filled(late ? words.late : words.due, { by }))
  if (!endedAt || !status.startsWith('met')) return []
  return line(filled(late ? words.doneLate : words.done, { at: same(showMoment(endedAt)), by }))
}

/** 监察条例 64: before two hours what will be, after them what is. */
const accident = (clock: ClockView | undefined, showMoment: ShowMoment): Line[] => {
  const [line] = running(clock, w.accidentAt, ({ dueAt }) => showMoment(dueAt))
  if (!line || clock?.status !== 'overdue') return line ? [line] : []
  return [{ ...line, value: w.accidentNow, warn: true }]
}

const running = (
  clock: ClockView | undefined,
  words: Text,
  until: (clock: ClockView) => string,
): Line[] =>
  clock?.now ? [{ label: clock.words, value: filled(words, { by: same(until(clock)) }) }] : []
