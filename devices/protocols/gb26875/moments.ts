// When did an object of a message happen, and is it the present?
import type { DeviceClocks, Stamp } from '../../clocks/clocks.ts'
import type { Flag } from '../../port/port.ts'
import type { Memory } from './memory.ts'
import { type Message, tagged } from './message.ts'
import type { Item } from './units.ts'

export type Context = {
  device: string
  memory: Memory
  clocks: DeviceClocks
  /** When it was received for the first time. */
  now: Date
  /** It could not be stored then: what came after it does not make it late. */
  held: boolean
  flags: Flag[]
  /** Key of the message: source, serial and time make it unique. */
  message: string
  /** A set bit 0 means “running”; many panels never set it, so a clear one means “being tested” only where the registry says so. */
  testBit: boolean
  /** It is of the kind that answers a question: acts in it are of the past. */
  answersRequest: boolean
  /** It answers one that we have just asked: states in it are those of now. */
  answers: boolean
}

/** One object in its message: when it happened, and under which key. `onset`: how a fire that begins is marked, of which none may be missed. */
export type Moment = { at: string; event: string; flags: Flag[]; onset: Flag[] }

const MINUTE = 60_000
/** Panels put their own clocks back a little. */
const LATE = 10 * MINUTE
/** A fire of an hour ago that is reported only now may still burn. */
const ONSET = 120 * MINUTE

/** Null: it lies more than a day ahead. The own time of an object, or that of the sending (clocks, versions). */
export const momentOf = (
  context: Context,
  message: Message,
  item: Item,
  event: string,
): Moment | null => {
  const at = ownTime(context, item) ?? tagged(message.sent) ?? null
  const [moment, onset] = [LATE, ONSET].map((allowsMs) => judged(context, item, at, allowsMs))
  if (!moment || !onset) return null
  const marked = (stamp: Stamp): Flag[] => [...new Set([...context.flags, ...stamp.flags])]
  return { at: moment.at, event, flags: marked(moment), onset: marked(onset) }
}

/** A state that was asked for is that of the answer, however long ago it began. */
const ownTime = ({ answers, now }: Context, item: Item): Date | undefined => {
  const states = item.state ?? item.status ?? item.value
  const event = states ?? item.act
  if (answers && states !== undefined) return now
  return event === undefined || !item.time ? undefined : tagged(item.time)
}

const judged = (
  { clocks, device, now, held, answers }: Context,
  item: Item,
  at: Date | null,
  allowsMs: number,
): Stamp | null => {
  if (answers && at === now) return { at: now.toISOString(), flags: [] }
  return clocks.judge(
    device,
    { at, allowsMs, than: item.value === undefined ? 'newest' : 'receipt', held },
    now,
  )
}
