// With which steps are the tests of moving done?
import type { CaseEvent } from '../../domain/model/process.ts'
import type { Step } from '../../domain/model/record.ts'
import { actor } from '../support/people/cast.ts'
import { counter } from '../support/processes/counter.ts'
import { at } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

export const [lin, ji] = [actor('lin'), actor('ji')]
export const later = '2026-03-03T01:00:00.000Z'
export const context = decisionContextAt(later)
export const { record } = opened(counter, lin, { region: '330802', date: '2026-03-10' }, at)
export const event = (type: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  type,
  data: {},
  by: lin,
  at: later,
  signatures: [],
  ...more,
})
export const step = (fact: number, from: string, more: Partial<Step> = {}): Step => ({
  from,
  type: 'finish',
  data: {},
  by: lin,
  signatures: [],
  at: later,
  fact,
  ...more,
})

export const trail = [step(1, 'main.a'), step(2, 'side.s'), step(3, 'main.b')]
