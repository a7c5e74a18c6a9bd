// Whatever everybody and every clock do with an agreement: is every state reached, and can somebody always go on?
import { expect, test } from 'vitest'
import { enforcementCase as process } from '../../../domain/enforcement-case/process.ts'
import { isRunning } from '../../../domain/engine/clocks/obligations.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import { itemIn, itemStateIn, walkItems } from '../../support/walks/item-walk.ts'
import { prosecutors, sample } from '../samples.ts'
import { acts, agreed, type Play, proposed } from './agreeing.ts'
import { agreementSamples, firstPaid, lastPaid } from './agreement-samples.ts'

const { reachedFrom } = walkItems({
  process,
  people: prosecutors,
  samples: agreementSamples,
})
const from = (play: Play, on: string) => reachedFrom(play.record(), `${on}T02:00:00.000Z`)

const kept = agreed()
kept.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
const paid = agreed()
paid.does(['until', '2026-04-30'], ['lin', 'record-instalment', firstPaid])
acts(paid, 'lin', 'confirm-stage')
paid.does(['until', '2026-05-29'], ['lin', 'record-payment', lastPaid])
const changed = agreed()
const on = '2026-04-02'
changed.does(
  ['fa', 'receive-remedy', { ...sample('receive-remedy'), filedOn: on, receivedOn: on }],
  ['fa', 'record-change', { ...sample('record-change'), decidedOn: on }],
)
const spots = withShortStacks(() => [
  ...from(proposed(), on),
  ...from(kept, '2026-04-30'),
  ...from(paid, '2026-05-29'),
  ...from(changed, on),
])

test('every state of an agreement is reached', () => {
  const all = process.items?.find(({ kind }) => kind === 'agreement')?.states ?? {}
  expect([...new Set(spots.map(itemStateIn))].sort()).toEqual(Object.keys(all).sort())
})

test('somebody can act on it, or it waits for money until the day of its stage', () => {
  const waiting = spots.filter(({ stuck }) => stuck)
  for (const spot of waiting) {
    const due = itemIn(spot)?.snapshot.context.stageDue
    expect([itemStateIn(spot), String(due) >= spot.at.slice(0, 10)]).toEqual(['running', true])
  }
})

test('while one is performed its stage has one period, and its case knows it', () => {
  const running = spots.filter((spot) => itemStateIn(spot) === 'running')
  expect(running.length).toBeGreaterThan(1)
  for (const spot of running) {
    const no = itemIn(spot)?.no
    const periods = spot.record.obligations.filter(
      (one) => one.item === no && one.clock === 'agreement-stage' && isRunning(one),
    )
    expect(periods).toHaveLength(1)
    expect(spot.record.snapshot.context.agreed).toMatchObject({ running: true })
  }
})
