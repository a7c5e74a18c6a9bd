// Whatever everybody and every clock do with a measure: is every state reached, can somebody always go on, and is nothing kept longer than the law lets it?
import { expect, test } from 'vitest'
import { enforcementCase as process } from '../../../domain/enforcement-case/process.ts'
import { isRunning } from '../../../domain/engine/clocks/obligations.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import { itemIn, itemStateIn, walkItems } from '../../support/walks/item-walk.ts'
import { day, matter, prosecuting, prosecutors, sample } from '../samples.ts'
import { measureSamples, onTheSpotSeizure, registration, seizure } from './measure-samples.ts'
import { confiscating, measuring } from './measuring.ts'

const { does, inForce } = measuring

const measure = process.items?.find(({ kind }) => kind === 'measure')
const { reachedFrom } = walkItems({
  process,
  people: prosecutors,
  samples: measureSamples,
})
const walked = (form: Record<string, unknown>) =>
  reachedFrom(
    prosecuting(matter, day, ['gao', 'approve-filing'], ['lin', 'propose-measure', form]).record(),
    `${day}T01:00:00.000Z`,
  )

/** Seized, and then the penalty confiscates. */
const confiscatedSpots = () => {
  const play = inForce(seizure)
  does(play, 'gao', 'dispose-measure', sample('dispose-measure', 1))
  play.does(...confiscating, ['lin', 'serve-decision'])
  return reachedFrom(play.record(), `${day}T01:00:00.000Z`)
}

const spots = withShortStacks(() => [
  ...[registration, seizure, onTheSpotSeizure].flatMap(walked),
  ...confiscatedSpots(),
])

test('every state of a measure is reached', () => {
  const reached = [...new Set(spots.map(itemStateIn))].sort()
  expect(reached).toEqual(Object.keys(measure?.states ?? {}).sort())
})

test('while a measure is open somebody can act on it', () => {
  const stuck = spots.filter(({ stuck }) => stuck)
  expect(stuck.map(itemStateIn)).toEqual([])
})

test('whatever is kept has a period that runs or stands still, and what lapses goes back', () => {
  const kept = spots.filter((spot) =>
    ['taken', 'in-force', 'testing', 'awaiting-penalty'].includes(itemStateIn(spot)),
  )
  expect(kept.length).toBeGreaterThan(4)
  for (const spot of kept) {
    const no = itemIn(spot)?.no
    const periods = spot.record.obligations.filter(
      (one) =>
        one.item === no && ['seizure', 'evidence-disposal'].includes(one.clock) && isRunning(one),
    )
    expect([itemStateIn(spot), periods.length]).toEqual([itemStateIn(spot), 1])
  }
  const lapsed = spots.filter((spot) => itemIn(spot)?.snapshot.context.lapsed === true)
  expect(lapsed.length).toBeGreaterThan(2)
  for (const spot of lapsed) expect(itemStateIn(spot)).toBe('returning')
})

test('nothing is taken unapproved, but what was urgent', () => {
  for (const spot of spots.filter((one) => ['in-force', 'testing'].includes(itemStateIn(one))))
    expect(itemIn(spot)?.snapshot.context.approvedOn).toBe(day)
})
