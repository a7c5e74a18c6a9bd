// What does a case of the first chart become under the present one, or why must it end where it is?

import { type Text, text } from '../language/words.ts'
import type { CaseRecord, Migration, Snapshot } from '../model/record.ts'
import { opening } from './memory/context.ts'

type Old = { handling: string; supervision: unknown }

/** Regions that the first chart did not have begin as if nothing had happened in them. */
const untouched = {
  listing: 'none',
  filing: 'none',
  measures: 'none',
  force: 'none',
  supply: 'none',
  instruction: 'none',
  reporter: 'none',
}

const cosigning = text(
  '有人已签署、尚待会签：请先完成会签或退回',
  'A hand stands under a proposal: let the co-signature be finished or returned first',
)
const correcting = text(
  '有更正待批准：请先批准或撤销',
  'A correction waits for approval: decide it first',
)
const unplanned = text(
  '重大隐患已按旧流程下达指令，没有治理方案和挂牌：按旧流程办结',
  'A major hazard already ordered without plan and listing: it ends under the first chart',
)

/** Why a case has to stay; null when it may come over. */
const obstacle = ({ openTasks, corrections, snapshot }: CaseRecord): Text | null => {
  if (Object.values(openTasks).some(({ proposal }) => proposal !== null)) return cosigning
  if (Object.keys(corrections).length > 0) return correcting
  const { handling } = snapshot.value as Old
  return snapshot.context.grade === 'major' &&
    ['rectifying', 'rechecking', 'accepting'].includes(handling)
    ? unplanned
    : null
}

/** A major hazard that has not been ordered yet gains the steps it lacked: measures on the spot come first. */
const handlingOf = ({ value, context }: Snapshot): unknown => {
  const { handling } = value as Old
  if (handling === 'rectifying')
    return { rectifying: context.overdue === true ? 'expired' : 'working' }
  return handling === 'ordering' && context.grade === 'major' ? 'measuring' : handling
}

const move = (record: CaseRecord): { snapshot: Snapshot } | Text => {
  const { snapshot, data } = record
  const why = obstacle(record)
  if (why) return why
  const ordered = data['re-check-failed']?.dueDate ?? data['issue-order']?.dueDate
  const order = data['issue-order']
    ? { order: 'ordinary', served: true, dueDate: typeof ordered === 'string' ? ordered : null }
    : {}
  return {
    snapshot: {
      ...snapshot,
      value: {
        ...untouched,
        handling: handlingOf(snapshot),
        supervision: (snapshot.value as Old).supervision,
      },
      context: { ...opening(undefined), ...snapshot.context, ...order },
    },
  }
}

export const fromVersion1: Migration = { from: 1, move }
