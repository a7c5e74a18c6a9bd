// What does a case of the first chart become under the present one, or why must it stay where it is?
import { statesOf } from '../case/chart.ts'
import type { Migration } from '../case/process.ts'
import type { CaseRecord, Snapshot } from '../case/record.ts'
import { type Text, text } from '../case/words.ts'
import { type Hearing, unheard } from '../licensing/hearing-rules.ts'
import { alone } from '../licensing/joint-rules.ts'
import { machine } from './statechart.ts'

type Old = { handling: string | { reviewing?: string }; bar: string }

const correcting = text('有更正待批准：请先批准或撤销', 'A correction waits for approval: decide it first')
const ended = new Set(statesOf(machine).flatMap(({ name, final }) => (final ? [name] : [])))

/**
 * The handling is the same under both charts, so every desk stays as it is worked. A hearing and joint handling are possible
 * while the application is reviewed; before that they are to come, and afterwards they are past.
 */
const beside = (handling: Old['handling']): 'possible' | 'none' | 'closed' => {
  if (typeof handling === 'string') return ended.has(`handling.${handling}`) ? 'closed' : 'none'
  return handling.reviewing === undefined ? 'none' : 'possible'
}

/** What stops the period now, which the first chart did not have to remember. */
const stopping: Record<string, Hearing['stopped']> = {
  checking: 'site-check',
  reworking: 'rework',
  'expert-review': 'expert-review',
}

const move = (record: CaseRecord): { snapshot: Snapshot } | Text => {
  const { corrections, snapshot } = record
  if (Object.keys(corrections).length > 0) return correcting
  const { handling, bar } = snapshot.value as Old
  const at = typeof handling === 'string' ? undefined : handling.reviewing
  return {
    snapshot: {
      ...snapshot,
      value: { handling, hearing: beside(handling), joint: beside(handling), bar },
      context: { ...unheard, ...alone, ...snapshot.context, stopped: (at && stopping[at]) ?? null },
    },
  }
}

export const fromVersion1: Migration = { from: 1, move }
