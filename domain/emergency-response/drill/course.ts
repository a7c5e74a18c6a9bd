// What does the chart remember of a planned drill: when which inject is given, and how many have been?
import { text } from '../../language/words.ts'
import type { CaseEvent } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { type Instant, instant } from '../../time/instant.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import { mostInjects } from './plan.ts'

/** Bounded by the rows of the script. What they say stands in the first form. */
export type DrillCourse = {
  /** Number of the plan that it exercises, offered when the response starts. */
  plan: string | null
  injects: { at: Instant; to: string | null }[]
  given: number
}

/** `nextInjectAt`: the end of the period after which the next one is given; null: none is left. Absent: it goes by no planned drill. */
export type DrillContext = { drillCourse?: DrillCourse; nextInjectAt?: Instant | null }

const minuteMs = 60_000
const apartMs = 1_000

/** Total: a first form that names no planned drill begins none. */
export const drillAtStart = (report: CaseEvent | undefined): DrillContext => {
  const { drill, registerEntry, drillPlan, script } = report?.data ?? {}
  if (!report || drill !== true || typeof registerEntry !== 'string') return {}
  const injects = injectsFrom(report.at, rowsIn(script).slice(0, mostInjects))
  return {
    drillCourse: { plan: typeof drillPlan === 'string' ? drillPlan : null, injects, given: 0 },
    nextInjectAt: injects[0]?.at ?? null,
  }
}

/** No two at one moment: what a clock starts anew at the very moment of its own end never comes to rest. */
const injectsFrom = (start: Instant, rows: readonly RowAnswer[]): DrillCourse['injects'] => {
  let free = 0
  return rows.map(({ minute, to }) => {
    const at = Math.max(Date.parse(start) + (Number(minute) || 0) * minuteMs, free)
    free = at + apartMs
    return { at: instant(at), to: typeof to === 'string' ? to : null }
  })
}

/** The next one has been given. */
export const afterInject = ({ drillCourse }: DrillContext): DrillContext => {
  if (!drillCourse) return {}
  const given = Math.min(drillCourse.given + 1, drillCourse.injects.length)
  return {
    drillCourse: { ...drillCourse, given },
    nextInjectAt: drillCourse.injects[given]?.at ?? null,
  }
}

/** Whom the last one given tells; null: nobody by name. */
export const toldByInject = ({ drillCourse }: DrillContext): string | null =>
  drillCourse?.injects[drillCourse.given - 1]?.to ?? null

/** What the next one says, as its row in the first form says it. Total. */
export const nextInject = ({ data, snapshot }: CaseRecord): Record<string, unknown> => {
  const { drillCourse } = snapshot.context as DrillContext
  const nth = drillCourse?.given ?? 0
  const row: RowAnswer | undefined = rowsIn(data['report-emergency']?.script)[nth]
  if (!row) return {}
  const { minute: _, ...said } = row
  return { nth: nth + 1, ...said }
}

export const noInject = text('没有待给出的情景注入', 'No inject waits')

/** What the form that starts the response begins with: the plan that the drill exercises. */
export const planOfDrill = ({ snapshot }: CaseRecord): { value?: string } => {
  const plan = (snapshot.context as DrillContext).drillCourse?.plan ?? ''
  return /〔\d{4}〕/.test(plan) ? { value: plan } : {}
}
