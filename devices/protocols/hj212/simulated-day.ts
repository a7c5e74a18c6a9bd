// What does a made-up station measure and report, the same for the same seed?
import { look } from '../../frames/look.ts'
import { factors } from './codes.ts'
import type { Dialect } from './dialect.ts'
import type { Item } from './message.ts'
import { write } from './time.ts'

/** What happens to a station between two moments. `outage`: it measures on and sends later. */
export type Episode = { from: Date; to: Date } & (
  | { kind: 'times'; code: string; times: number }
  | { kind: 'mark'; code: string; mark: string }
  | { kind: 'analyser-alarm'; code: string }
  | { kind: 'facility-alarm'; facility: string }
  | { kind: 'outage' }
)

export type Plan = {
  seed: number
  /** MN. */
  station: string
  password: string
  /** ST: 32 sewage, 31 flue gas … */
  system: string
  dialect: Partial<Dialect>
  /** Code, usual value and how far it swings (a part of it). */
  measures: { code: string; usual: number; swing: number }[]
  facilities: string[]
  episodes: Episode[]
  /** How far its clock is ahead, seconds, until somebody sets it. */
  clockOffSeconds?: number
}

/** What is to be sent; the frame is made when it is. */
export type Report = { command: string; groups: Item[][] }

/** Whether a moment lies in an episode. */
export const within = ({ from, to }: { from: Date; to: Date }, at: Date): boolean =>
  at >= from && at < to

/** What falls due after `from` up to `to`, oldest first; `clockOff` and both in ms. */
export const dueBetween = (
  plan: Plan,
  from: number,
  to: number,
  rtdSeconds: number,
  clockOff: number,
): Report[] => {
  const every = (
    seconds: number,
    make: (at: Date) => Report[],
  ): { at: number; report: Report }[] => {
    const found: { at: number; report: Report }[] = []
    for (
      let at = Math.floor(from / 1000 / seconds + 1) * seconds * 1000;
      at <= to;
      at += seconds * 1000
    ) {
      found.push(...make(new Date(at)).map((report) => ({ at, report })))
    }
    return found
  }
  const stamp = (at: Date, back = 0): Item[] => [
    ['DataTime', write(new Date(at.getTime() + clockOff - back))],
  ]
  const due = [
    ...every(rtdSeconds, (at) => [
      {
        command: '2011',
        groups: [stamp(at), ...plan.measures.map((one) => instant(plan, one, at))],
      },
    ]),
    ...every(3600, (at) => [
      {
        command: '2061',
        groups: [stamp(at, 3_600_000), ...plan.measures.map((one) => hour(plan, one, at))],
      },
    ]),
    ...every(600, (at) => facilityReport(plan, at, stamp(at))),
    ...every(600, (at) => analyserReport(plan, at, stamp(at))),
    ...(plan.dialect.version === '2025' ? every(300, () => [{ command: '9015', groups: [] }]) : []),
  ]
  return due.sort((one, other) => one.at - other.at).map(({ report }) => report)
}

type Measure = Plan['measures'][number]

/** A swing by the hour of the day and a little noise, both by the seed alone. */
function valueAt(plan: Plan, { code, usual, swing }: Measure, at: Date): number {
  const phase = noise(plan.seed, code) * Math.PI * 2
  const day = Math.sin((at.getTime() / 86_400_000) * Math.PI * 2 + phase)
  const raw =
    usual * (1 + swing * (0.7 * day + 0.3 * (2 * noise(plan.seed, `${code}${at.getTime()}`) - 1)))
  const times = plan.episodes.filter(
    (one) => one.kind === 'times' && one.code === code && within(one, at),
  )
  const value = times.reduce((sum, one) => (one.kind === 'times' ? sum * one.times : sum), raw)
  const { least = 0, most = Number.POSITIVE_INFINITY } = look(factors, code) ?? {}
  return Math.min(most, Math.max(least, value))
}

function instant(plan: Plan, measure: Measure, at: Date): Item[] {
  const { code } = measure
  return [
    [`${code}-Rtd`, valueAt(plan, measure, at).toFixed(2)],
    [`${code}-Flag`, markAt(plan, code, at)],
  ]
}

function hour(plan: Plan, measure: Measure, end: Date): Item[] {
  const { code } = measure
  const minutes = Array.from({ length: 12 }, (_, five) =>
    valueAt(plan, measure, new Date(end.getTime() - 3_600_000 + five * 300_000)),
  )
  const mean = minutes.reduce((sum, one) => sum + one, 0) / minutes.length
  return [
    [`${code}-Min`, Math.min(...minutes).toFixed(2)],
    [`${code}-Avg`, mean.toFixed(2)],
    [`${code}-Max`, Math.max(...minutes).toFixed(2)],
    [`${code}-Flag`, markAt(plan, code, new Date(end.getTime() - 1))],
  ]
}

function markAt(plan: Plan, code: string, at: Date): string {
  const episode = plan.episodes.find(
    (one) => one.kind === 'mark' && one.code === code && within(one, at),
  )
  return episode?.kind === 'mark' ? episode.mark : 'N'
}

function facilityReport(plan: Plan, at: Date, stamp: Item[]): Report[] {
  if (plan.facilities.length === 0) return []
  const alarmed = (facility: string): boolean =>
    plan.episodes.some(
      (one) => one.kind === 'facility-alarm' && one.facility === facility && within(one, at),
    )
  return [
    {
      command: '2021',
      groups: [
        stamp,
        ...plan.facilities.map((one): Item[] => [[`${one}-RS`, alarmed(one) ? '4' : '1']]),
      ],
    },
  ]
}

// Only told when something is wrong, and once more when it is right again.
function analyserReport(plan: Plan, at: Date, stamp: Item[]): Report[] {
  const before = new Date(at.getTime() - 600_000)
  return plan.episodes.flatMap((one): Report[] => {
    if (one.kind !== 'analyser-alarm' || !(within(one, at) || within(one, before))) return []
    const state: Item = ['i12003-Info', within(one, at) ? '1' : '0']
    return [{ command: '3020', groups: [stamp, [['PolId', one.code]], [state]] }]
  })
}

/** 0 … 1, the same for the same seed and words. */
function noise(seed: number, words: string): number {
  let hash = seed ^ 0x9e3779b9
  for (const character of words) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 12)) >>> 0) / 0x1_0000_0000
}
