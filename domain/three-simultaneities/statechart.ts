// Which states does a construction project go through, and what leads from one to the next?
import { setup } from 'xstate'
import { hearingRegion, jointRegion, resetsOn } from '../licensing/regions.ts'
import { type StateNameOf, toActions, toGuards } from '../model/chart.ts'
import type { CaseEvent, TaskMeta } from '../model/process.ts'
import { notes, opening, type ProjectContext } from './context.ts'
import { decisions, leavings, type ProjectEventType } from './events.ts'
import { bar } from './regions/bar.ts'
import { type HandlingEnded, handlingEnded, id } from './regions/ends.ts'
import { handling } from './regions/handling.ts'
import { opinion } from './regions/opinion.ts'
import { rules } from './rules.ts'
import type { ProjectTask } from './tasks.ts'

type ChartEvent = Omit<CaseEvent, 'type'> & { type: ProjectEventType | 'return' | HandlingEnded }

const types = {} as {
  context: ProjectContext
  events: ChartEvent
  input: CaseEvent
  meta: TaskMeta & { task: ProjectTask }
  tags: 'quiet'
}
const { assign } = setup({ types })

const resets = resetsOn([...decisions, ...leavings], handlingEnded)

export const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id,
  type: 'parallel',
  context: ({ input }) => opening(input),
  states: { handling, opinion, hearing: hearingRegion(resets), joint: jointRegion(resets), bar },
})

export type ProjectState = StateNameOf<typeof machine>
