// What becomes of everything that a plant says over its sessions, one after the other?

import type { Condition, Flag, Observation } from '../port/port.ts'
import { createBook } from './book.ts'
import { createEvents, markerOf, momentOf, signOf } from './events.ts'
import { eventOf, isGood, type PlantEvent } from './fields.ts'
import { createFrozen } from './frozen.ts'
import {
  type Item,
  type ItemIndex,
  indexOf,
  isMeasured,
  readingOf,
  type Sampled,
  sampleKey,
} from './items.ts'
import type { Outlet } from './outlet.ts'
import { isBadOfAccess, type PlantReader } from './reader.ts'
import { conclude, createRefresh } from './refresh.ts'
import type { LinkSettings } from './settings.ts'
import type { NotificationHandlers } from './subscriptions.ts'
import { words } from './words.ts'

export type ProcessorDeps = {
  settings: LinkSettings
  items: readonly Item[]
  sources: ReadonlyMap<string, string>
  known: readonly Condition[]
  outlet: Pick<Outlet, 'push'>
  /** What can be asked of the plant now. */
  reader: PlantReader
  complain: (words: string) => void
  alive: (at: Date) => void
  now: () => Date
}

/** So many samples of a point are remembered: as many as a server queues for it. */
const recentSamples = 10

export const createProcessor = (deps: ProcessorDeps) => {
  const { settings, outlet, reader, now } = deps
  const flags: Flag[] = settings.simulated ? ['synthetic'] : []
  const [items, book, samples] = [indexOf(deps.items), createBook(deps.known), createSamples()]
  const { inputIsGood, measured } = createQuality(samples, reader)
  const events = createEvents({
    items,
    book,
    sources: deps.sources,
    plant: settings.plant,
    flags,
    valueOf: measured,
    inputIsGood,
    now,
  })
  const refresh = createRefresh({ request: reader.refresh, complain: deps.complain })
  let last: Promise<void> = Promise.resolve()
  /** Events are judged one after the other: an end asks the plant for the state of its input. */
  const inTurn = (work: () => Promise<readonly Observation[]>): void => {
    last = last.then(work).then(outlet.push, (error: Error) => deps.complain(error.message))
  }
  const marked = async (event: PlantEvent): Promise<readonly Observation[]> => {
    const marker = markerOf(event)
    if (marker === null) return events.receive(event)
    if (marker === 'start') events.replayBegins()
    if (marker === 'required' || marker === 'overflow') refresh.want()
    if (marker !== 'end') return []
    const observations = await conclude({
      events,
      book,
      now: () => momentOf(event, now()).at,
      inputIsGood,
      stillActive: (condition) => reader.isSo(condition, 'ActiveState'),
      isEnabled: (condition) => reader.isSo(condition, 'EnabledState'),
    })
    refresh.ends()
    return observations
  }
  const event = (values: unknown[]): void =>
    inTurn(() => marked(eventOf(values, reader.namespaces())))
  const regained = (node: string): void => void (events.goodAgain(node) && refresh.want())
  const { away: pointsAway, ...points } = createPoints({ ...deps, items, samples, flags, regained })
  const away = (): void => {
    pointsAway()
    refresh.lost()
  }
  return {
    on: { ...points, event } satisfies NotificationHandlers,
    book,
    refresh,
    away,
    close: async (): Promise<void> => {
      refresh.close()
      await last
    },
  }
}

type Samples = ReturnType<typeof createSamples>

/** Whether a measurement can be believed, and what it was. */
const createQuality = (samples: Samples, reader: PlantReader) => ({
  inputIsGood: async (node: string): Promise<boolean> => {
    const last = samples.last(node)
    if (last !== undefined && !isMeasured(last)) return false
    const status = await reader.statusOf(node)
    return status === null ? false : isBadOfAccess(status) || isGood(status)
  },
  measured: (node: string): number | null => {
    const last = samples.last(node)
    return last && isGood(last.status) && typeof last.value === 'number' ? last.value : null
  },
})

type Points = Omit<ProcessorDeps, 'items'> & {
  items: ItemIndex
  samples: Samples
  flags: Flag[]
  regained: (node: string) => void
}

/** What the points tell, what is reported about those that cannot be had, and what their silence means. */
const createPoints = ({
  settings,
  outlet,
  items,
  samples,
  flags,
  regained,
  now,
  ...deps
}: Points) => {
  const frozen = createFrozen(settings.frozenAfter)
  return {
    sample: (item: Item, sampled: Sampled): void => {
      const at = now()
      const first = samples.take(item.node, sampled)
      if (first === null) return
      const moves = frozen.changed(item.node, at)
      if (isMeasured(sampled)) regained(item.node)
      outlet.push([readingOf(item, sampled, { now: at, first, flags })])
      if (moves)
        outlet.push([signOf(item, 'moves-again', `${words.moving} ${item.point}`, at, flags)])
    },
    refused: (item: Item, status: string): void => {
      const at = now()
      const nothing = { value: null, status: { value: 0x80000000 }, source: null, server: at }
      outlet.push([
        readingOf(item, nothing, { now: at, first: true, flags }),
        signOf(item, 'point-refused', `${words.unmonitored} ${item.point} ${status}`, at, flags),
      ])
    },
    alive: (): void => {
      const at = now()
      deps.alive(at)
      const suspects = frozen.suspects(at).map((node) => items.byNode(node))
      for (const item of suspects)
        if (item) outlet.push([signOf(item, 'frozen', `${words.frozen} ${item.point}`, at, flags)])
    },
    /** Nothing can be heard from now on; what comes then may have stood for long. */
    away: (): void => {
      samples.away()
      frozen.away(now())
    },
  }
}

/** The last samples of each point: what comes twice after a break of the connection is dropped. */
const createSamples = () => {
  const recent = new Map<string, string[]>()
  const lasts = new Map<string, Sampled>()
  const seen = new Set<string>()
  return {
    last: (node: string): Sampled | undefined => lasts.get(node),
    /** Whether it is the first since we came; null: it was received before. */
    take: (node: string, sampled: Sampled): boolean | null => {
      const key = sampleKey(node, sampled)
      const known = recent.get(node) ?? []
      const first = !seen.has(node)
      seen.add(node)
      if (known.includes(key)) return null
      recent.set(node, [...known.slice(1 - recentSamples), key])
      lasts.set(node, sampled)
      return first
    },
    away: (): void => seen.clear(),
  }
}
