// Which periods run for each order of an inspection: the day by which it is to be carried out, and that of its re-check?
import { text } from '../../language/words.ts'
import { missed, warnBefore } from '../../model/periods/period.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { leader, sectionChief } from '../posts/addresses.ts'
import type { OrderTask } from './order-tasks.ts'

type Named = {
  item: string
  opens: string
  moves: string[]
  reports: string
  ends: string[]
  /** Of the enterprise and of whoever answers it; that of the officers who look again. */
  carriedOutAt: readonly OrderTask[]
  recheckedAt: readonly OrderTask[]
}

/** The enterprise's own day. */
const toCarryOut = (
  clock: string,
  words: ClockDefinition['words'],
  article: string,
  { item, opens, moves, reports, ends, carriedOutAt }: Named,
): ClockDefinition => ({
  clock,
  item,
  keptAt: carriedOutAt,
  words,
  due: { dateField: 'correctBy', article, kept: true },
  startsOn: [opens],
  ...(moves.length > 0 ? { movesOn: moves } : {}),
  endsOn: [reports, ...ends],
  ...warnBefore(3, 'WD', [...enterprise, inspectors]),
  escalationPolicy: [missed(words, [...enterprise, inspectors, sectionChief])],
  audience: 'party',
  clockOwner: sectionChief,
})

/** 处罚办法 16: counted from the day of this order, or that on which it was reported as carried out, whatever becomes of others. */
const toRecheck = (
  clock: string,
  words: ClockDefinition['words'],
  { item, opens, moves, reports, ends, recheckedAt }: Named,
): ClockDefinition => ({
  clock,
  item,
  keptAt: recheckedAt,
  words,
  due: { rule: 'inspection.re-check', from: 'recheckFrom' },
  startsOn: [opens, ...moves, reports],
  endsOn: ends,
  ...warnBefore(2, 'WD', [inspectors]),
  escalationPolicy: [missed(words, [inspectors, sectionChief, leader])],
  audience: 'internal',
  clockOwner: sectionChief,
})

const order: Named = {
  item: 'correction-order',
  opens: 'order-correction',
  moves: ['extend-order'],
  reports: 'report-correction',
  ends: ['pass-recheck', 'fail-recheck'],
  carriedOutAt: ['carry-out-order', 'decide-order-extension'],
  recheckedAt: ['recheck-order'],
}
const measures: Named = {
  item: 'spot-measures',
  opens: 'take-measures',
  moves: [],
  reports: 'report-measures',
  ends: ['lift-measures', 'fail-measures'],
  carriedOutAt: ['carry-out-measures'],
  recheckedAt: ['recheck-measures'],
}

export const orderClocks: ClockDefinition[] = [
  toCarryOut(
    'correction',
    text('整改期限', 'Rectification'),
    '《安全生产法》（2021）第六十五条；责令限期整改指令书',
    order,
  ),
  toRecheck('recheck', text('整改复查', 'Re-check'), order),
  toCarryOut(
    'measures',
    text('现场处理期限', 'Measures on the spot'),
    '《安全生产法》（2021）第六十五条第一款第三项；现场处理措施决定书',
    measures,
  ),
  toRecheck('measures-recheck', text('现场处理复查', 'Re-check of the measures'), measures),
]
