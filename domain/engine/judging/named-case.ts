// May this actor name that other case in his act: is it there, open, his as well, and does it fit?
import { text } from '../../language/words.ts'
import { actsApart } from '../../model/exercises/exercise.ts'
import type { EventDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { type Actor, groupsOf } from '../../organisation/actor.ts'
import { addressesOfAct, groupsFor } from '../../tasks/tasks.ts'
import { actingOn, type Judgement, postsWanted, refused, whoseItIs } from './judgement.ts'

const noneSuch = text(
  '没有这一编号的同类案件，或者不在您的辖区',
  'There is no such case of this kind, or it is not in your area',
)
const ended = text('该案已经办结', 'That case is closed already')

/** Judged where it is offered, where it is sent, and again in the transaction that holds both cases. */
export const judgeNamed = (
  { named, by: posts, among }: EventDefinition,
  record: CaseRecord,
  other: CaseRecord | null,
  by: Actor,
): Judgement => {
  if (!named) return { allowed: true }
  if (!other || other.process !== record.process) return refused('not-allowed', noneSuch)
  if (other.status === 'closed') return refused('not-possible-now', ended)
  const groups = groupsFor(
    addressesOfAct({ by: posts, ...(among ? { among } : {}) }, other.snapshot.context),
    other,
  )
  const own = actingOn(other, by)
  if (!groupsOf(own).some((group) => groups.includes(group)))
    return refused('not-allowed', ...whoseItIs(groups, own), postsWanted(groups))
  const apart = actsApart(record, other)
  if (apart) return refused('not-allowed', apart)
  const verdict = named.fits(record, other)
  return verdict === true ? { allowed: true } : refused('not-allowed', verdict)
}
