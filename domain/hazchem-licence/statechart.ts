// Which states do an application and its licence go through, and what leads from one to the next?
import { setup } from 'xstate'
import { hearingRegion, jointRegion, resetsOn } from '../licensing/regions.ts'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import type { hazchemActs } from './acts.ts'
import { type LicenceContext, notes, opening } from './context.ts'
import { bar } from './regions/bar.ts'
import { applicationEnds, type HandlingEnded, handlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { rules } from './rules.ts'
import type { LicenceTask } from './tasks.ts'

type ChartEvent = Omit<CaseEvent, 'type'> & {
  type: keyof typeof hazchemActs | 'return' | HandlingEnded
}

const types = {} as {
  context: LicenceContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: LicenceTask }
  tags: 'quiet'
}
const { assign } = setup({ types })

const resets = resetsOn(applicationEnds, handlingEnded)

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => opening(input),
  states: { handling, hearing: hearingRegion(resets), joint: jointRegion(resets), bar },
})

export type LicenceState = StateNameOf<typeof machine>
