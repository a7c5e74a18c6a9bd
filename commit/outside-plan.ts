// Does somebody who says that he comes by the yearly plan come by no plan, although there is one?
import type { Executor } from '../db/client.ts'
import { readApprovedPlans } from '../db/year-plans/year-plans.ts'
import { DomainError } from '../domain/language/errors.ts'
import { text } from '../domain/language/words.ts'
import type { CaseEvent, ProcessDefinition } from '../domain/model/process.ts'
import type { Actor } from '../domain/organisation/actor.ts'
import { isRegion, regionsAbove } from '../domain/organisation/regions.ts'
import { yearOf } from '../domain/time/days.ts'
import { civilDate } from '../domain/time/instant.ts'

const words = text(
  '本年度计划已经局内审签：计划内的检查从计划建立，计划外的须选择其他检查类别并写明理由',
  'The bureau has signed its plan of the year: a visit by plan is begun from it, any other says on which ground it is made',
)

/** Those of the place, and those above who visit there too. */
const bureausOf = (actor: Actor, region: string) =>
  actor.kind === 'person' && isRegion(region)
    ? regionsAbove(region).filter((one) => actor.appointments.some((held) => held.region === one))
    : []

/** Where no plan stands in the product, the plan may stand elsewhere. */
export const refuseOutsidePlan = async (
  tx: Executor,
  { id, start: { yearPlan } }: ProcessDefinition,
  { data, at, by }: Pick<CaseEvent, 'data' | 'at'> & { by: Actor },
  region: string,
): Promise<void> => {
  if (!yearPlan?.claims(data)) return
  const regions = bureausOf(by, region)
  if (regions.length === 0) return
  const day = data[yearPlan.counted.day]
  const year = yearOf(typeof day === 'string' ? day : civilDate(at))
  const plans = await readApprovedPlans(tx, { process: id, year, regions })
  if (plans.length > 0)
    throw new DomainError('invalid-input', [words], { fields: { ground: words } })
}
