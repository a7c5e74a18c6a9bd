// What must a rule give that finds in what is observed what no device has reported?
import type { Condition, Level, Observation } from '../port/port.ts'

export type SubjectPoint = {
  key: string
  name: string
  kind: string
  unit: string | null
  high: number | null
  marks: Record<string, number> | null
}

/** A registered device as far as rules may know it; limits are of its points. */
export type Subject = {
  key: string
  name: string
  dialect: Record<string, unknown>
  points: ReadonlyMap<string, SubjectPoint>
}

/**
 * What of the past it must have received before it judges: what the device has reported (`papers`), all that was reported about the thing that the
 * document is about (`thing`), the document itself as it was told before (`row`), or what the point has measured (`readings`).
 */
export type Past = 'papers' | 'thing' | 'row' | 'readings'

export type Judged<Memory> = { memory: Memory; findings: Condition[] }

export type Rule<Memory> = {
  name: string
  past: Past
  /** Under which key it remembers what concerns this; null: it is none of its business. */
  about: (one: Observation, of: Subject) => string | null
  fresh: Memory
  /** Pure: what it has received before is in the memory. The past is judged too, as of its own moment, but what it says then has been said. */
  judge: (memory: Memory, one: Observation, of: Subject, now: Date) => Judged<Memory>
}

/** Rules remember different things; whoever runs them does not look into it. */
export type AnyRule = Rule<unknown>
export const anyRule = <Memory>(rule: Rule<Memory>): AnyRule => rule as unknown as AnyRule

/** Of the present, and not older than so many minutes: history never raises an alarm. */
export const isLive = (
  { flags, at, firstReceivedAt }: Observation,
  now: Date,
  minutes = Number.POSITIVE_INFINITY,
): boolean =>
  !flags.includes('late') &&
  !flags.includes('retx') &&
  (firstReceivedAt ? Date.parse(firstReceivedAt) : now.getTime()) - Date.parse(at) <=
    minutes * 60_000

export type Finding = {
  point: string
  condition: string
  active: boolean
  level: Level
  text: string
  value?: number | null
  limit?: number | null
  at?: string
}

/** One event for one finding: the same observation received again makes the same. */
export const finding = (one: Observation, of: Pick<Subject, 'key'>, found: Finding): Condition => {
  const { point, condition, active, level, text, value = null, limit = null, at = one.at } = found
  return {
    kind: 'condition',
    device: of.key,
    point,
    condition,
    active,
    level,
    severity: null,
    limit,
    value,
    text,
    at,
    event: `${condition}/${point}/${active ? level : 'over'}/${at}`,
    flags: one.flags.filter((flag) => flag === 'synthetic' || flag === 'skew'),
  }
}
