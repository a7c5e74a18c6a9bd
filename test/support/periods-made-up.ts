// How does a test write down a running period and a process of three clocks, without playing a case?
import { text } from '../../domain/language/words.ts'
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/process.ts'
import type { EscalationLevelState, Obligation } from '../../domain/model/record.ts'
import { chiefs, counter, counters } from './processes/counter.ts'
import { at } from './tasks-made-up.ts'

const [like] = counter.clocks as [ClockDefinition]

/** Of the rule book, kept by the chief; of a date that acts move, kept by the inspectors; of a date that nothing moves. */
export const threeClocks: ProcessDefinition = {
  ...counter,
  clocks: [
    {
      ...like,
      clock: 'review',
      words: text('审查', 'Review'),
      due: { rule: 'hazchem-licence.review' },
      clockOwner: chiefs,
      audience: 'party',
    },
    {
      ...like,
      clock: 'dated',
      words: text('整改', 'Repair'),
      movesOn: ['add', 'finish', 'nothing'],
      clockOwner: counters,
      audience: 'party',
    },
    {
      ...like,
      clock: 'fixed',
      words: text('期满', 'Expiry'),
      clockOwner: counters,
      audience: 'internal',
    },
  ],
}

export const periodOf = (clock: string, changes: Partial<Obligation> = {}): Obligation => ({
  id: `${clock}:1`,
  clock,
  rule: clock === 'review' ? 'hazchem-licence.review' : null,
  ruleVersion: null,
  article: '§1',
  startedAt: at,
  start: '2026-03-02',
  pauses: [],
  extensions: [],
  due: '2026-03-10',
  dueAt: '2026-03-10T16:00:00.000Z',
  nominal: '2026-03-10',
  provisional: false,
  calendar: 'c',
  epoch: 1,
  status: 'running',
  endedAt: null,
  escalationLevels: [],
  dateData: {},
  reasons: [],
  explanation: text('', ''),
  ...changes,
})

export const levelOf = (
  escalationLevel: string,
  status: EscalationLevelState['status'],
): EscalationLevelState => ({
  escalationLevel,
  plannedAt: '2026-03-10T16:00:00.000Z',
  status,
  firedAt: null,
  recordedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  provisional: false,
})
