// How far has a yearly plan come, and how is an approved one printed?
import type { YearPlanCompletion, YearPlanOverview } from '../../contract/year-plans/year-plans.ts'
import { type Reader, withScope } from '../../db/scope.ts'
import { readBegun, readDrawn } from '../../db/year-plans/completion-reads.ts'
import {
  type KeptPlan,
  readApprovedPlans,
  readPlan,
  readPlanRows,
} from '../../db/year-plans/year-plans.ts'
import { issuerOf } from '../../domain/documents/offices.ts'
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { isStaff } from '../../domain/organisation/policy.ts'
import { yearOf } from '../../domain/time/days.ts'
import { civilDate, instant } from '../../domain/time/instant.ts'
import { byLot, type Completion, completionOf } from '../../domain/year-plan/completion.ts'
import { standingTotals } from '../../domain/year-plan/plan.ts'
import { classWords } from '../../domain/year-plan/selection.ts'
import { mostPrinted, type PlanSheet, planSheet } from '../../domain/year-plan/sheet.ts'
import { type Deps, decisionContextOf } from '../http/deps.ts'
import {
  findPlannedProcess,
  judgePlan,
  type PlanReader,
  placeOf,
  planIn,
  plannedProcess,
} from './plan-reading.ts'

const lotWords = text('一般检查（双随机）', 'By lot')

const completionIn = async (
  deps: Deps,
  tx: Reader,
  plan: KeptPlan,
  at: string,
): Promise<Completion> => {
  const { declared } = plannedProcess(deps)
  const begun = (await readBegun(tx, plan)).map((one) => ({
    class: one.class,
    course: declared.course(one),
  }))
  const drawn = (await readDrawn(tx, plan))
    .map((one) => ({ class: byLot, course: declared.course(one) }))
    .filter(({ course: { plannedOn } }) => plannedOn !== null && yearOf(plannedOn) === plan.year)
  return completionOf({
    year: plan.year,
    totals: standingTotals(plan.head.totals, plan.steps),
    shares: plan.head.shares,
    begun: [...begun, ...drawn],
    today: civilDate(instant(at)),
  })
}

export const completionOfPlan = async (
  deps: Deps,
  reader: PlanReader,
  id: string,
): Promise<YearPlanCompletion> => {
  const plan = await planIn(deps, reader, id)
  const { declared } = plannedProcess(deps)
  const found = await withScope(deps.connection.pool, reader.scope, (tx) =>
    completionIn(deps, tx, plan, reader.at),
  )
  const holders = new Map(plan.head.officers.map((one) => [one.certificate, one.holder]))
  return {
    whole: found.whole,
    classes: found.classes.map((one) => ({
      ...one,
      words: one.class === byLot ? lotWords : classWords(declared, one.class),
    })),
    months: found.months,
    officers: found.officers.map((one) => ({
      ...one,
      holder: holders.get(one.certificate) ?? '',
    })),
  }
}

/** Of each bureau the version that counts, as far as the reader's scope goes. */
export const overviewOf = async (
  deps: Deps,
  reader: PlanReader,
  year: number,
): Promise<YearPlanOverview> => {
  if (!isStaff(reader.actor)) throw new DomainError('not-allowed')
  const process = findPlannedProcess(deps)?.process
  if (!process) return { year, bureaus: [] }
  return withScope(deps.connection.pool, reader.scope, async (tx) => {
    const bureaus: YearPlanOverview['bureaus'] = []
    for (const { id } of await readApprovedPlans(tx, { process: process.id, year })) {
      const plan = await readPlan(tx, id)
      if (!plan) continue
      const { whole } = await completionIn(deps, tx, plan, reader.at)
      bureaus.push({ plan: id, name: plan.name, region: placeOf(plan.region), ...whole })
    }
    return { year, bureaus }
  })
}

/** Only what was approved is a paper. */
export const sheetOfPlan = async (
  deps: Deps,
  reader: PlanReader,
  id: string,
): Promise<PlanSheet> => {
  const plan = await planIn(deps, reader, id)
  const approval = plan.steps.find(({ kind }) => kind === 'approved')
  if (!approval) throw new DomainError('not-found')
  const { declared } = plannedProcess(deps)
  const rows = await withScope(deps.connection.pool, reader.scope, (tx) =>
    readPlanRows(tx, { plan: id, after: 0, limit: mostPrinted, q: '', only: [] }),
  )
  const dropped = new Set(
    plan.steps.flatMap((one) => (one.kind === 'dropped' ? [one.data.enterprise] : [])),
  )
  // By the law of the approval, so that the paper is the same whenever it is printed.
  const context = await decisionContextOf(deps, instant(approval.at))
  const { workload } = await judgePlan(deps, deps.connection.db, plan, context)
  const totals = standingTotals(plan.head.totals, plan.steps)
  return planSheet({
    office: issuerOf('bureau', plan.region).name,
    plan,
    madeBy: plan.byName,
    approvedBy: approval.name,
    day: civilDate(instant(approval.at)),
    reckoning: workload.reckoning,
    doubts: workload.reasons,
    classes: totals.map((one) => ({ ...one, words: classWords(declared, one.class) })),
    shares: plan.head.shares,
    rows: rows
      .filter(({ enterprise }) => !dropped.has(enterprise))
      .map((row) => ({ ...row, words: classWords(declared, row.class) })),
    total: totals.reduce((sum, { objects }) => sum + objects, 0),
  })
}
