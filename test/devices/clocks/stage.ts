// The way from the bytes of a device to its alarms, without a database: what is stored is kept aside, and a restart knows no more than that.

import { toldParameters, watchesOf } from '../../../devices/alarms/parameters.ts'
import type { AlarmEvent } from '../../../devices/alarms/state.ts'
import { createDeviceClocks, type DeviceClocks } from '../../../devices/clocks/clocks.ts'
import type { DeviceClock } from '../../../devices/clocks/device-clock.ts'
import type { Entry } from '../../../devices/episodes/evaluations.ts'
import { type Draft, draftOf, judge } from '../../../devices/episodes/judging.ts'
import type { DeviceRegistry, KnownDevice, KnownPoint } from '../../../devices/episodes/registry.ts'
import type { AlarmStore, Asked } from '../../../devices/episodes/store.ts'
import { createIntake, type IntakeDeps } from '../../../devices/intake/intake.ts'
import type { Observation } from '../../../devices/port/port.ts'

export type Judged = { event: AlarmEvent; key: string }
export type Stage = ReturnType<typeof createStage>

const point = (id: number, key: string, high: number): KnownPoint => {
  const row = {
    id,
    device: 'd',
    key,
    name: key,
    unit: null,
    kind: 'other' as const,
    lowLow: null,
    low: null,
    high,
    highHigh: null,
    risePerMinute: null,
    rangeLow: 0,
    rangeHigh: 1,
    marks: null,
    deadband: 0,
    onDelay: 0,
    offDelay: 0,
    reAlarmMinutes: null,
    latching: null,
    shelvable: true,
    firstLevel: 2 as const,
    outerLevel: 1 as const,
    since: '',
    until: null,
  }
  return {
    ...row,
    watches: watchesOf(row, () => true).filter(({ condition }) => condition === 'high'),
  }
}

export type Place = {
  key: string
  secret?: string | null
  dialect?: Record<string, unknown>
  points?: Record<string, number>
}

const deviceOf = ({ key, secret = null, dialect = {}, points = {} }: Place): KnownDevice => ({
  id: key,
  feed: 'f',
  key,
  name: key,
  enterprise: null,
  region: '330802',
  lon: null,
  lat: null,
  dialect,
  secret,
  hosts: [],
  synthetic: false,
  silenceSeconds: null,
  since: '',
  until: null,
  points: new Map(
    Object.entries(points).map(([name, high], n) => [name, point(n + 1, name, high)]),
  ),
})

/** All that a statement may be continued by; nothing is stored by it. */
const nowhere: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === 'then' ? undefined : name === 'rows' ? [] : nowhere),
  apply: () => nowhere,
})

/** The newest moment of a device may be stored five minutes late. */
const asStored = (known: ReadonlyMap<string, DeviceClock>): Map<string, DeviceClock> =>
  new Map(
    [...known].map(([key, clock]) => [
      key,
      { ...clock, newest: clock.newest === null ? null : clock.newest - 300_000, run: null },
    ]),
  )

export const createStage = (places: Place[]) => {
  const devices = new Map(places.map((place) => [place.key, deviceOf(place)]))
  let [entries, stored] = [new Map<string, Entry>(), new Map<string, Entry>()]
  let known = new Map<string, DeviceClock>()
  let clocks: DeviceClocks = createDeviceClocks(known)
  let outputs: Judged[] = []
  const apply = (requests: Asked[]) => {
    const draft = draftOf({ entries, floods: new Map() }, (about, level) =>
      toldParameters(about.kind, level, null, true),
    )
    const answers = requests.map((one) => judge(draft, one))
    outputs.push(...draft.events.map(({ key, event }) => ({ key, event })))
    for (const [key, entry] of draft.entries) keep(draft, key, entry)
    return answers
  }
  const keep = (draft: Draft, key: string, entry: Entry): void => {
    const alarm = entry.state.episode ? { id: key, seq: 0, rang: 0, flood: null } : null
    const now = { ...entry, alarm, revision: entry.revision + 1 }
    entries.set(key, now)
    if (draft.dirty.has(key)) stored.set(key, structuredClone(now))
  }
  const alarms = {
    apply: async (requests: Asked[]) => apply(requests),
    open: (test: (about: Entry['about']) => boolean) =>
      [...entries.values()].filter(({ alarm, about }) => alarm !== null && test(about)),
    mayJudge: () => true,
  } as unknown as AlarmStore
  const registry = {
    device: (_: string, key: string) => devices.get(key),
  } as unknown as DeviceRegistry
  const db = {
    execute: async () => ({ rows: [] }),
    transaction: async () => undefined,
  } as unknown as IntakeDeps['db']
  const readings = { keep: async () => undefined } as unknown as IntakeDeps['readings']
  const intake = createIntake({
    db,
    guard: async () => undefined,
    registry,
    alarms,
    readings,
    onReceived: () => undefined,
  })
  const take = async (observations: Observation[], now: Date): Promise<Judged[]> => {
    outputs = []
    await intake('f', observations, now)
    return outputs
  }
  return {
    device: (key: string) => devices.get(key),
    clocks: () => clocks,
    take,
    /** A person has looked, and says that it is over. */
    declareOver: (key: string, now: Date): void => {
      const entry = entries.get(key)
      if (entry)
        apply([
          {
            about: entry.about,
            input: { kind: 'act', act: 'declare-over', by: 'p1', side: 'city' },
            parameters: toldParameters(entry.about.kind, 1, null, true),
            now,
          },
        ])
    },
    standing: () =>
      [...entries]
        .filter(([, { state }]) => state.episode?.active)
        .map(([key, { state }]) => ({ key, doubtful: state.episode?.doubtful === true })),
    restart: (): void => {
      entries = structuredClone(stored)
      known = asStored(known)
      clocks = createDeviceClocks(known)
    },
  }
}
