// Do an alarm and its case ever disagree once everything on its way has arrived, whatever happened in whatever order?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOf, calling, isAside, levelOf, openWorld } from './agreement.ts'

type World = ReturnType<typeof openWorld>
type Told = { active: boolean; level: 1 | 2 | 3 | 4; acked?: true; suppressed?: boolean }
type Step =
  | { told: Told }
  | { link: boolean }
  | { desk: 'acknowledge' | 'shelve' | 'unshelve'; older: number }
  | { casePage: 'acknowledge' | 'reset' | 'conclude' }
  | { arrives: 'outbox' | 'toCase' | 'toDevice' }
  | { seconds: number }

const told = fc.record<Told>(
  {
    active: fc.boolean(),
    level: fc.constantFrom(1, 2, 3, 4),
    acked: fc.constant(true),
    suppressed: fc.boolean(),
  },
  { requiredKeys: ['active', 'level'] },
)
const stories = fc.array(
  fc.oneof<fc.WeightedArbitrary<Step>[]>(
    { weight: 4, arbitrary: fc.record({ told }) },
    {
      weight: 3,
      arbitrary: fc.record({
        desk: fc.constantFrom('acknowledge', 'acknowledge', 'acknowledge', 'shelve', 'unshelve'),
        older: fc.integer({ min: 0, max: 2 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ casePage: fc.constantFrom('acknowledge', 'reset', 'conclude') }),
    },
    { weight: 1, arbitrary: fc.record({ link: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({ arrives: fc.constantFrom('outbox', 'toCase', 'toDevice') }),
    },
    { weight: 2, arbitrary: fc.record({ seconds: fc.integer({ min: 1, max: 400 }) }) },
  ),
  { minLength: 3, maxLength: 40 },
)

const take = (world: World, step: Step, n: number): void => {
  const row = world.open()
  if ('told' in step) {
    const bare = { value: null, limit: null, text: '', event: `e${n}`, flags: [] }
    world.hear((at) => ({ kind: 'told', at, ...bare, ...step.told }))
  } else if ('link' in step) world.hear(() => ({ kind: 'trust', good: step.link }))
  else if ('seconds' in step) world.pass(step.seconds)
  else if ('arrives' in step) for (const one of world.rows) world.deliver[step.arrives](one)
  else if (row && 'casePage' in step) world.actInCase(row, step.casePage)
  else if (row && !row.closed && 'desk' in step) world.ask(row, step.desk, step.older)
}

const play = (latching: boolean, steps: Step[]): World => {
  const world = openWorld(latching)
  steps.forEach((step, n) => {
    world.pass(1)
    take(world, step, n)
    const row = world.open()
    expect(!row || row.closed ? 'normal' : row.standing).toBe(world.standing())
    callsWhomItMust(world)
    endsWithItsAlarm(world)
  })
  world.deliverAll()
  world.pass(1)
  world.deliverAll()
  callsWhomItMust(world)
  endsWithItsAlarm(world)
  for (const row of world.rows)
    if (row.closed) expect(['acknowledged', 'resetting']).not.toContain(answerOf(row))
  return world
}

/** What rings later must find its case. */
const endsWithItsAlarm = (world: World): void => {
  for (const row of world.rows)
    if (answerOf(row) === 'over') expect([row.standing, row.closed]).toEqual(['normal', true])
}

/** What somebody owes of an alarm, by the state of its answer. */
const owed: Record<string, { clock: string; levels: number[] }> = {
  unacknowledged: { clock: 'acknowledge', levels: [1, 2, 3] },
  acknowledged: { clock: 'handle', levels: [1, 2, 3] },
  resetting: { clock: 'handle', levels: [1, 2, 3] },
  concluding: { clock: 'conclude', levels: [1, 2] },
}

/** Whoever has not acknowledged is called, and whoever has is reminded, by the one period of its level, and nobody else is. */
const callsWhomItMust = (world: World): void => {
  for (const row of world.rows) {
    const level = levelOf(row) ?? 4
    const due = owed[answerOf(row) ?? '']
    expect(calling(row)).toEqual(due?.levels.includes(level) ? [`${due.clock}-${level}`] : [])
  }
}

test.each([
  ['that does not latch', false],
  ['that latches', true],
])(
  'promise (alarms): of an alarm %s, observed, acknowledged, reset, shelved and cut off in any order, the stored state is that of the machine, its case calls the desk as long as it is not acknowledged, and no case ends before its alarm has',
  (_, latching) => {
    fc.assert(
      fc.property(stories, (steps) => {
        const world = play(latching, steps)
        for (const row of world.rows) {
          const { standing, ackedBy, ackedSeen, rang, told, closed } = row
          const waits = !closed && ['unacknowledged', 'returned', 'latched'].includes(standing)
          if (waits && told && !world.hidden() && !isAside(row))
            expect(answerOf(row)).toBe('unacknowledged')
          // What is unshelved while the plant hides it is looked at again, though its device does not ring.
          const seen = ackedBy === 'dan' && ackedSeen >= rang
          if (seen && !isAside(row) && !world.hidden())
            expect(answerOf(row)).not.toBe('unacknowledged')
        }
      }),
      { numRuns: 300 },
    )
  },
)

const bare = { value: null, limit: null, text: '', flags: [] }

/** An alarm that is told, word by word, each brought to its case at once. */
const heard = (latching: boolean) => {
  const world = openWorld(latching)
  let n = 0
  const tell = (active: boolean, level: 1 | 2 | 3) => {
    world.pass(1)
    n += 1
    world.hear((at) => ({ kind: 'told', at, ...bare, level, event: `e${n}`, active }))
    world.deliverAll()
  }
  return { world, tell }
}

test.each<[string, boolean, (world: ReturnType<typeof heard>) => void]>([
  [
    'eases from level 1 and rises to it again',
    false,
    ({ tell }) => [1, 2, 1].forEach((level) => void tell(true, level as 1 | 2)),
  ],
  [
    'returns unacknowledged from level 2 and comes back at level 1',
    false,
    ({ tell }) => {
      tell(true, 2)
      tell(false, 2)
      tell(true, 1)
    },
  ],
  [
    'returns acknowledged and latched from level 2 and comes back at level 1',
    true,
    ({ world, tell }) => {
      tell(true, 2)
      for (const row of world.rows) world.ask(row, 'acknowledge')
      world.deliverAll()
      tell(false, 2)
      tell(true, 1)
    },
  ],
])(
  'promise (alarms): an alarm that %s goes on calling until somebody acknowledges it',
  (_, latching, story) => {
    const one = heard(latching)
    story(one)
    const [row] = one.world.rows
    if (!row) throw new Error('nothing rose')
    expect([answerOf(row), calling(row)]).toEqual(['unacknowledged', ['acknowledge-1']])
  },
)

test('promise (alarms): acknowledged on the case page and then at the desk while a rise is on its way, the case calls nobody for that rise', () => {
  const world = openWorld(false)
  const tell = (level: 2 | 3) =>
    world.hear((at) => ({ kind: 'told', at, ...bare, event: `e${level}`, active: true, level }))
  tell(3)
  const [row] = world.rows
  if (!row) throw new Error('nothing rose')
  world.deliver.outbox(row)
  tell(2)
  world.actInCase(row, 'acknowledge')
  world.ask(row, 'acknowledge')
  world.deliver.toCase(row)
  world.deliverAll()
  expect(row.ackedBy).toBe('dan')
  expect(answerOf(row)).toBe('acknowledged')
})

test('promise (alarms): acknowledged on an old page while its return and a new ring are on their way, the case calls the desk for the new ring', () => {
  const world = openWorld(false)
  const tell = (event: string, active: boolean) =>
    world.hear((at) => ({ kind: 'told', at, ...bare, level: 4, event, active }))
  tell('e1', true)
  const [row] = world.rows
  if (!row) throw new Error('nothing rose')
  world.deliver.outbox(row)
  world.ask(row, 'acknowledge')
  tell('e2', false)
  tell('e3', true)
  world.deliver.toCase(row)
  world.deliverAll()
  expect(row.standing).toBe('unacknowledged')
  expect(answerOf(row)).toBe('unacknowledged')
})

test.each<[string, boolean, (world: World, row: World['rows'][number]) => void, string]>([
  [
    'acknowledged after its return, while a new ring is on its way',
    false,
    (world, row) => world.ask(row, 'acknowledge', row.seq - row.rang + 1),
    'unacknowledged',
  ],
  [
    'acknowledged as it is, while its case has not heard of its new ring',
    false,
    (world, row) => world.ask(row, 'acknowledge'),
    'acknowledged',
  ],
  [
    'reset in its case, while a new ring is on its way',
    true,
    (world, row) => world.actInCase(row, 'reset'),
    'unacknowledged',
  ],
])('promise (alarms): %s, an alarm that stands keeps its case', (_, latching, act, standing) => {
  const { world, tell } = heard(latching)
  tell(true, 3)
  const [row] = world.rows
  if (!row) throw new Error('nothing rose')
  if (latching) world.ask(row, 'acknowledge')
  tell(false, 3)
  world.pass(1)
  world.hear((at) => ({ kind: 'told', at, ...bare, level: 3, event: 'again', active: true }))
  act(world, row)
  world.deliver.toCase(row)
  world.deliverAll()
  expect([row.standing, answerOf(row)]).toEqual([standing, standing])
})
