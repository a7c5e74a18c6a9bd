// Do an alarm and its case ever disagree once everything on its way has arrived, whatever happened in whatever order?
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOf, isAside, openWorld } from './agreement.ts'

type World = ReturnType<typeof openWorld>
type Step = (world: World, n: number) => void

const told = fc
  .record({
    active: fc.boolean(),
    level: fc.constantFrom(1, 2, 3, 4),
    acked: fc.constantFrom(undefined, undefined, undefined, true),
    suppressed: fc.constantFrom(undefined, undefined, false, true),
  })
  .map(
    (of): Step =>
      (world, n) => {
        const said = Object.fromEntries(
          Object.entries(of).filter(([, value]) => value !== undefined),
        )
        const { active, level } = of
        const bare = { value: null, limit: null, text: '', event: `e${n}`, flags: [] }
        world.hear((at) => ({ kind: 'told', at, active, level, ...bare, ...said }))
      },
  )
const link = fc.boolean().map(
  (good): Step =>
    (world) => {
      world.hear(() => ({ kind: 'trust', good }))
    },
)
const desk = fc
  .record({
    act: fc.constantFrom('acknowledge', 'acknowledge', 'acknowledge', 'shelve', 'unshelve'),
    older: fc.integer({ min: 0, max: 2 }),
  })
  .map(
    ({ act, older }): Step =>
      (world) => {
        const row = world.open()
        if (row && !row.closed) world.ask(row, act as 'acknowledge', older)
      },
  )
const casePage = fc.constant<Step>((world) => {
  const row = world.open()
  if (row) world.acknowledgeInCase(row)
})
const delivery = fc.constantFrom('outbox' as const, 'toCase' as const, 'toDevice' as const).map(
  (way): Step =>
    (world) => {
      for (const row of world.rows) world.deliver[way](row)
    },
)
const passing = fc.integer({ min: 1, max: 400 }).map(
  (seconds): Step =>
    (world) => {
      world.pass(seconds)
    },
)

const stories = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: told },
    { weight: 3, arbitrary: desk },
    { weight: 1, arbitrary: casePage },
    { weight: 1, arbitrary: link },
    { weight: 4, arbitrary: delivery },
    { weight: 2, arbitrary: passing },
  ),
  { minLength: 3, maxLength: 40 },
)

const play = (latching: boolean, steps: Step[]): World => {
  const world = openWorld(latching)
  steps.forEach((step, n) => {
    world.pass(1)
    step(world, n)
    const row = world.open()
    expect(!row || row.closed ? 'normal' : row.standing).toBe(world.standing())
  })
  world.deliverAll()
  world.pass(1)
  world.deliverAll()
  return world
}

test.each([
  ['that does not latch', false],
  ['that latches', true],
])(
  'promise (alarms): of an alarm %s, observed, acknowledged, shelved and cut off in any order, the stored state is that of the machine, and its case calls the desk as long as it is not acknowledged',
  (_, latching) => {
    fc.assert(
      fc.property(stories, (steps) => {
        const world = play(latching, steps)
        for (const row of world.rows) {
          const waits =
            !row.closed && ['unacknowledged', 'returned', 'latched'].includes(row.standing)
          const heard = row.told && !world.hidden() && !isAside(row)
          if (waits && heard) expect(answerOf(row)).toBe('unacknowledged')
          if (row.ackedBy === 'dan' && !row.refusedAside && !isAside(row))
            expect(answerOf(row)).not.toBe('unacknowledged')
        }
      }),
      { numRuns: 400 },
    )
  },
)
