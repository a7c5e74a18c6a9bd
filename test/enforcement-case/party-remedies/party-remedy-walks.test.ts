// Whatever everybody and every clock do with a remedy of a person: is every state reached, can somebody always go on, and does the case know what stands?
import { expect, test } from 'vitest'
import { enforcementCase as process } from '../../../domain/enforcement-case/process.ts'
import type { CaseItem } from '../../../domain/model/record.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import { itemStateIn, walkItems } from '../../support/walks/item-walk.ts'
import { day, prosecutors } from '../samples.ts'
import { litigation, partyRemedySamples } from './party-remedy-samples.ts'
import { onParty, type Play, seeks, servedPerson } from './pursuing.ts'

const { reachedFrom } = walkItems({
  process,
  people: prosecutors,
  samples: partyRemedySamples,
  kind: 'party-remedy',
})
const from = (play: Play) => reachedFrom(play.record(), `${day}T02:00:00.000Z`)

const unpaid = servedPerson()
seeks(unpaid)
const paid = servedPerson()
onParty(paid, ['lin', 'record-party-payment'])
seeks(paid, litigation)
const spots = withShortStacks(() => [...from(unpaid), ...from(paid)])

test('every state of a remedy is reached', () => {
  const all = process.items?.find(({ kind }) => kind === 'party-remedy')?.states ?? {}
  expect([...new Set(spots.map(itemStateIn))].sort()).toEqual(Object.keys(all).sort())
})

test('while one is open somebody can act on it', () => {
  expect(spots.filter(({ stuck }) => stuck).map(itemStateIn)).toEqual([])
})

test('the case and the person’s own matter remember the same of his fine', () => {
  for (const { record } of spots) {
    const [fine] = record.snapshot.context.fines as Record<string, unknown>[]
    const party = Object.values(record.items ?? {}).find(({ kind }: CaseItem) => kind === 'party')
    if (!party) continue
    const { imposed, owed, surchargePaid, pendingSince } = party.snapshot.context
    const figures = { imposed: fine?.annulled === true ? fine.imposed : imposed, owed }
    expect(fine).toMatchObject({ ...figures, surchargePaid, pendingSince })
  }
})
