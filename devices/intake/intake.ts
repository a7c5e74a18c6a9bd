// What becomes of what a feed has made known: which alarms are judged, which rows kept?
import type { Database, Executor } from '../../db/client.ts'
import { toldParameters } from '../alarms/parameters.ts'
import { rising, type Sample } from '../alarms/rate.ts'
import { type AlarmAbout, aboutPoint, deviceKeyOf, isOfDevice, keyOf } from '../episodes/about.ts'
import { policyOf } from '../episodes/policy.ts'
import type { DeviceRegistry, KnownDevice, KnownPoint } from '../episodes/registry.ts'
import type { AlarmStore, Asked } from '../episodes/store.ts'
import { cut } from '../port/cut.ts'
import type { Condition, Document, Level, Observation, Reading, Sign } from '../port/port.ts'
import type { PositionRow, ReadingRow, ReadingStore } from '../readings/store.ts'
import { type DocumentRow, keepDocuments, keepSigns, type SignRow } from './documents.ts'
import { byHour, keepLate, lateOf, notStored } from './late.ts'
import { positionRow } from './positions.ts'
import { packed, packedFlags } from './quality.ts'
import { asRegistered, otherUnit } from './units.ts'

/** What was not taken, and why; counted by whoever brought it. */
export type Untaken = {
  device: string
  reason: 'unknown-device' | 'unknown-point' | 'of-the-future' | 'other-unit'
  /** More than the name of its device. */
  words?: string
  of: Observation
}

export type Intake = (feed: string, observations: Observation[], now: Date) => Promise<Untaken[]>

export type IntakeDeps = {
  db: Database
  guard: (tx: Executor, feed: string) => Promise<void>
  registry: DeviceRegistry
  alarms: AlarmStore
  readings: ReadingStore
  /** Somebody has been heard. */
  onReceived: (feed: string, device: KnownDevice, at: Date) => void
}

type Sorted = {
  requests: Asked[]
  readings: ReadingRow[]
  positions: PositionRow[]
  records: DeviceRecord[]
  untaken: Untaken[]
}
type DeviceRecord = { device: string; of: Document | Sign }

/** A clock may run ahead by a day at the most; later than that is nonsense. */
const futureMs = 86_400_000

/**
 * Resolves when all of it is stored, alarms before readings; rejects when it is not, and may then be called again with the same: what was
 * stored already is stored once.
 */
export const createIntake = (deps: IntakeDeps): Intake => {
  const pace = new Map<number, Sample[]>()
  return async (feed, observations, now) => {
    const sorted: Sorted = { requests: [], readings: [], positions: [], records: [], untaken: [] }
    for (const one of observations) sort(deps, sorted, { feed, one, now, pace })
    if (sorted.requests.length > 0) await judged(deps, feed, sorted.requests, now)
    if (sorted.records.length > 0) await keepRecords(deps, feed, sorted.records, now)
    await deps.readings.keep(sorted.readings, sorted.positions)
    return sorted.untaken
  }
}

/** What is too late to ring is remembered, if it exceeds a limit. */
const judged = async (
  { db, guard, alarms }: IntakeDeps,
  feed: string,
  requests: Asked[],
  now: Date,
): Promise<void> => {
  const late = byHour(await notStored(db, lateOf(requests, await alarms.apply(requests), now)))
  if (late.length === 0) return
  await db.transaction(async (tx) => {
    await guard(tx, feed)
    await keepLate(tx, late)
  })
}

type One = { feed: string; one: Observation; now: Date; pace: Map<number, Sample[]> }

const sort = (deps: IntakeDeps, sorted: Sorted, given: One): void => {
  const { feed, one, now } = given
  const device = deps.registry.device(feed, one.device)
  const ahead = Date.parse(one.at) - now.getTime()
  if (!device || !(ahead < futureMs)) {
    sorted.untaken.push({
      device: one.device,
      reason: device ? 'of-the-future' : 'unknown-device',
      of: one,
    })
    return
  }
  deps.onReceived(feed, device, now)
  if (one.kind === 'reading') sortReading(sorted, device, one, given)
  else if (one.kind === 'condition')
    sorted.requests.push(...conditions(deps.alarms, device, one, given))
  else if (one.kind === 'position')
    sorted.positions.push(positionRow(device, one, { feed, now, flags: marked(device, one.flags) }))
  else sorted.records.push({ device: device.id, of: one })
}

const marked = (device: KnownDevice, flags: Observation['flags']) =>
  device.synthetic && !flags.includes('synthetic') ? [...flags, 'synthetic' as const] : flags

const sortReading = (
  sorted: Sorted,
  device: KnownDevice,
  one: Reading,
  { feed, now, pace }: One,
): void => {
  const point = device.points.get(one.point)
  if (!point) {
    sorted.untaken.push({ device: one.device, reason: 'unknown-point', of: one })
    return
  }
  const differs = otherUnit(device, one)
  if (differs) {
    const words = `${one.device} ${one.point}: ${differs.unit}, ${differs.registered}`
    sorted.untaken.push({ device: one.device, reason: 'other-unit', of: one, words })
  }
  const { at, value, quality } = asRegistered(device, one)
  const finite = value !== null && Number.isFinite(value) ? value : null
  sorted.readings.push({
    feed,
    point: point.id,
    at,
    receivedAt: now.toISOString(),
    value: finite,
    quality: packed(quality, marked(device, one.flags)),
  })
  const known = {
    ...one,
    value: finite,
    quality: finite === null && quality === 'good' ? ('bad' as const) : quality,
  }
  for (const { condition, parameters } of point.watches) {
    const about = aboutPoint(
      { feed, device, point: one.point, known: point },
      condition,
      one.flags.includes('synthetic'),
    )
    sorted.requests.push({ about, parameters, now, input: measured(known, condition, point, pace) })
  }
}

const measured = (
  one: Reading,
  condition: string,
  point: KnownPoint,
  pace: Map<number, Sample[]>,
): Asked['input'] => {
  const { at, value, quality, flags, firstReceivedAt } = one
  const measurement = {
    kind: 'measured' as const,
    at,
    flags,
    ...(firstReceivedAt === undefined ? {} : { firstReceivedAt }),
  }
  if (condition === 'bad-quality')
    return { ...measurement, value: quality === 'bad' || quality === 'stale' ? 1 : 0, quality }
  if (condition !== 'rise') return { ...measurement, value, quality }
  if (quality !== 'good' || value === null || flags.includes('late') || flags.includes('retx'))
    return { ...measurement, value: null, quality: 'bad' }
  const { samples, perMinute } = rising(pace.get(point.id) ?? [], { ms: Date.parse(at), value })
  pace.set(point.id, samples)
  return { ...measurement, value: perMinute, quality: perMinute === null ? 'bad' : 'good' }
}

/** One condition; one that covers what is below it also ends whatever stands open there. */
const conditions = (
  alarms: AlarmStore,
  device: KnownDevice,
  one: Condition,
  { feed, now }: One,
): Asked[] => {
  const point = pointOf(alarms, device, one, feed)
  // Which of the many has ended cannot be told apart; the reset of all ends them.
  if (point === elsewhere && !one.active && one.covers !== 'below') return []
  const request = requestOf(device, { ...one, point }, feed, now)
  if (one.covers !== 'below' || one.active) return [request]
  const isBelow = (at: string) =>
    at === one.point || at === elsewhere || at.startsWith(`${one.point}/`)
  const below = alarms.open(
    (about) =>
      isOfDevice(about, feed, device.key) &&
      about.condition === one.condition &&
      isBelow(about.point),
  )
  return below.map(({ about, state }) => ({
    ...request,
    about,
    parameters: reportParameters(
      about,
      state.episode?.level ?? one.level,
      device.points.get(about.point),
    ),
    input: { ...request.input, event: `${one.event}/${about.point}` } as Asked['input'],
  }))
}

/** Beyond measure all further points of a device are one: nothing is lost, and nobody fills our memory. */
const elsewhere = '…'
const pointOf = (
  alarms: AlarmStore,
  device: KnownDevice,
  { point, condition }: Condition,
  feed: string,
): string =>
  device.points.has(point) || alarms.mayJudge(keyOf(feed, device.key, point, condition), device.id)
    ? point
    : elsewhere

const requestOf = (device: KnownDevice, one: Condition, feed: string, now: Date): Asked => {
  const known = device.points.get(one.point)
  const about = aboutPoint(
    { feed, device, point: one.point, known },
    one.condition,
    one.flags.includes('synthetic'),
  )
  const { at, active, level, value, limit, event, flags } = one
  const text = cut(one.text)
  const optional = {
    acked: one.acked,
    shelved: one.shelved,
    suppressed: one.suppressed,
    branch: one.branch,
    firstReceivedAt: one.firstReceivedAt,
  }
  const present = Object.fromEntries(Object.entries(optional).filter(([, of]) => of !== undefined))
  return {
    about,
    now,
    parameters: reportParameters(about, level, known),
    input: { kind: 'told', at, active, level, value, limit, text, event, flags, ...present },
  }
}

const reportParameters = (about: AlarmAbout, level: Level, known: KnownPoint | undefined) =>
  toldParameters(about.kind, level, known ?? null, policyOf({ ...about, level }).way !== 'record')

const unwatched = (parameters: Asked['parameters']): Asked['parameters'] => ({
  ...parameters,
  unwatched: true,
})

/** How an alarm is watched of which nothing has been heard for a while; a device that was moved is the one that is registered now, and a feed that is switched off watches nothing. */
export const parametersFrom =
  (registry: DeviceRegistry) =>
  (about: AlarmAbout, level: Level): Asked['parameters'] => {
    const device =
      about.device === null ? undefined : registry.device(about.feed, deviceKeyOf(about))
    const known = device?.points.get(about.point)
    const parameters = reportParameters(about, level, known)
    // A flood ends by time, whoever is heard.
    if (about.condition !== 'flood' && registry.feed(about.feed)?.enabled === false)
      return unwatched(parameters)
    if (!['high', 'low', 'rise', 'bad-quality'].includes(about.condition))
      return about.device === null || device ? parameters : unwatched(parameters)
    return (
      known?.watches.find(({ condition }) => condition === about.condition)?.parameters ??
      unwatched(parameters)
    )
  }

const keepRecords = (
  { db, guard }: IntakeDeps,
  feed: string,
  records: Sorted['records'],
  now: Date,
): Promise<void> =>
  db.transaction(async (tx) => {
    await guard(tx, feed)
    const [documents, signs]: [DocumentRow[], SignRow[]] = [[], []]
    for (const { device, of } of records) {
      const common = { device, at: of.at, flags: packedFlags(of.flags) }
      if (of.kind === 'document')
        documents.push({ ...common, document: of.document, key: of.key, body: of.body })
      else signs.push({ ...common, sign: of.sign, text: of.text.slice(0, 512) })
    }
    await keepDocuments(tx, documents, now.toISOString())
    await keepSigns(tx, signs, now.toISOString())
  })
