// What becomes of an open case when its process has a newer chart, or why does it end under its own?

import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import { restore, stateKey } from '../model/chart.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { appendFact, change, type Draft, draftOf, touch } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseItem, CaseRecord, Snapshot } from '../model/record.ts'
import { followSnapshot } from '../tasks/tasks.ts'
import { isRunning } from './clocks/obligations.ts'
import { wholeAfter } from './item-deciding.ts'
import { partOf } from './items/parts.ts'

const isReason = (answer: { snapshot: Snapshot } | Text): answer is Text => 'zh' in answer

/** Where the case would stand under `target`, or the reason why it cannot come over; a dry run asks this and nothing else. */
export const migrated = (
  target: ProcessDefinition,
  record: CaseRecord,
): { snapshot: Snapshot } | Text => {
  if (record.status === 'closed') return text('案件已办结', 'The case is closed')
  if (record.chart === target.version) return text('已是该版本', 'It is under that chart already')
  const way = target.migrations.find(({ from }) => from === record.chart)
  if (!way) return text('没有从该版本转入的规则', 'No rule leads over from its chart')
  const foreign = record.obligations.filter(
    (one) => isRunning(one) && !target.clocks.some(({ clock }) => clock === one.clock),
  )
  if (foreign.length > 0)
    return text('有新版本中没有的时限仍在计算', 'A period runs that the new chart does not have')
  if (Object.values(record.items ?? {}).some((item) => !isKnownTo(target, item)))
    return text(
      '有新版本中没有的事项尚未办结',
      'Something is still open in it that the new chart does not have',
    )
  const answer = way.move(record)
  if (!isReason(answer)) restore(target.machine, answer.snapshot)
  return answer
}

/** What is open in a case goes on under its own chart, which must still have the state in which it stands. */
const isKnownTo = ({ items = [] }: ProcessDefinition, { kind, snapshot }: CaseItem): boolean => {
  const machine = items.find((one) => one.kind === kind)?.machine
  try {
    return machine !== undefined && restore(machine, snapshot) !== undefined
  } catch {
    return false
  }
}

/** Takes an open case over to `target`; every task whose state goes on stays as it is worked. Refused with the reason otherwise. */
export const migrate = (
  target: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
): Draft => {
  const answer = migrated(target, record)
  if (isReason(answer)) throw new DomainError('not-possible-now', [answer])
  const { snapshot } = answer
  const migratedRecord: CaseRecord = {
    ...record,
    revision: record.revision + 1,
    chart: target.version,
    snapshot,
    undo: null,
  }
  const part = partOf(target, migratedRecord, undefined)
  const tasked = change(
    draftOf(part.record),
    followSnapshot(target, part.record, snapshot, decisionContext.at),
  )
  const regions =
    target.machine.root.type === 'parallel' ? Object.keys(target.machine.root.states) : ['whole']
  const moved = appendFact(touch(tasked, ...regions), {
    type: 'migrated',
    at: decisionContext.at,
    recordedAt: decisionContext.at,
    by: { kind: 'system' },
    audience: 'internal',
    data: { from: record.chart, to: target.version, was: stateKey(record.snapshot.value) },
    before: record.snapshot.value,
  })
  return wholeAfter(target, migratedRecord, part, moved, decisionContext)
}
