// Which days of the entries fall due, who keeps them, and what is said of each before the day and once after it?
import { type Text, text } from '../language/words.ts'
import { groupOf } from '../organisation/offices.ts'
import type { Region } from '../organisation/regions.ts'
import { addDays, type Day } from '../time/days.ts'
import type { EntryPlace } from './change.ts'
import type { Register } from './define.ts'
import { type Due, dueFieldWords, isOpenOn } from './due-days.ts'

/** An entry with the days by which something of it is to be done. */
export type DueEntry = {
  id: string
  register: string
  number: string
  name: string
  region: Region
  owner: string | null
  dues: readonly Due[]
}

/** One of its days, of which a morning speaks. */
export type DueLine = { entry: DueEntry; due: Due }

const soonDays = 30
const weekDays = 7
/** What nobody has done so long after its day is a matter of supervision, not of a reminder. */
const forgottenDays = 90

/** The first and the last day of which a morning speaks. */
export const dueWindow = (today: Day): { from: Day; until: Day } => ({
  from: addDays(today, -forgottenDays),
  until: addDays(today, soonDays),
})

type Stage = 'soon' | 'week' | 'passed'
/** Each is told once: thirty days before, a week before, and when the day has passed. */
const stageOf = ({ day }: Due, today: Day): Stage => {
  if (day < today) return 'passed'
  return day <= addDays(today, weekDays) ? 'week' : 'soon'
}

/** Of which a morning speaks: what is still open, neither far ahead nor forgotten. */
export const isTold = (due: Due, today: Day): boolean => {
  const { from, until } = dueWindow(today)
  return isOpenOn(due, today) && due.day >= from && due.day <= until
}

/** What is still open and falls due, each day by itself: what has passed hides nothing that comes after it. The nearest first. */
export const fallingDue = (
  registers: Readonly<Record<string, Register>>,
  entries: readonly DueEntry[],
  today: Day,
): DueLine[] =>
  entries
    .filter(({ register }) => Object.hasOwn(registers, register))
    .flatMap((entry) =>
      entry.dues.filter((due) => isTold(due, today)).map((due) => ({ entry, due })),
    )
    .sort(nearestFirst)

const nearestFirst = (a: DueLine, b: DueLine): number => {
  if (a.due.day !== b.due.day) return a.due.day < b.due.day ? -1 : 1
  return a.entry.number < b.entry.number ? -1 : 1
}

/** Who keeps an entry: whoever may propose a change of it, of its place and its enterprise. */
export const keepersOf = ({ propose }: Register, place: EntryPlace): string[] =>
  propose.flatMap((address) => groupOf(address, place) ?? [])

/** What a message rests on of a day, beside whose it is. */
export const stampOf = (due: Due, today: Day): string[] => [due.field, due.day, stageOf(due, today)]

const stageWords: Record<Stage, Text> = {
  soon: text('到期', 'due'),
  week: text('一周内到期', 'due within a week'),
  passed: text('已届满', 'has passed'),
}

/** What is to be done by which day, and how near that is. */
export const dayWords = (register: Register, due: Due, today: Day): Text => {
  const [label, stage] = [dueFieldWords(register, due.field), stageWords[stageOf(due, today)]]
  return text(`${label.zh} ${due.day} ${stage.zh}`, `${label.en} ${due.day} ${stage.en}`)
}

/** Whether the day has passed and nothing has ended it. */
export const hasPassed = ({ due }: DueLine, today: Day): boolean => due.day < today

/** What a mail says of one day of an entry. */
export const dueLineWords = (
  register: Register,
  { entry, due }: DueLine,
  { today, base }: { today: Day; base: string },
): Text => {
  const words = dayWords(register, due, today)
  const link = `\n  ${base}/registers/${entry.register}/${entry.id}`
  return text(
    `· ${register.entry.zh} ${entry.number}《${entry.name}》：${words.zh}${link}`,
    `· ${register.entry.en} ${entry.number} “${entry.name}”: ${words.en}${link}`,
  )
}
