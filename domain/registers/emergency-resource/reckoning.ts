// Which batch of a resource runs out first, when is it checked again, and do its batches add up?
import { type Text, text } from '../../language/words.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import type { ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { type EntryFault, refuseFaults } from '../reckoning.ts'

/** The due days of a resource. Refuses batches that are not the quantity, and checks that have not been or are not before the next one. */
export const reckonResource = (data: EntryData, { today }: ReckoningContext): EntryData => {
  const [batches, checks] = [rowsIn(data.batches), rowsIn(data.checks)]
  refuseFaults([...batchFaults(data, batches), ...checkFaults(checks, today)])
  const batch = firstBy('expiresOn', batches)
  const check = [...checks].sort(by('checkedOn')).at(-1)
  const [expiryDue, checkDue] = [dayOf(batch, 'expiresOn'), dayOf(check, 'nextCheckOn')]
  return {
    expiryDue,
    checkDue,
    reckoning: [...batchSteps(batch), ...checkSteps(check)],
  }
}

const by = (name: string) => (a: RowAnswer, b: RowAnswer) =>
  String(a[name]) < String(b[name]) ? -1 : String(a[name]) > String(b[name]) ? 1 : 0
const firstBy = (name: string, rows: readonly RowAnswer[]): RowAnswer | undefined =>
  [...rows].sort(by(name))[0]
const dayOf = (row: RowAnswer | undefined, name: string): string | null =>
  typeof row?.[name] === 'string' ? row[name] : null

const batchFaults = ({ quantity }: EntryData, batches: readonly RowAnswer[]): EntryFault[] => {
  const sum = batches.reduce((all, one) => all + Number(one.quantity), 0)
  if (batches.length === 0 || sum === quantity) return []
  return [
    {
      pointer: '/batches',
      reason: text(
        `各批次数量合计${sum}，与数量${quantity}不一致`,
        `The batches make ${sum}, not the quantity of ${quantity}`,
      ),
    },
  ]
}

const checkFaults = (checks: readonly RowAnswer[], today: string): EntryFault[] =>
  checks.flatMap(({ checkedOn, nextCheckOn }, index): EntryFault[] => [
    ...(String(checkedOn) > today
      ? [
          {
            pointer: `/checks/${index}/checkedOn`,
            reason: text('检查日期不能晚于今天', 'A check cannot be after today'),
          },
        ]
      : []),
    ...(String(nextCheckOn) <= String(checkedOn)
      ? [
          {
            pointer: `/checks/${index}/nextCheckOn`,
            reason: text('下次检查应晚于本次检查', 'The next check comes after this one'),
          },
        ]
      : []),
  ])

const batchSteps = (batch: RowAnswer | undefined): Text[] =>
  batch
    ? [
        text(
          `最先到期的批次${batch.batch}：有效期至${batch.expiresOn}`,
          `First to expire: batch ${batch.batch}, good until ${batch.expiresOn}`,
        ),
      ]
    : []

const checkSteps = (check: RowAnswer | undefined): Text[] =>
  check
    ? [
        text(
          `最近一次检查${check.checkedOn}，下次检查不晚于${check.nextCheckOn}`,
          `Last checked on ${check.checkedOn}, to be checked again by ${check.nextCheckOn}`,
        ),
      ]
    : []
