// What is wrong with the way of this gas cylinder, whatever order it was told in?
import type { Condition, Document, Level } from '../port/port.ts'
import { finding, type Judged, type Rule } from './rule.ts'

export type CylinderEvent = {
  key: string
  at: string
  station: string
  event: string
  owner?: string
  nextInspection?: string
  result?: string
}
type Memory = { events: CylinderEvent[] }

type Name = 'filled-scrapped' | 'filled-overdue' | 'filled-elsewhere' | 'delivered-unfilled'
/** At which station, by which event. */
export type Fault = { name: Name; station: string; event: string }

const kinds: Record<Name, { level: Level; zh: string }> = {
  'filled-scrapped': { level: 2, zh: '报废气瓶充装' },
  'filled-overdue': { level: 2, zh: '超期未检气瓶充装' },
  'filled-elsewhere': { level: 3, zh: '非自有产权气瓶充装' },
  'delivered-unfilled': { level: 3, zh: '未经充装配送' },
}

type State = {
  owner?: string
  next?: string
  scrapped: boolean
  filled: boolean
  faults: Map<Name, Fault>
}

const day = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** TSG 23: the life of a cylinder again from its beginning, in the order in which things happened. */
export const faultsOf = (events: readonly CylinderEvent[]): Fault[] => {
  const state: State = { scrapped: false, filled: false, faults: new Map() }
  const ordered = [...events].sort((one, other) =>
    one.at === other.at ? (one.key < other.key ? -1 : 1) : one.at < other.at ? -1 : 1,
  )
  for (const one of ordered) {
    steps[one.event]?.(state, one)
    if (one.owner) state.owner = one.owner
    if (one.nextInspection) state.next = one.nextInspection
  }
  return [...state.faults.values()]
}

const note = (
  { faults }: State,
  name: Name,
  holds: boolean,
  { station, key }: CylinderEvent,
): void => {
  if (holds) faults.set(name, { name, station, event: key })
  else faults.delete(name)
}

const steps: Record<string, (state: State, one: CylinderEvent) => void> = {
  fill: (state, one) => {
    const owner = one.owner ?? state.owner
    // What has been filled once though it was scrapped stays so until people have seen to it.
    if (state.scrapped) note(state, 'filled-scrapped', true, one)
    note(
      state,
      'filled-overdue',
      !state.scrapped && state.next !== undefined && state.next < day(one.at),
      one,
    )
    note(state, 'filled-elsewhere', owner !== undefined && owner !== one.station, one)
    state.filled = true
    state.faults.delete('delivered-unfilled')
  },
  inspect: (state, one) => {
    if (one.result === 'fail') state.scrapped = true
    else state.faults.delete('filled-overdue')
  },
  deliver: (state, one) => {
    note(state, 'delivered-unfilled', !state.filled, one)
    state.filled = false
  },
  receive: (state) => {
    state.filled = false
    state.faults.delete('delivered-unfilled')
  },
  scrap: (state) => {
    state.scrapped = true
  },
}

const prefix = 'cylinder/'

const eventOf = (one: Document): CylinderEvent => {
  const { event, owner, nextInspection, result } = one.body as Record<string, string | undefined>
  const optional = Object.entries({ owner, nextInspection, result }).filter(
    ([, value]) => value !== undefined,
  )
  return {
    key: one.key,
    at: one.at,
    station: one.device,
    event: event ?? '',
    ...Object.fromEntries(optional),
  }
}

/** Says what has begun and what has turned out not to be so. Cylinders are reported late and out of order: that is their present. */
export const cylinder: Rule<Memory> = {
  name: 'cylinder',
  past: 'thing',
  about: (one) =>
    one.kind === 'document' && one.document.startsWith(prefix) ? one.document : null,
  fresh: { events: [] },
  judge: ({ events }, one): Judged<Memory> => {
    if (one.kind !== 'document') return { memory: { events }, findings: [] }
    const event = eventOf(one)
    const after = [
      ...events.filter(({ key, station }) => key !== event.key || station !== event.station),
      event,
    ]
    const [was, is] = [faultsOf(events), faultsOf(after)]
    const newest =
      after
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? event.at
    const same = (list: Fault[], { name, station }: Fault) =>
      list.some((other) => other.name === name && other.station === station)
    const findingOn = (fault: Fault, active: boolean) => findingOf(one, fault, active, newest)
    const begun = is.filter((fault) => !same(was, fault)).map((fault) => findingOn(fault, true))
    const over = was.filter((fault) => !same(is, fault)).map((fault) => findingOn(fault, false))
    return { memory: { events: after }, findings: [...over, ...begun] }
  },
}

const findingOf = (
  one: Document,
  { name, station, event }: Fault,
  active: boolean,
  at: string,
): Condition => {
  const { level, zh } = kinds[name]
  const code = one.document.slice(prefix.length)
  const text = active ? `气瓶 ${code} ${zh}` : `气瓶 ${code} ${zh}：已消除`
  const found = finding(
    { ...one, flags: one.flags.filter((flag) => flag === 'synthetic') },
    { key: station },
    { point: code, condition: name, active, level, text, at },
  )
  return { ...found, event: `${found.event}/${event}/${one.key}` }
}
