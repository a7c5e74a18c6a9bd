// What has a plan foreseen for a case, and does somebody hold the posts that it names?
import type { PlannedView } from '../../contract/case/items.ts'
import { readHandlers } from '../../db/cases/handlers-reads.ts'
import type { Reader } from '../../db/scope.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Basis } from '../reading/case-view.ts'
import { groupName } from '../reading/names.ts'

export const plannedViews = async (
  tx: Reader,
  { process, record, enterprise }: Basis,
  at: Instant,
): Promise<PlannedView[]> => {
  const planned = (process.items ?? []).flatMap(({ kind, planned }) =>
    (planned?.(record, at) ?? []).map((one) => ({ kind, ...one })),
  )
  const groups = [...new Set(planned.flatMap(({ group }) => group ?? []))]
  const held = new Set((await readHandlers(tx, groups, at)).map(({ grp }) => grp))
  return planned.map(({ group, ...one }) => ({
    ...one,
    post: group === null ? null : groupName(group, enterprise),
    vacant: group !== null && !held.has(group),
  }))
}
