// What does an operator read about a case in Temporal's own interface?

import { isRunning } from '../domain/engine/clocks/obligations.ts'
import { stateKey } from '../domain/model/chart.ts'
import type { ProcessDefinition } from '../domain/model/process.ts'
import type { CaseRecord } from '../domain/model/record.ts'
import { stateWords } from '../domain/views/state-words.ts'

/** State key and a line in words; number, state and dates only, no title, no name. */
export const describeCase = (
  process: ProcessDefinition,
  record: CaseRecord,
): { state: string; details: string } => {
  const state = stateKey(record.snapshot.value)
  const { zh, en } = stateWords(process, state, 'internal')
  const next = record.obligations.filter(isRunning).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const due = next
    ? `\n\n期限 due: **${next.due}**${next.provisional ? '（暂估 provisional）' : ''}`
    : ''
  return { state, details: `**${record.number}** ${zh} · ${en}${due}` }
}
