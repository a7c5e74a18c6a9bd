// A rule, and what it says to what it hears.
import type { Condition, Document, Observation, Quality } from '../../../devices/port/port.ts'
import type { Rule, Subject } from '../../../devices/rules/rule.ts'

export const start = Date.parse('2026-11-26T00:00:00.000Z')
export const moment = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()

const point = (key: string, kind: string, more: object = {}) => ({
  key,
  name: key,
  kind,
  unit: null,
  high: null,
  marks: null,
  ...more,
})

export const subject = (
  more: Partial<Subject> = {},
  points: ReturnType<typeof point>[] = [],
): Subject => ({
  key: 'D',
  name: '设备',
  dialect: {},
  points: new Map(points.map((one) => [one.key, one])),
  ...more,
})
subject.point = point

export const reading = (
  at: number,
  value: number | null,
  more: { point?: string; quality?: Quality; flags?: Observation['flags'] } = {},
): Observation => ({
  kind: 'reading',
  device: 'D',
  point: more.point ?? 'p',
  at: moment(at),
  value,
  unit: null,
  quality: more.quality ?? 'good',
  flags: more.flags ?? [],
  message: `${at}`,
})

export const paper = (
  document: string,
  key: string,
  at: number,
  body: Document['body'],
  more: Partial<Document> = {},
): Observation => ({
  kind: 'document',
  device: 'D',
  document,
  key,
  at: moment(at),
  body,
  flags: [],
  ...more,
})

/** Everything it says, one after the other; `late`: minutes from its moment to its arrival. */
export const play = <Memory>(
  rule: Rule<Memory>,
  of: Subject,
  observations: Observation[],
  late = 0,
): Condition[] => {
  let memory = rule.fresh
  return observations.flatMap((one) => {
    if (rule.about(one, of) === null) return []
    const judged = rule.judge(memory, one, of, new Date(Date.parse(one.at) + late * 60_000))
    memory = judged.memory
    return judged.findings
  })
}

export const brief = (conditions: Condition[]) =>
  conditions.map(({ condition, active, level }) => `${condition} ${active ? level : 'over'}`)
