// Whatever everybody and every clock do with a party: is every state reached, can somebody always go on, and does what the law asks hold?
import { expect, test } from 'vitest'
import { enforcementCase as process } from '../../../domain/enforcement-case/process.ts'
import { author } from '../../support/people/cast.ts'
import { withShortStacks } from '../../support/short-stacks.ts'
import { itemIn, itemStateIn, walkItems } from '../../support/walks/item-walk.ts'
import { beforeCourt, onParty, onRemedy, seeks, servedPerson } from '../party-remedies/pursuing.ts'
import { day, investigated, matter, prosecuting, prosecutors, sample } from '../samples.ts'
import { partySamples, principal } from './party-samples.ts'

const party = process.items?.find(({ kind }) => kind === 'party')
/** What had grown by the day of a later payment is remembered, so that each day would be a way of its own. */
const { reachedFrom } = walkItems({
  process,
  people: prosecutors,
  samples: { ...partySamples, 'apply-party-deferral': [] },
})
const { reachedFrom: reachedLater } = walkItems({
  process,
  people: prosecutors,
  samples: {
    'apply-party-deferral': partySamples['apply-party-deferral'] ?? [],
    'grant-party-deferral': partySamples['grant-party-deferral'] ?? [],
    'refuse-party-deferral': partySamples['refuse-party-deferral'] ?? [],
    'demand-party': [],
    'record-party-instalment': [],
    'record-party-payment': [],
    'end-party-enforcement': [],
    'relieve-party': [],
  },
})
const walked = (complex: boolean) =>
  reachedFrom(
    prosecuting(
      matter,
      day,
      ...investigated(complex ? 4 : 0),
      ['chen', 'approve-report'],
      ['lin', 'name-party'],
    ).record(),
    `${day}T01:00:00.000Z`,
  )

/** 处罚法 48: nothing is left to be paid. */
const annulled = () => {
  const play = servedPerson()
  seeks(play)
  onRemedy(play, ['fa', 'record-party-annulment'])
  return reachedFrom(play.record(), `${day}T02:00:00.000Z`)
}

const later = () => reachedLater(servedPerson().record(), `${day}T01:00:00.000Z`)

/** 处罚法 72: its last payment is heard of late, and what was paid of its surcharge was too much. */
const paidAbove = () => {
  const play = servedPerson()
  play.does(['until', '2026-03-27'])
  const pays = { paidOn: '2026-03-27', amount: 1_000, surcharge: 2_100, receiptNumber: '票7' }
  const rest = { paidOn: '2026-03-18', amount: 7_000, receiptNumber: '票8' }
  onParty(play, ['lin', 'record-party-instalment', pays], ['lin', 'record-party-payment', rest])
  return reachedFrom(play.record(), '2026-03-27T01:00:00.000Z')
}

const asked = () => reachedLater(beforeCourt().record(), '2026-09-03T01:00:00.000Z')

const spots = withShortStacks(() => [
  ...walked(false),
  ...walked(true),
  ...annulled(),
  ...later(),
  ...paidAbove(),
  ...asked(),
])

test('every state of a party is reached', () => {
  const reached = [...new Set(spots.map(itemStateIn))].sort()
  expect(reached).toEqual(Object.keys(party?.states ?? {}).sort())
})

test('while a party is open somebody can act on it', () => {
  const stuck = spots.filter(({ stuck }) => stuck)
  expect(stuck.map(itemStateIn)).toEqual([])
})

test('nobody is punished unheard, nor with more than he was told', () => {
  const punished = spots.filter((spot) =>
    ['serving', 'paying', 'overdue', 'serving-demand', 'demanded'].includes(itemStateIn(spot)),
  )
  expect(punished.length).toBeGreaterThan(0)
  for (const spot of punished) {
    const context = itemIn(spot)?.snapshot.context ?? {}
    expect(context).toMatchObject({ weighed: true, noticeServedOn: expect.any(String) })
    expect(Number(context.imposed)).toBeLessThanOrEqual(Number(context.fine))
    expect(Number(context.owed)).toBeLessThanOrEqual(Number(context.imposed))
  }
})

test('who was told of a penalty is let go by the leader alone, also when it is told anew', () => {
  const play = prosecuting(matter, '2026-03-02', ...investigated(), ['chen', 'approve-report'])
  play.does(['lin', 'name-party', principal])
  const does = (who: string, type: string) => {
    const task = Object.values(play.record().openTasks).find(({ item }) => item !== undefined)
    return play.act(author(who), type, sample(type) ?? {}, { taskId: task?.id ?? '' })
  }
  for (const type of ['notify-party', 'serve-party-notice', 'waive-party-rights']) does('lin', type)
  does('lin', 'notify-party-anew')
  for (const who of ['lin', 'chen']) expect(() => does(who, 'drop-party')).toThrow()
  does('gao', 'drop-party')
  play.does(['lin', 'name-party', principal])
})
