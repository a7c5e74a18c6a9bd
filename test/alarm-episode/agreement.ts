// An alarm at its device, its outbox, the requests of the desk and its case, all in memory: what is on its way arrives in any order.
import { evaluate } from '../../devices/alarms/evaluate.ts'
import { standingNow } from '../../devices/alarms/lifecycle.ts'
import {
  type AlarmEvent,
  type AlarmState,
  atRest,
  type Input,
  isHidden,
} from '../../devices/alarms/state.ts'
import { caseEventFor, dataToTell } from '../../devices/episodes/dispatcher.ts'
import { dataOf, tidingOf } from '../../devices/episodes/keeping.ts'
import { alarmEpisode } from '../../domain/alarm-episode/process.ts'
import { type AlarmStanding, alarmStandingOf, isRinging } from '../../domain/duty/alarm-states.ts'
import { acknowledgedBody } from '../../domain/duty/commands.ts'
import { isRunning } from '../../domain/engine/clocks/obligations.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { stateKey } from '../../domain/model/chart.ts'
import { playing } from '../case/acting.ts'
import { panel } from '../devices/alarms/sensing.ts'
import { author, devices } from '../support/people/cast.ts'
import { sample } from './playing.ts'
import { raised } from './samples.ts'

const start = Date.parse('2026-03-02T01:00:00.000Z')
const about = {
  key: 'k',
  feed: 'opcua-1',
  device: null,
  point: 'LT-101',
  pointId: null,
  condition: 'HH',
  kind: 'level',
  name: '甲醇储罐',
  deviceName: 'LT-101',
  pointName: '储罐液位',
  region: '330802',
  enterprise: raised.enterprise,
  unit: 'm',
  lon: null,
  lat: null,
  site: 's',
  synthetic: false,
}

/** The row of an alarm as the devices store it, and what is on its way from and to it. */
export type Row = {
  seq: number
  rang: number
  standing: AlarmStanding
  ackedBy: string | null
  /** The newest event that an acknowledgement which reached the device had seen. */
  ackedSeen: number
  closed: boolean
  told: boolean
  outbox: { kind: string; data: Record<string, unknown> }[]
  toDevice: Request[]
  toCase: Request[]
  play: ReturnType<typeof playing> | null
}
type Request =
  | { act: 'acknowledge' | 'reset'; seen: number }
  | { act: 'shelve'; until: string }
  | { act: 'unshelve' }

const asides = ['shelved', 'suppressed', 'out-of-service']

/** In which state of its answer the case is; `over` also where it has closed. */
export const answerOf = ({ play }: Row): string | null => {
  if (!play) return null
  if (play.record().status === 'closed') return 'over'
  const key = stateKey(play.record().snapshot.value)
  return /response\.([^|]+)/.exec(key)?.[1] ?? null
}
/** Which periods run in its case until somebody does something about it. */
export const calling = ({ play }: Row): string[] =>
  (play?.record().obligations ?? [])
    .filter((one) => /^(acknowledge|handle|conclude)-/.test(one.clock) && isRunning(one))
    .map(({ clock }) => clock)

/** The level that its case goes by. */
export const levelOf = ({ play }: Row): number | null =>
  play ? Number(play.record().snapshot.context.level) : null

export const isAside = (row: Row): boolean => asides.includes(answerOf(row) ?? '')

export const openWorld = (latching: boolean) => {
  const parameters = { ...panel, latching }
  let ms = start
  let state: AlarmState = atRest(parameters.limits.length)
  const rows: Row[] = []
  const iso = () => new Date(ms).toISOString()
  const open = () => rows.at(-1)

  const keep = (event: AlarmEvent): void => {
    if (event.kind === 'raised') rows.push(freshRow())
    const row = open()
    if (!row || row.closed) return
    row.seq += 1
    if (isRinging(event.kind)) row.rang = row.seq
    const standing = alarmStandingOf(event.after)
    const { ackedBy, closed, told } = event.after
    Object.assign(row, { standing, ackedBy, closed, told })
    if (!event.outward) return
    // A newer one of its kind takes the place of one that waits.
    const tiding = tidingOf(event)
    row.outbox = row.outbox.filter(({ kind }) => kind !== tiding)
    const data = dataOf(about, { ...event, standing }, { id: 'a-1', rang: row.rang })
    row.outbox.push({ kind: tiding, data })
  }

  const hear = (input: Input): string | null => {
    const judged = evaluate(state, input, parameters, new Date(ms))
    state = judged.state
    for (const event of judged.events) keep(event)
    return judged.refused
  }

  const toCase = (row: Row, type: string, data: Record<string, unknown>, by = devices as never) => {
    row.play?.to(iso())
    if (row.play?.record().status !== 'open') return
    const before = row.play.effects.length
    try {
      row.play.act(by, type, data)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
    return row.play.effects.slice(before)
  }

  const deliver = {
    outbox: (row: Row): boolean => {
      const next = row.outbox.shift()
      const type = next ? caseEventFor(row.play !== null, next) : null
      const data = next ? dataToTell(next, row) : {}
      if (next && type === 'raise') row.play = playing(alarmEpisode, devices, data, iso())
      else if (next && type) toCase(row, type, data)
      return next !== undefined
    },
    toCase: (row: Row): boolean => {
      // A case that has not begun is told of them when it has.
      const next = row.play ? row.toCase.shift() : undefined
      if (!next) return false
      const { act } = next
      const data = act === 'acknowledge' ? acknowledgedBody(next.seen, null) : { reason: '试验' }
      const until = act === 'shelve' ? { until: next.until } : {}
      toCase(row, act, { ...data, ...until }, author('dan') as never)
      return true
    },
    toDevice: (row: Row): boolean => {
      const next = row.toDevice.shift()
      if (!next) return false
      if (row !== open() || row.closed) return true
      if ('seen' in next && next.seen < row.rang) return true
      if (next.act === 'acknowledge') row.ackedSeen = Math.max(row.ackedSeen, next.seen)
      const until = next.act === 'shelve' ? { until: next.until } : {}
      hear({ kind: 'act', act: next.act, by: 'dan', side: 'city', reason: '试验', ...until })
      return true
    },
  }

  return {
    rows,
    open,
    state: () => state,
    hidden: () => isHidden(state),
    standing: () => standingNow(state),
    pass: (seconds: number) => {
      ms += seconds * 1_000
      hear({ kind: 'time' })
      for (const row of rows) row.play?.to(iso())
    },
    hear: (input: (at: string) => Input) => hear(input(iso())),
    /** At the desk: the request goes to the device and to the case at once; `older`: he saw the alarm as it was so many events ago. */
    ask: (row: Row, wanted: 'acknowledge' | 'shelve' | 'unshelve', older = 0) => {
      const until = new Date(ms + 600_000).toISOString()
      const seen = Math.max(1, row.seq - older)
      const request = { act: wanted, seen, until } as Request
      row.toDevice.push(request)
      row.toCase.push(request)
    },
    /** From the page of the case: it asks the device itself. */
    actInCase: (row: Row, wanted: 'acknowledge' | 'reset' | 'conclude') => {
      const data = wanted === 'conclude' ? sample(wanted) : {}
      for (const effect of toCase(row, wanted, data ?? {}, author('dan') as never) ?? [])
        if (effect.kind === 'device')
          row.toDevice.push({ act: effect.verb, seen: Number(effect.args.seen) })
    },
    deliver,
    deliverAll: () => {
      const some = () =>
        rows.some((row) => deliver.outbox(row) || deliver.toCase(row) || deliver.toDevice(row))
      while (some());
    },
  }
}

const freshRow = (): Row => ({
  seq: 0,
  rang: 0,
  standing: 'normal',
  ackedBy: null,
  ackedSeen: 0,
  closed: false,
  told: false,
  outbox: [],
  toDevice: [],
  toCase: [],
  play: null,
})
