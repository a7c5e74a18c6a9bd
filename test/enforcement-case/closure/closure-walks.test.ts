// Whatever everybody does with a proposal to close: is every state reached, and can somebody always go on?
import { expect, it } from 'vitest'
import { enforcementCase as process } from '../../../domain/enforcement-case/process.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import { itemStateIn, walkItems } from '../../support/walks/item-walk.ts'
import { correctionSamples } from '../corrections/correction-samples.ts'
import { day, decided, matter, prosecuting, prosecutors } from '../samples.ts'

const { reachedFrom } = walkItems({
  process,
  people: prosecutors,
  samples: correctionSamples,
})
const proposed = prosecuting(matter, day, ...decided, ['gao', 'propose-closure']).record()
const spots = withShortStacks(() => reachedFrom(proposed, `${day}T01:00:00.000Z`))

it('reaches every state', () => {
  const { states = {} } = process.items?.find(({ kind }) => kind === 'closure') ?? {}
  expect([...new Set(spots.map(itemStateIn))].sort()).toEqual(Object.keys(states).sort())
})

it('leaves somebody who can act while it is open', () => {
  const stuck = spots.filter(({ stuck }) => stuck)
  expect(stuck.map(itemStateIn)).toEqual([])
})
