// How does a visit that a plan foresees get its case, once, and how is that plan read row by row?
import type { Context } from 'hono'
import type * as v from 'valibot'
import type { planVisitBody, YearPlanRows } from '../../contract/year-plans/year-plans.ts'
import { readCase } from '../../db/cases/cases-reads.ts'
import { withScope } from '../../db/scope.ts'
import { readBegunOf } from '../../db/year-plans/completion-reads.ts'
import { readPlannedEnterprise } from '../../db/year-plans/objects-reads.ts'
import {
  addPlanStep,
  type KeptPlan,
  readPlanRows,
  withPlan,
} from '../../db/year-plans/year-plans.ts'
import { commandId, derivedId, sha256 } from '../../domain/identity/commands.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { instant } from '../../domain/time/instant.ts'
import type { PlannedObject } from '../../domain/year-plan/selection.ts'
import { classWords } from '../../domain/year-plan/selection.ts'
import { answerTo, asUuid, authorOf, commandFor } from '../http/command.ts'
import type { ApiEnv, Deps } from '../http/deps.ts'
import {
  isCurrent,
  mustSeePlan,
  type PlanReader,
  planIn,
  plannableRegions,
  plannedProcess,
} from './plan-reading.ts'

const page = 50

type Query = { q: string; after: number }

export const rowsOfPlan = async (
  deps: Deps,
  reader: PlanReader,
  id: string,
  query: Query,
): Promise<YearPlanRows> => {
  const plan = await planIn(deps, reader, id)
  const { declared } = plannedProcess(deps)
  return withScope(deps.connection.pool, reader.scope, async (tx) => {
    const found = await readPlanRows(tx, { plan: id, limit: page + 1, only: [], ...query })
    const rows = found.slice(0, page)
    const begun = await readBegunOf(
      tx,
      plan,
      rows.map(({ enterprise }) => enterprise),
    )
    return {
      items: rows.map((row) => ({
        seq: row.seq,
        enterprise: row.enterprise,
        name: row.name,
        class: classWords(declared, row.class),
        visits: row.visits,
        state: stateOf(plan, row.enterprise),
        begun: begun
          .filter((one) => one.enterprise === row.enterprise && !declared.course(one).calledOff)
          .map(({ nth, caseId }) => ({ nth, case: caseId })),
      })),
      next: found.length > page ? (rows.at(-1)?.seq ?? null) : null,
    }
  })
}

const stateOf = ({ steps }: KeptPlan, enterprise: string): 'planned' | 'excepted' | 'dropped' => {
  for (const one of steps)
    if ((one.kind === 'excepted' || one.kind === 'dropped') && one.data.enterprise === enterprise)
      return one.kind
  return 'planned'
}

type Visit = v.InferOutput<typeof planVisitBody>
const refuse = (zh: string, en: string): never => {
  throw new DomainError('not-possible-now', [text(zh, en)])
}

/** One bureau and year has one nth visit of an enterprise, whichever version it comes from, until one is called off. */
const keyOf = (
  { process, region, year }: KeptPlan,
  { enterprise, nth }: Visit,
  calledOff: number,
): string => `${process}/${region}/${year}/${enterprise}/${nth}/${calledOff}`

/** The case follows from plan and visit alone: whoever asks again, or after a server died on the way, finds the same. */
export const beginVisit = async (
  deps: Deps,
  c: Context<ApiEnv>,
  visit: Visit,
): Promise<{ case: string }> => {
  const planned = plannedProcess(deps)
  const id = c.req.param('id') ?? ''
  await mustSeePlan(deps, c.var, id)
  const author = authorOf(c.var.actor)
  const plan = await planIn(deps, c.var, id)
  if (!plannableRegions(planned, c.var).includes(plan.region)) throw new DomainError('not-allowed')
  const { db } = deps.connection
  if (!(await isCurrent(db, plan)))
    refuse(
      '计划未经局内审签，或者已有新版',
      'The bureau has not signed it, or has signed another version',
    )
  const row = await rowToVisit(deps, c.var, plan, visit)
  const earlier = (await readBegunOf(db, plan, [visit.enterprise])).filter(
    ({ nth }) => nth === visit.nth,
  )
  const standing = earlier.find((one) => !planned.declared.course(one).calledOff)
  if (standing) return { case: standing.caseId }
  const key = keyOf(plan, visit, earlier.length)
  const caseId = asUuid(derivedId('planned visit', key).padEnd(64, '0'))
  if (!(await readCase(db, caseId)))
    await answerTo(
      deps,
      commandFor(
        {
          author,
          id: commandId('year plan', `${key}/${visit.plannedOn}/${author.id}`),
          hash: sha256(key),
          keyed: true,
        },
        {
          caseId,
          type: planned.process.start.type,
          taskId: null,
          body: await formOf(deps, plan, row, visit),
          ifMatch: null,
          at: c.var.at,
        },
      ),
      planned.process.id,
    )
  await withPlan(db, plan.id, async (tx) => {
    const { enterprise, nth, plannedOn } = visit
    await addPlanStep(tx, {
      plan: plan.id,
      madeBy: plan.by,
      once: `visit ${enterprise} ${nth} ${earlier.length}`,
      kind: 'visit',
      data: { enterprise, nth, caseId, plannedOn },
      by: author.id,
      byName: author.name,
      at: instant(c.var.at),
    })
  })
  return { case: caseId }
}

const rowToVisit = async (
  deps: Deps,
  reader: PlanReader,
  plan: KeptPlan,
  { enterprise, nth, plannedOn }: Visit,
): Promise<PlannedObject> => {
  const [row] = await withScope(deps.connection.pool, reader.scope, (tx) =>
    readPlanRows(tx, { plan: plan.id, after: 0, limit: 1, q: '', only: [enterprise] }),
  )
  if (!row || stateOf(plan, enterprise) === 'dropped')
    return refuse('计划中没有该企业', 'The plan does not name that enterprise')
  if (nth > row.visits) refuse(`计划检查${row.visits}次`, `The plan has ${row.visits} visits of it`)
  if (!plannedOn.startsWith(`${plan.year}-`)) {
    const words = text('检查日期须在计划年度内', 'The day lies in the year of the plan')
    throw new DomainError('invalid-input', [words], { fields: { plannedOn: words } })
  }
  return row
}

const formOf = async (
  deps: Deps,
  plan: KeptPlan,
  row: PlannedObject,
  { plannedOn }: Visit,
): Promise<Record<string, unknown>> => {
  const { declared } = plannedProcess(deps)
  const enterprise = await readPlannedEnterprise(deps.connection.db, row.enterprise)
  if (!enterprise) throw new DomainError('not-found')
  const excepted = plan.steps.find(
    (one) => one.kind === 'excepted' && one.data.enterprise === row.enterprise,
  )
  const exception =
    excepted?.kind === 'excepted'
      ? { ground: excepted.data.ground, reason: excepted.data.reason }
      : null
  return declared.form(plan.head.selection.answers, {
    plan: plan.name,
    plannedOn,
    enterprise,
    exception,
  })
}
