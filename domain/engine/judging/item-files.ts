// Are files that were given in an act of an item closed to this reader of its case?
import { text } from '../../language/words.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { groupsFor } from '../../tasks/tasks.ts'

type Reader = { process: ProcessDefinition; record: CaseRecord; actor: Actor }

export const workersOnly = text(
  '个人的材料，仅办理该当事人事项的岗位可查看',
  'Papers of a person: open to the posts that work on his matter',
)

/** 处罚到人: what was handed in within the matter of one person, or about it, is for those who work on it and not for all who read the case. */
export const itemFilesClosedTo = ({ process, record, actor }: Reader, item: unknown): boolean => {
  const kind = record.itemSecrets?.[String(item)]?.kind ?? record.items?.[String(item)]?.kind
  const open = process.items?.find((one) => one.kind === kind)?.filesOpenTo
  if (!open) return false
  const groups = groupsFor(open, record)
  return (
    actor.kind !== 'person' ||
    !actor.appointments.some(({ office, role }) => groups.includes(`${office}/${role}`))
  )
}
