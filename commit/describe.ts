// What does an operator read about a case in Temporal's own interface?
import { stateKey } from '../domain/case/chart.ts'
import { isRunning } from '../domain/case/clocks/obligations.ts'
import type { ProcessDefinition } from '../domain/case/process.ts'
import type { CaseRecord } from '../domain/case/record.ts'
import { stateWords } from '../domain/case/timeline.ts'

/** State key and a line in words; number, state and dates only, no title, no name. */
export const describeCase = (process: ProcessDefinition, record: CaseRecord): { state: string; details: string } => {
  const state = stateKey(record.snapshot.value)
  const { zh, en } = stateWords(process, state, 'internal')
  const next = record.obligations.filter(isRunning).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const due = next ? `\n\n期限 due: **${next.due}**${next.provisional ? '（暂估 provisional）' : ''}` : ''
  return { state, details: `**${record.number}** ${zh} · ${en}${due}` }
}
