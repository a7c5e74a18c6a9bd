// May this act hold the entry of a register that it names: does it still fit, and does nothing else hold it?
import { type Text, text } from '../../language/words.ts'
import type { EntryHolder, LookedUp } from '../../model/decision-context.ts'
import { isExercise } from '../../model/exercises/exercise.ts'
import type { EventDefinition, ItemDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { isCaseInScope, scopeOf } from '../../organisation/policy.ts'
import { regions } from '../../organisation/regions.ts'
import { civilDate, civilMoment, type Instant } from '../../time/instant.ts'
import { type Judgement, refused } from './judgement.ts'

/** `items`: what the process has many of, by whose words what holds the entry is named. */
type Reserving = { items: ItemDefinition[] | undefined; record: CaseRecord; by: Actor; at: Instant }

/** Whether what holds an entry keeps another from holding it: an exercise stands in the way of no real response. */
export const standsInTheWay = (holder: Pick<EntryHolder, 'exercise'>, exercise: boolean): boolean =>
  !holder.exercise || exercise

/** Judged in the transaction that holds the entry. */
export const judgeReserved = (
  { entry: choice }: EventDefinition,
  entry: LookedUp['entry'],
  { items, record, by, at }: Reserving,
): Judgement => {
  if (!choice?.reserves || entry === undefined) return { allowed: true }
  if (entry === null) return refused('not-possible-now', gone)
  const verdict = choice.fits(record, entry.found, civilDate(at))
  if (verdict !== true) return refused('not-possible-now', verdict)
  const { holder } = entry
  return holder && standsInTheWay(holder, isExercise(record))
    ? refused('not-possible-now', heldBy(holder, by, items))
    : { allowed: true }
}

const gone = text('登记簿中没有这一项', 'The register has no such entry')

/** Which item holds it: of which case, to whoever may know of that; to others where. */
const heldBy = (holder: EntryHolder, by: Actor, items: ItemDefinition[] = []): Text => {
  const { number, region, owner, kind, nth, since } = holder
  const known = isCaseInScope(scopeOf(by), { region, owner })
  const { zh, en } = regions[region].name
  const words = items.find((one) => one.kind === kind)?.words ?? text('事项', 'item')
  const at = civilMoment(since)
  return text(
    `已由${known ? number : `${zh}的案件`}${words.zh}第${nth}号占用（${at}起），待其完成或者收回`,
    `It is held by ${words.en} no. ${nth} of ${known ? number : `a case in ${en}`} since ${at}, until that is done or recalled`,
  )
}
