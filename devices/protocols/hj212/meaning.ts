// Of which moment does a message speak, how wrong is its clock, and is it late?
import type { Flag } from '../../port.ts'
import { look } from '../look.ts'
import { dataOf, headerOf, type Message } from './message.ts'
import { keyOf } from './message-key.ts'
import { isRepeated, partOf } from './objection.ts'
import type { Seat } from './seat.ts'
import { momentOf } from './time.ts'
import { commands } from './words.ts'

const SKEW = 10 * 60_000
const LATE = 5 * 60_000

/** What was meant by a message, as far as it can be told before its values are read. */
export type Meaning = {
  command: string
  key: string
  number: Date | null
  dataTime: Date | null
  /** By how many ms its clock is wrong; 0: it is not. */
  off: number
  /** It was heard before, minutes ago. */
  again: boolean
}

/** `heard`: when, and whether it is one that was heard before, whose own moments then hold; `now`: when its parts are put together. */
export function meaningOf(seat: Seat, message: Message, heard: { first: Date; again: boolean }, now: Date): Meaning {
  const command = headerOf(message, 'CN') ?? ''
  const written = headerOf(message, 'QN')
  const number = written === undefined ? null : momentOf(written)
  const part = partOf(message)
  const stated = momentOf(dataOf(message, 'DataTime') ?? '')
  const dataTime = part ? seat.parts.take({ ...part, command, dataTime: stated }, now) : stated
  const ahead = (moment: Date | null): number => (moment ? moment.getTime() - heard.first.getTime() : 0)
  const off = Math.abs(ahead(number)) > SKEW ? ahead(number) : ahead(dataTime)
  const wrong = (heard.again || !isRepeated(message)) && (Math.abs(ahead(number)) > SKEW || ahead(dataTime) > SKEW)
  // Commands that are not about measurements need no moment of their own.
  const moment = dataTime ?? (command.startsWith('2') ? null : (number ?? heard.first))
  return { command, key: keyOf(message), number, dataTime: moment, off: wrong ? off : 0, again: heard.again }
}

export function flagsOf(seat: Seat, message: Message, { command, off, number, dataTime, again }: Meaning, now: Date): Flag[] {
  const skewed = off !== 0
  const period = look(commands, command)?.period
  if (period === undefined || !dataTime) return skewed ? ['skew'] : []
  const newest = seat.newest.get(command) ?? Number.NEGATIVE_INFINITY
  // A moment of the future must not make late what comes after it.
  seat.newest.set(command, Math.max(newest, Math.min(dataTime.getTime(), now.getTime())))
  // Its own clock says how old its data are; the end of a period, and the next one, may pass before they come.
  const age = (skewed && number ? number : now).getTime() - dataTime.getTime()
  const repeated = isRepeated(message)
  const late = repeated || dataTime.getTime() < newest || age > Math.max(LATE, period * 2000)
  // Under a wrong clock the order is that of receipt: a resend must not come after what was received since.
  const sentAgain = repeated || (again && skewed)
  return [...(late ? (['late'] as const) : []), ...(sentAgain ? (['retx'] as const) : []), ...(skewed ? (['skew'] as const) : [])]
}
