// Does a discharge exceed its limit for hours, has its monitoring stopped, or is it frozen?
import type { Reading } from '../port/port.ts'
import { type Finding, finding, isLive, type Judged, type Rule, type SubjectPoint } from './rule.ts'

type Memory = {
  newest: string | null
  exceededSince: string | null
  missingSince: string | null
  /** How many equal values of flag N came in a row. */
  equal: { value: number; count: number } | null
  reported: { exceedance: boolean; missing: boolean; frozen: boolean }
}
type Name = keyof Memory['reported']

const hour = 3_600_000
const lastingMs = 3 * hour
const missingMs = 4 * hour
/** Over a longer gap nobody knows how it went on. */
const gapMs = 2 * hour
const frozenCount = 24
/** An analyser gives the sample of two hours ago as its present value. */
const lateMinutes = 300

const since = (from: string | null, at: string): number =>
  from === null ? -1 : Date.parse(at) - Date.parse(from)

/** HJ 212: N is measured (`good`); D, B and F measure nothing (`bad`, `stale`). What is maintained or calibrated is neither. */
const afterReading = (before: Memory, one: Reading, limit: number | null): Memory => {
  const { value, quality, at } = one
  const gap = since(before.newest, at) > gapMs
  const exceeded = gap ? null : before.exceededSince
  const memory = { ...before, newest: at }
  if (quality === 'good' && value !== null) {
    const equal =
      before.equal?.value === value ? { value, count: before.equal.count + 1 } : { value, count: 1 }
    return {
      ...memory,
      missingSince: null,
      equal,
      exceededSince: limit !== null && value > limit ? (exceeded ?? at) : null,
    }
  }
  const missing = quality === 'bad' || quality === 'stale' || value === null
  return {
    ...memory,
    exceededSince: exceeded,
    equal: null,
    missingSince: missing ? (before.missingSince ?? at) : null,
  }
}

const holds: Record<Name, (memory: Memory, at: string, before: boolean, one: Reading) => boolean> =
  {
    // A value that is not measured neither begins nor ends it.
    exceedance: ({ exceededSince }, at, before, { quality }) =>
      quality === 'good' ? since(exceededSince, at) >= lastingMs : before,
    missing: ({ missingSince }, at) => since(missingSince, at) >= missingMs,
    frozen: ({ equal }, _, before, { quality }) =>
      equal === null ? before && quality !== 'good' : equal.count >= frozenCount,
  }

const found = (name: Name, active: boolean, one: Reading, point: SubjectPoint): Finding => {
  const what: Record<Name, [Pick<Finding, 'condition' | 'level'>, zh: string]> = {
    exceedance: [
      { condition: 'exceedance', level: 2 },
      `持续超标3小时以上（限值${point.high}${point.unit ?? ''}）`,
    ],
    missing: [{ condition: 'monitoring-missing', level: 3 }, '自动监测数据缺失4小时以上'],
    frozen: [{ condition: 'frozen', level: 4 }, `疑似数据冻结：连续${frozenCount}个相同值`],
  }
  const [kind, zh] = what[name]
  const value = name === 'missing' ? null : one.value
  return {
    ...kind,
    point: one.point,
    active,
    text: `${point.name} ${active ? zh : `${zh}：已恢复`}`,
    value,
    limit: name === 'exceedance' ? point.high : null,
  }
}

/** Only what is marked N counts for an exceedance; late data are history. */
export const pollution: Rule<Memory> = {
  name: 'pollution',
  past: 'readings',
  about: (one, of) =>
    one.kind === 'reading' && of.points.get(one.point)?.kind === 'pollution'
      ? `${of.key}/${one.point}`
      : null,
  fresh: {
    newest: null,
    exceededSince: null,
    missingSince: null,
    equal: null,
    reported: { exceedance: false, missing: false, frozen: false },
  },
  judge: (before, one, of, now): Judged<Memory> => {
    const point = one.kind === 'reading' ? of.points.get(one.point) : undefined
    if (
      one.kind !== 'reading' ||
      !point ||
      !isLive(one, now, lateMinutes) ||
      (before.newest !== null && one.at <= before.newest)
    )
      return { memory: before, findings: [] }
    const memory = afterReading(before, one, point.high)
    const names = Object.keys(before.reported) as Name[]
    const reported = Object.fromEntries(
      names.map((name) => [name, holds[name](memory, one.at, before.reported[name], one)]),
    ) as Memory['reported']
    const changed = names.filter((name) => reported[name] !== before.reported[name])
    return {
      memory: { ...memory, reported },
      findings: changed.map((name) => finding(one, of, found(name, reported[name], one, point))),
    }
  },
}
