// Whose entries of the registers fall due, and how are their keepers told before the day and once after it?
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { groupOf } from '../organisation/offices.ts'
import type { Region } from '../organisation/regions.ts'
import { addDays, type Day } from '../time/days.ts'
import type { Register } from './define.ts'

/** An entry with the day by which something of it is to be done. */
export type DueEntry = {
  id: string
  register: string
  number: string
  name: string
  region: Region
  owner: string | null
  standing: string
  due: Day
}

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
const stageOf = ({ due }: DueEntry, today: Day): Stage => {
  if (due < today) return 'passed'
  return due <= addDays(today, weekDays) ? 'week' : 'soon'
}

const isWanted = ({ standings }: Register, standing: string): boolean =>
  Object.hasOwn(standings, standing) && standings[standing]?.over !== true

/** Of which something is still wanted, the nearest first. */
export const fallingDue = (
  registers: Readonly<Record<string, Register>>,
  entries: readonly DueEntry[],
  today: Day,
): DueEntry[] => {
  const { from, until } = dueWindow(today)
  return entries
    .filter(({ register, standing, due }) => {
      const of = Object.hasOwn(registers, register) ? registers[register] : undefined
      return of !== undefined && isWanted(of, standing) && due >= from && due <= until
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number < b.number ? -1 : 1))
}

/** Who keeps an entry: whoever may propose a change of it, of its place and its enterprise. */
export const keepersOf = ({ propose }: Register, entry: DueEntry): string[] =>
  propose.flatMap((address) => groupOf(address, entry) ?? [])

/** What a message rests on: the same is not told again. */
export const printOfDue = (due: readonly DueEntry[], today: Day): string =>
  due.length === 0
    ? 'none'
    : sha256(canonical(due.map((one) => [one.id, one.due, stageOf(one, today)]))).slice(0, 16)

const stageWords: Record<Stage, Text> = {
  soon: text('到期', 'due'),
  week: text('一周内到期', 'due within a week'),
  passed: text('已届满', 'has passed'),
}

const mostLines = 50

const lineOf = (register: Register, one: DueEntry, today: Day, base: string): Text => {
  const words = stageWords[stageOf(one, today)]
  const link = `\n  ${base}/registers/${one.register}/${one.id}`
  return text(
    `· ${register.entry.zh} ${one.number}《${one.name}》：${one.due} ${words.zh}${link}`,
    `· ${register.entry.en} ${one.number} “${one.name}”: ${one.due} ${words.en}${link}`,
  )
}

/** The mail to a keeper; null: nothing is wanted any more, and of that nobody needs a mail. `base`: the address of the product. */
export const dueMail = (
  registers: Readonly<Record<string, Register>>,
  due: readonly DueEntry[],
  { today, base }: { today: Day; base: string },
): { title: Text; body: Text } | null => {
  if (due.length === 0) return null
  const lines = due.slice(0, mostLines).flatMap((one) => {
    const register = registers[one.register]
    return register ? [lineOf(register, one, today, base)] : []
  })
  const passed = due.filter((one) => stageOf(one, today) === 'passed').length
  const more = due.length - lines.length
  const rest = more > 0 ? [text(`另有 ${more} 项`, `and ${more} more`)] : []
  const all = [...lines, ...rest]
  return {
    title: text(
      `【智慧安监】${today} 登记簿 ${due.length} 项 30 日内到期，其中已届满 ${passed} 项`,
      `[anjian] ${today} ${due.length} entries of registers fall due within 30 days, ${passed} of them have passed`,
    ),
    body: text(
      `请在到期前办理，并在登记簿中更新：\n${all.map(({ zh }) => zh).join('\n')}`,
      `To be done before the day, and entered in the register:\n${all.map(({ en }) => en).join('\n')}`,
    ),
  }
}
