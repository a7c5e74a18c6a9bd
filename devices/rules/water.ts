// Over which of its named limits does the water of a reservoir stand?
import type { Level } from '../port/port.ts'
import { finding, isLive, type Judged, type Rule, type SubjectPoint } from './rule.ts'

/** `mark` undefined: nobody knows yet, for instance after a start. */
type Memory = { newest: string | null; mark: string | null | undefined }

/** From the lowest to the highest: 汛限水位, 警戒水位, 保证水位. */
const marks: { mark: string; level: Level; zh: string }[] = [
  { mark: 'flood', level: 3, zh: '汛限水位' },
  { mark: 'warning', level: 2, zh: '警戒水位' },
  { mark: 'guarantee', level: 1, zh: '保证水位' },
]
/** Waves must not ring the bell anew, metres. */
const calm = 0.02
/** A station reports each hour. */
const lateMinutes = 90

const exceeded = (value: number, before: Memory['mark'], { marks: limits }: SubjectPoint) => {
  const stood = marks.findIndex(({ mark }) => mark === before)
  return marks.findLast(({ mark }, n) => {
    const limit = limits?.[mark]
    return limit !== undefined && value > limit - (n <= stood ? calm : 0)
  })
}

/** One alarm that grows with the water; the limits are those of the point's row. */
export const overFloodLimit: Rule<Memory> = {
  name: 'flood-level',
  past: 'readings',
  about: (one, of) => {
    const point = one.kind === 'reading' ? of.points.get(one.point) : undefined
    return point?.kind === 'water-level' && point.marks ? `${of.key}/${point.key}` : null
  },
  fresh: { newest: null, mark: undefined },
  judge: (before, one, of, now): Judged<Memory> => {
    const point = one.kind === 'reading' ? of.points.get(one.point) : undefined
    if (
      one.kind !== 'reading' ||
      !point ||
      !isLive(one, now, lateMinutes) ||
      (before.newest !== null && one.at <= before.newest)
    )
      return { memory: before, findings: [] }
    if (one.quality !== 'good' || one.value === null) return { memory: before, findings: [] }
    const over = exceeded(one.value, before.mark, point)
    const memory = { newest: one.at, mark: over?.mark ?? null }
    if (memory.mark === before.mark) return { memory, findings: [] }
    const limit = (over && point.marks?.[over.mark]) ?? null
    const text = over
      ? `${of.name} ${point.name} 超${over.zh}：${one.value}${point.unit ?? 'm'}（${limit}）`
      : `${of.name} ${point.name} 已回落至汛限水位以下`
    const level = over?.level ?? marks.find(({ mark }) => mark === before.mark)?.level ?? 3
    return {
      memory,
      findings: [
        finding(one, of, {
          point: point.key,
          condition: 'flood-level',
          active: over !== undefined,
          level,
          text,
          value: one.value,
          limit,
        }),
      ],
    }
  },
}
