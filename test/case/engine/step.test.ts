// What becomes of a case when an event happens that its chart, its place or its parties do not allow, or that reaches others?
import { describe, expect, test } from 'vitest'
import { createMachine, log, raise } from 'xstate'
import { creationPlace } from '../../../domain/engine/creation.ts'
import { begin, happen } from '../../../domain/engine/step.ts'
import { draftOf } from '../../../domain/model/draft.ts'
import type {
  CaseEvent,
  EventDefinition,
  ProcessDefinition,
} from '../../../domain/model/process.ts'
import { actor, devices } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const lin = actor('lin')
const decisionContext = decisionContextAt(at)
const start: CaseEvent = {
  type: 'start',
  data: { region: '330802', date: '2026-03-10' },
  by: lin,
  at,
  signatures: [],
}
const event = (type: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  type,
  data: {},
  by: lin,
  at,
  signatures: [],
  ...more,
})
const opened = (process: ProcessDefinition) =>
  begin(process, { id: 'c-1', number: '试1号' }, start, decisionContext).record
const happened = (process: ProcessDefinition, next: CaseEvent) =>
  happen(process, draftOf(opened(process)), next, decisionContext).record

/** The counter, whose act of adding is defined otherwise. */
const adding = (more: Partial<EventDefinition>): ProcessDefinition => ({
  ...counter,
  events: { ...counter.events, add: { ...counter.events.add!, ...more } },
})

/** The counter with something beside its chart, when it begins or when it counts. */
const charted = (entry: unknown, onAdd: unknown[] = ['add']): ProcessDefinition => {
  const { config, implementations } = counter.machine
  const { counting, ...others } = config.states as Record<string, { on: Record<string, object> }>
  const on = { ...counting?.on, add: { guard: 'notTooMuch', actions: onAdd } }
  const states = { ...others, counting: { ...counting, entry, on } }
  return {
    ...counter,
    machine: createMachine({ ...config, states } as never, implementations as never) as never,
  }
}

describe('a place that is none', () => {
  const nowhere: ProcessDefinition = {
    ...counter,
    describe: (data) => ({ ...counter.describe(data, lin), region: '339999x' as never }),
  }
  test('begins no case: the region is named as what is wrong', () => {
    expect(() => creationPlace(nowhere, start)).toThrow(
      expect.objectContaining({ code: 'invalid-input', reasons: [], details: { field: 'region' } }),
    )
    expect(() => opened(nowhere)).toThrow('invalid-input')
    expect(creationPlace(counter, start)).toBe('330802')
  })
  test('takes no case that is moved', () => {
    const moving = adding({ moves: () => ({ region: 'nowhere' }) as never })
    const wanted = () => happened(moving, event('add', { data: { n: 1 } }))
    expect(wanted).toThrow(
      expect.objectContaining({ code: 'invalid-input', reasons: [], details: { field: 'region' } }),
    )
  })
})

describe('a chart that would do more than move', () => {
  test('is refused by the name of what it uses, when a case begins and when an event happens', () => {
    expect(() => opened(charted(log('x')))).toThrow('a chart may not use xstate.log')
    expect(() =>
      happened(charted([], ['add', log('x')]), event('add', { data: { n: 1 } })),
    ).toThrow('a chart may not use xstate.log')
  })
  test('may raise an event of its own at once', () => {
    expect(
      happened(
        charted([], ['add', raise({ type: 'finish' } as never)]),
        event('add', { data: { n: 2 } }),
      ).snapshot,
    ).toMatchObject({
      value: 'checking',
      context: { count: 2 },
    })
  })
})

test('a chart that cannot begin begins no case, and says why', () => {
  const { config, implementations } = counter.machine
  const context = () => {
    throw new Error('no place to begin')
  }
  const machine = createMachine({ ...config, context } as never, implementations as never) as never
  expect(() => opened({ ...counter, machine })).toThrow('no place to begin')
})

test('an event that the chart does not take here is refused, and so is one that its guard refuses', () => {
  expect(() => happened(counter, event('approve', { data: { outcome: 'yes' } }))).toThrow(
    'not-possible-now',
  )
  expect(() => happened(counter, event('add', { data: { n: 1_001 } }))).toThrow('not-possible-now')
})

describe('an act can be taken back', () => {
  const add = event('add', { data: { n: 1 } })
  test('by whoever has done it, from what the case was before', () => {
    const record = happened(counter, add)
    expect(record.undo).toMatchObject({
      by: 'lin',
      event: 'add',
      snapshot: opened(counter).snapshot,
      data: opened(counter).data,
    })
    expect(record.snapshot.context.count).toBe(1)
  })
  test('unless no person has done it', () => {
    expect(happened(counter, { ...add, by: devices }).undo).toBeNull()
    expect(happened(counter, { ...event('fall-late'), by: { kind: 'clock' } }).undo).toBeNull()
  })
  test.each([
    ['another case has been asked', { links: () => [] }],
    ['the case of a licence has been told', { sends: [] }],
    ['a device has been asked', { deviceRequest: () => null }],
  ])('unless %s by it', (_, more) => {
    expect(happened(adding(more as never), add).undo).toBeNull()
  })
  test.each([
    ['the region', { region: '330881' }],
    ['the owner', { owner: 'e-1' }],
  ])('unless it has moved the case by %s; its tasks begin anew there', (_, place) => {
    const record = happened(adding({ moves: () => place as never }), add)
    expect(record).toMatchObject({ ...place, undo: null })
    expect(record.openTasks).not.toEqual(happened(counter, add).openTasks)
  })
  test('where it is said to move to where it is, it stays there with its tasks', () => {
    const record = happened(adding({ moves: () => ({ region: '330802' }) as never }), add)
    expect(record.undo).not.toBeNull()
    expect(record.openTasks).toEqual(happened(counter, add).openTasks)
  })
})

test('an act makes the region that it was done in newer, and no other', () => {
  expect(Object.keys(happened(counter, event('add', { data: { n: 1 } })).material)).toEqual([
    'whole',
  ])
})

describe('an event of the clock', () => {
  const midnight = '2026-03-10T16:00:00.000Z'
  const late = event('fall-late', { by: { kind: 'clock' }, at: midnight })
  test('that ends no step says of none that it was skipped', () => {
    expect(
      happen(counter, draftOf(opened(counter)), late, decisionContext).facts.map(
        ({ data }) => data,
      ),
    ).toEqual([{}])
  })
  test('at 24:00 belongs to the day that ends: a period that it starts counts from that day', () => {
    const [plain] = counter.clocks
    const following = {
      ...plain!,
      clock: 'following',
      due: { rule: 'hazchem-licence.acceptance' },
      startsOn: ['fall-late'],
    }
    const { obligations } = happened({ ...counter, clocks: [plain!, following] }, late)
    expect(obligations.find(({ clock }) => clock === 'following')?.start).toBe('2026-03-10')
  })
})
