// Who may not apply again yet, until when, and how is that marked in lists?

import { type Text, text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'

const isBarred = ({ snapshot }: CaseRecord): boolean =>
  ['barred', 'outlasting'].includes((snapshot.value as { bar: string }).bar)

/** 许可法 78, 79: the reason with which a barred enterprise is turned away, with the case that bars it and the last day. */
export const barredBy = (other: CaseRecord): Text | null => {
  if (!isBarred(other)) return null
  const { barred } = other.snapshot.context
  const until =
    other.obligations.findLast(
      ({ clock, status }) => clock === `reapply-bar-${barred}` && status !== 'cancelled',
    )?.due ?? ''
  const [article, en] = barred === 'fraud' ? ['第七十九条', '79'] : ['第七十八条', '78']
  return text(
    `${until}（含当日）前不得再次申请该许可（${other.number}，《行政许可法》${article}）`,
    `No new application until ${until}, that day included (${other.number}, Licensing Law art. ${en})`,
  )
}

/** 2: a bar on applying; 3: the context says that the case is `late`, whatever that is called; it ends with the case. */
export const licensingLevel =
  (late: string): ProcessDefinition['level'] =>
  (record) => {
    if (record.status === 'closed') return null
    if (isBarred(record)) return 2
    return record.snapshot.context[late] === true ? 3 : null
  }
