// Which changes wait for a second person while their days run, or too long, and who is told so?
import { type Text, text } from '../language/words.ts'
import { groupOf } from '../organisation/offices.ts'
import type { CalendarSet } from '../time/calendar.ts'
import type { Day } from '../time/days.ts'
import { civilDate, type Instant } from '../time/instant.ts'
import { endOfWorkday } from '../time/mornings.ts'
import type { EntryPlace } from './change.ts'
import type { Register } from './define.ts'
import { dayWords, isTold, stampOf } from './due.ts'
import { type Due, dueFieldWords, duesIn, isOpenOn } from './due-days.ts'
import type { EntryData } from './entry.ts'

/** A change that nobody has decided about. */
export type WaitingChange = EntryPlace & {
  id: string
  register: string
  data: EntryData
  proposedBy: string
  proposedAt: Instant
}

/** One of which a morning speaks: its days that are near, those that have ended by themselves since it was proposed, and whether it waits too long. */
export type Unconfirmed = {
  change: WaitingChange
  open: readonly Due[]
  settled: readonly Due[]
  late: boolean
}

const patience = 2

/** What is said of a change waiting: the periods of the law run from what was handed in, whether or not anybody has confirmed it. */
export const unconfirmedOf = (
  registers: Readonly<Record<string, Register>>,
  changes: readonly WaitingChange[],
  { now, calendars }: { now: Instant; calendars: CalendarSet },
): Unconfirmed[] => {
  const today = civilDate(now)
  return changes.flatMap((change) => {
    const register = Object.hasOwn(registers, change.register) ? registers[change.register] : null
    if (!register) return []
    const dues = duesIn(register, change.data)
    const open = dues.filter((due) => isTold(due, today))
    const proposedOn = civilDate(change.proposedAt)
    const settled = settledBetween(dues, proposedOn, today)
    const late = now > endOfWorkday(proposedOn, patience, calendars)
    return open.length + settled.length > 0 || late ? [{ change, open, settled, late }] : []
  })
}

/** Days that were open on `from` and have ended by themselves since. */
const settledBetween = (dues: readonly Due[], from: Day, today: Day): Due[] =>
  dues.filter((due) => !isOpenOn(due, today) && isOpenOn(due, from))

/** 逾期未答复: why what waits is refused no more, in words: silence has answered it since it was proposed; null: nothing has. */
export const answeredBySilence = (
  register: Register,
  { data, proposedAt }: Pick<WaitingChange, 'data' | 'proposedAt'>,
  today: Day,
): Text | null => {
  const [first] = settledBetween(duesIn(register, data), civilDate(proposedAt), today)
  if (!first) return null
  const { zh, en } = settledWords(register, first)
  return text(`${zh}，不得再退回，请确认登记`, `${en}: it is refused no more; confirm it`)
}

/** Who may confirm it. */
export const confirmersOf = ({ confirm }: Register, place: EntryPlace): string[] =>
  confirm.flatMap((address) => groupOf(address, place) ?? [])

/** What a message rests on of a change. */
export const stampOfWaiting = ({ change, open, settled, late }: Unconfirmed, today: Day) => [
  change.id,
  late,
  open.map((due) => stampOf(due, today)),
  settled.map(({ field }) => field),
]

/** What a mail says of one, with the page on which it is confirmed. */
export const waitingLineWords = (
  register: Register,
  { change, open, settled, late }: Unconfirmed,
  { today, base }: { today: Day; base: string },
): Text => {
  const [since, name] = [civilDate(change.proposedAt), String(change.data[register.name] ?? '')]
  const said = [
    ...(late ? [text('已超过2个工作日', 'for more than two working days')] : []),
    ...open.map((due) => dayWords(register, due, today)),
    ...settled.map((due) => settledWords(register, due)),
  ]
  const link = `\n  ${base}/registers/${change.register}`
  return text(
    `· ${register.entry.zh}《${name}》：${since}提请，${said.map(({ zh }) => zh).join('；')}${link}`,
    `· ${register.entry.en} “${name}”: proposed on ${since}; ${said.map(({ en }) => en).join('; ')}${link}`,
  )
}

const settledWords = (register: Register, { field, day, until }: Due): Text => {
  const label = dueFieldWords(register, field)
  const settled = settledFieldWords(register, field)
  return text(
    `${label.zh} ${day} 已届满，${settled?.zh ?? ''} ${until ?? ''}`,
    `${label.en} ${day} has passed, ${settled?.en ?? ''} ${until ?? ''}`,
  )
}

/** What the day is called on which a day of this field ends by itself; null: it does not. */
export const settledFieldWords = ({ due = [], fields }: Register, field: string): Text | null => {
  const until = due.find((one) => one.field === field)?.until
  return until === undefined ? null : (fields[until]?.form?.words ?? null)
}
