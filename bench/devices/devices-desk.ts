// How soon does the duty officer's desk show what a detector has measured, and does a flood bury the gravest?
import { setTimeout as sleep } from 'node:timers/promises'
import type { AlarmList } from '../../contract/duty/alarms.ts'
import type { FeedHealth } from '../../contract/duty/desk.ts'
import { everyGas } from '../../devices/simulators/plant-names.ts'
import { play, scenario } from '../../devices/simulators/plant-scenarios.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { signIn } from '../http.ts'
import { DESK, gaugeKey, idOf } from './devices-city.ts'
import type { Platform } from './devices-platform.ts'
import type { Senders } from './devices-senders.ts'
import type { Tally } from './devices-tally.ts'

export type Desk = Awaited<ReturnType<typeof openDesk>>
/** Milliseconds from the moment of the reading until the event stream spoke, and until the list of alarms had the row. */
export type VisibleTimes = { announced: number[]; visible: number[]; never: number }

const PATIENCE_MS = 10_000

/** The officer's open page: it reads its list anew when the event stream says that an alarm has changed. */
export const openDesk = async (base: string) => {
  const officer = await signIn(base, DESK.person)
  const waiting = new Map<string, (announced: number, visible: number) => void>()
  let reading = false
  let again = false
  const list = async (): Promise<AlarmList> => {
    const { status, body } = await officer.ask<AlarmList>('GET', '/api/alarms?limit=500')
    if (status !== 200) throw new Error(`the desk answers ${status}`)
    return body
  }
  const look = async (announced: number): Promise<void> => {
    again = reading
    if (reading || waiting.size === 0) return
    reading = true
    const { items } = await list().catch(() => ({ items: [] as AlarmRow[] }))
    for (const { device } of items) waiting.get(device ?? '')?.(announced, Date.now())
    reading = false
    if (again) void look(Date.now())
  }
  const listen = () => officer.listen(({ kind }) => kind === 'alarm' && void look(Date.now()))
  let leave = await listen()
  return {
    list,
    health: async (): Promise<FeedHealth> =>
      (await officer.ask<FeedHealth>('GET', '/api/duty/feeds')).body,
    /** After a break of its stream, as browsers do. */
    listenAgain: async (): Promise<void> => {
      leave()
      leave = await listen()
    },
    /** When the row of that device was heard of and shown; null: not in time. */
    shows: (device: string): Promise<{ announced: number; visible: number } | null> =>
      new Promise((resolve) => {
        const end = (answer: { announced: number; visible: number } | null) => {
          clearTimeout(timer)
          waiting.delete(device)
          resolve(answer)
        }
        const timer = setTimeout(() => end(null), PATIENCE_MS)
        waiting.set(device, (announced, visible) => end({ announced, visible }))
      }),
    close: () => leave(),
  }
}

/** What detector `n` measures now. */
export const measure = (
  gauges: Platform | undefined,
  n: number,
  percent: number,
  tally: Tally,
): number => {
  const ms = Date.now()
  tally.note('gauges', gaugeKey(n), 'LEL', ms)
  gauges?.push(
    [
      {
        equip_code: gaugeKey(n),
        bit_no: 'LEL',
        time: ms,
        value: percent,
        quality: 'good',
        unit: '%LEL',
      },
    ],
    ms,
  )
  return ms
}

/** One detector after the other is beyond its limit, until `until`; each is waited for at the desk. */
export const watchDesk = async (
  desk: Desk,
  { pushing }: Senders,
  tally: Tally,
  of: { gauges: number[]; everyMs: number },
): Promise<VisibleTimes> => {
  const seen: VisibleTimes = { announced: [], visible: [], never: 0 }
  for (const n of of.gauges) {
    const shows = desk.shows(idOf('gauges', gaugeKey(n)))
    const at = measure(pushing.gauges, n, 40, tally)
    const found = await shows
    if (found) {
      seen.announced.push(found.announced - at)
      seen.visible.push(found.visible - at)
    } else seen.never += 1
    await sleep(Math.max(0, at + of.everyMs - Date.now()))
  }
  for (const ms of [seen.announced, seen.visible]) ms.sort((a, b) => a - b)
  return seen
}

export type Flood = {
  detectors: number
  visible: number
  groups: number
  inGroup: number
  gravest: number
  onTop: boolean
  seconds: number
}

const LEAK_MS = 10_000
const SETTLE_MS = 3_000

/** All detectors of one plant within ten seconds. `onTop`: no alarm of a lesser level stands above one of the first that nobody has acknowledged. */
export const leak = async (desk: Desk, { plant, now }: Senders): Promise<Flood> => {
  const began = Date.now()
  now.leaking = true
  const steps = scenario('gas-flood', plant.chance).filter(({ at }) => at < LEAK_MS)
  await play(() => plant, {
    steps,
    restart: async () => undefined,
    stop: new AbortController().signal,
  })
  const rows = ({ items }: AlarmList) =>
    items.filter(({ feed, kind }) => feed === 'demo-plant' && kind === 'gas')
  let list = await desk.list()
  for (
    const end = Date.now() + PATIENCE_MS;
    rows(list).length < everyGas.length && Date.now() < end;
    list = await desk.list()
  )
    await sleep(100)
  const seconds = (Date.now() - began) / 1_000
  await sleep(SETTLE_MS)
  list = await desk.list()
  now.leaking = false
  const waiting = list.items.filter(({ acked }) => !acked).map(({ level }) => level)
  const gravest = rows(list).filter(({ level }) => level === 1).length
  const floods = list.floods.filter(({ site }) => site.startsWith('exercise/'))
  return {
    detectors: everyGas.length,
    visible: rows(list).length,
    groups: floods.length,
    inGroup: floods[0]?.n ?? 0,
    gravest,
    seconds,
    onTop: gravest > 0 && waiting.lastIndexOf(1) < waiting.filter((level) => level === 1).length,
  }
}
