// What would a station send? A made-up one; the socket is put round it by others.
import { look } from '../../frames/look.ts'
import type { Resending } from '../../frames/simulated.ts'
import { codec } from './codec.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { createFramer } from './frame.ts'
import { areaOf, dataOf, flagOf, headerOf, type Item, type Message, messageOf } from './message.ts'
import { dueBetween, type Plan, type Report, within } from './simulated-day.ts'
import { momentOf, write, writeMs } from './time.ts'
import { commands } from './words.ts'

const LONGEST_AREA = 950
const RESEND_MS = 10_000
const RESENDS = 3
const MOST_CATCH_UP = 48 * 3_600_000
const VERSIONS = { 2005: 0, 2017: 1, 2025: 2 }

type Sent = Report & { frame: Uint8Array; at: number; tries: number }

type State = {
  plan: Plan
  dialect: Dialect
  open: Map<string, Sent>
  backlog: Report[]
  last: number | null
  lastNumber: number
  clockOff: number
  rtdSeconds: number
}

/**
 * A station after a plan; every frame of it is invented, so its device must be registered as synthetic. It opens by saying that it has
 * started, sends what has fallen due, and sends again what nobody has acknowledged.
 */
export const createStation = (plan: Plan): Resending => {
  const dialect = dialectOf(plan.dialect)
  const framer = createFramer()
  const state: State = {
    plan,
    dialect,
    open: new Map(),
    backlog: [],
    last: null,
    lastNumber: 0,
    clockOff: (plan.clockOffSeconds ?? 0) * 1000,
    rtdSeconds: dialect.rtdSeconds,
  }
  return {
    open: (now) => send(state, bootReport(own(state, now)), now),
    tick: (now) => tick(state, now),
    receive: (bytes, now) =>
      framer.push(bytes).flatMap((result) => (result.ok ? take(state, result.frame, now) : [])),
    unanswered: () => state.open.size,
  }
}

const own = ({ clockOff }: State, now: Date): Date => new Date(now.getTime() + clockOff)

const bootReport = (at: Date): Report => ({
  command: '2081',
  groups: [[['DataTime', write(at)]], [['RestartTime', write(at)]]],
})

function tick(state: State, now: Date): Uint8Array[] {
  const from = Math.max(state.last ?? now.getTime() - 1000, now.getTime() - MOST_CATCH_UP)
  state.last = now.getTime()
  const due = dueBetween(state.plan, from, now.getTime(), state.rtdSeconds, state.clockOff)
  if (state.plan.episodes.some((episode) => episode.kind === 'outage' && within(episode, now))) {
    state.backlog.push(...due)
    return []
  }
  const again = resend(state, now)
  const missed = state.backlog
  state.backlog = []
  return [
    ...again,
    ...missed.flatMap((report) => send(state, report, now, true)),
    ...due.flatMap((report) => send(state, report, now)),
  ]
}

function send(state: State, { command, groups }: Report, now: Date, again = false): Uint8Array[] {
  return split(groups).map((part, place, parts) => {
    state.lastNumber = Math.max(own(state, now).getTime(), state.lastNumber + 1)
    const number = writeMs(new Date(state.lastNumber))
    const numbered = parts.length > 1 ? { of: parts.length, number: place + 1 } : null
    const frame = written(state, { number, command, groups: part, numbered, again })
    state.open.set(number, { frame, at: now.getTime(), tries: 0, command, groups: part })
    return frame
  })
}

function resend(state: State, now: Date): Uint8Array[] {
  return [...state.open].flatMap(([number, sent]) => {
    if (now.getTime() - sent.at < RESEND_MS) return []
    if (sent.tries >= RESENDS) {
      state.open.delete(number)
      state.backlog.push(sent)
      return []
    }
    Object.assign(sent, { at: now.getTime(), tries: sent.tries + 1 })
    return [sent.frame]
  })
}

function take(state: State, frame: Uint8Array, now: Date): Uint8Array[] {
  const decoded = codec.decode(frame, state.dialect)
  if (!decoded.ok) return []
  const command = headerOf(decoded.message, 'CN') ?? ''
  if (look(commands, command)?.kind !== 'answer') return obey(state, decoded.message, now)
  state.open.delete(headerOf(decoded.message, 'QN') ?? '')
  return []
}

function obey(state: State, message: Message, now: Date): Uint8Array[] {
  const command = headerOf(message, 'CN') ?? ''
  if (command === '1012' && momentOf(dataOf(message, 'SystemTime') ?? '')) state.clockOff = 0
  if (command === '1062')
    state.rtdSeconds = Number(dataOf(message, 'RtdInterval')) || state.rtdSeconds
  const waiting: Report[] =
    command === '3015'
      ? [{ command, groups: [[['DataTime', write(own(state, now))]], [['VaseNo', '1']]] }]
      : []
  return [
    answer(state, message, '9011', ['QnRtn', '1']),
    ...waiting.flatMap((report) => send(state, report, now)),
    answer(state, message, '9012', ['ExeRtn', '1']),
  ]
}

type Frame = {
  number: string
  command: string
  groups: Item[][]
  numbered: { of: number; number: number } | null
  again: boolean
}

function written(
  { plan, dialect }: State,
  { number, command, groups, numbered, again }: Frame,
): Uint8Array {
  const version = VERSIONS[dialect.version]
  const head: Item[] = [
    ['QN', number],
    ['ST', plan.system],
    ['CN', command],
    ['PW', plan.password],
    ['MN', plan.station],
    ['Flag', String((version << 2) | (numbered ? 3 : 1))],
    ...(numbered
      ? ([
          ['PNUM', String(numbered.of)],
          ['PNO', String(numbered.number)],
        ] as const)
      : []),
    ...(again && version === 2 ? ([['RF', '1']] as const) : []),
  ]
  return codec.encode(
    messageOf(head, groups, dialect.sm4 !== '' && areaOf({ groups }).length >= 16),
    dialect,
  )
}

function answer({ plan, dialect }: State, to: Message, command: string, result: Item): Uint8Array {
  const head: Item[] = [
    ['QN', headerOf(to, 'QN') ?? ''],
    ['ST', '91'],
    ['CN', command],
    ['PW', plan.password],
    ['MN', plan.station],
    ['Flag', String((flagOf(to)?.version ?? 1) << 2)],
  ]
  return codec.encode(messageOf(head, [[result]]), dialect)
}

// Each packet repeats DataTime, so that it can be used alone.
function split(groups: Item[][]): Item[][][] {
  const [time, ...rest] = groups
  const parts: Item[][][] = [[]]
  for (const group of rest) {
    const part = parts.at(-1) ?? []
    const longer = areaOf({ groups: [time ?? [], ...part, group] }).length
    if (longer > LONGEST_AREA) parts.push([group])
    else part.push(group)
  }
  return parts.map((part) => [...(time ? [time] : []), ...part])
}
