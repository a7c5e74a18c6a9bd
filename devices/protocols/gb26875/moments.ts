// When did an object of a message happen, and is it news?
import type { Flag } from '../../port.ts'
import { behind, WINDOW } from '../recall.ts'
import type { Memory } from './memory.ts'
import { type Message, tagged } from './message.ts'
import type { Item } from './units.ts'

export type Context = {
  device: string
  memory: Memory
  /** When it was heard for the first time. */
  now: Date
  /** It could not be stored then: what came after it does not make it late, only what has been stored does. */
  held: boolean
  flags: Flag[]
  /** Key of the message: source, serial and time make it unique. */
  message: string
  /** The clock of the sender is wrong: its moments are shifted by as much. */
  skewed: boolean
  /** A set bit 0 means “running”; many panels never set it, so a clear one means “being tested” only where the registry says so. */
  testBit: boolean
  /** It answers a question: acts in it are of the past. */
  asked: boolean
}

/** One object in its message: when it happened, under which key, whether something newer is known of its point. */
export type Moment = { at: string; event: string; flags: Flag[]; behind: number }

/** When an object happened: its own time, or that of the sending (clocks, versions); shifted when the clock is wrong, never in the future. */
export const momentOf = (context: Context, message: Message, item: Item, event: string): Moment => {
  const { memory, now, skewed } = context
  const sent = tagged(message.sent)?.getTime() ?? now.getTime()
  const own = timeOf(item)
  const shifted = (own ?? sent) + (skewed ? memory.offset : 0)
  const future = shifted > now.getTime() + WINDOW
  return {
    at: new Date(future ? now.getTime() : shifted).toISOString(),
    event,
    behind: 0,
    flags: future && !context.flags.includes('skew') ? [...context.flags, 'skew'] : context.flags,
  }
}

const timeOf = (item: Item): number | undefined => {
  const event = item.state ?? item.value ?? item.status ?? item.act
  return event === undefined || !item.time ? undefined : tagged(item.time)?.getTime()
}

/** Marks what is older than something heard before of the same point. */
export const late = (moment: Moment, { memory, held }: Context, point: string): Moment => {
  const older = behind(memory, point, Date.parse(moment.at))
  return older > 0 && !held ? { ...moment, behind: older, flags: [...moment.flags, 'late'] } : moment
}

/** A fire is late only by more than ten minutes: until then a panel's clock may have been put back, and no fire may be missed for that. */
export const fireFlags = (moment: Moment): Flag[] =>
  moment.behind < WINDOW ? moment.flags.filter((flag) => flag !== 'late') : moment.flags
