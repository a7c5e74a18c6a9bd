// Which posts stand empty within the regions of an administrator, and what waits for them?
import type { VacancyView } from '../../contract/routing/routing.ts'
import { countWaiting } from '../../db/organisation/people-reads.ts'
import { withScope } from '../../db/scope.ts'
import { readVacancies } from '../../db/tasks/vacancies.ts'
import { personnelAdministrator, regionsKept } from '../../domain/organisation/personnel.ts'
import { asKeeper } from '../../domain/organisation/policy.ts'
import { vacancyCauses } from '../../domain/organisation/vacancies.ts'
import { dutiesOf } from '../../domain/views/post-duties.ts'
import type { Deps, Variables } from '../http/deps.ts'
import { groupName } from '../reading/names.ts'
import { processesNow } from './personnel-loss.ts'

export const vacanciesFor = async (
  deps: Deps,
  { actor, scope }: Variables,
): Promise<{ items: VacancyView[] }> => {
  const regions = regionsKept(personnelAdministrator(actor))
  const { found, waiting } = await withScope(deps.connection.pool, asKeeper(scope), async (tx) => {
    const found = await readVacancies(tx, regions)
    return { found, waiting: await countWaiting(tx, [...new Set(found.map(({ group }) => group))]) }
  })
  const processes = found.length === 0 ? [] : await processesNow(deps)
  const items = found.map(
    ({ group, since, cause }): VacancyView => ({
      group,
      words: groupName(group),
      since,
      cause: vacancyCauses[cause],
      waiting: waiting.get(group) ?? 0,
      duties: processes.flatMap((process) => dutiesOf(process, group)),
    }),
  )
  return { items }
}
