// Does a listing go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { yearPlan } from '../../domain/administrative-inspection/acts/year-plan.ts'
import { dishonestyListing } from '../../domain/dishonesty-listing/process.ts'
import { obeyLink } from '../../domain/engine/linked.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import { decisionContextAt } from '../support/walks/walk.ts'
import { day, listed, listingOf, matter, removable, repaired, sample, samples } from './samples.ts'
import { answering, situations } from './situations.ts'

describe('the chart', () => {
  itHolds({
    process: dishonestyListing,
    situations,
    samples,
    deciding: answering(),
    ended: { event: '', by: actor('lin'), at: `${day}T01:00:00Z` },
  })
})

const standing = (...lines: Parameters<typeof listingOf>[2][]) => {
  const { snapshot, status } = listingOf(matter, day, ...lines).record()
  return [snapshot.value, status]
}

describe('a listing', () => {
  it('is told, heard, decided, served', () => {
    expect(standing(...listed)).toEqual(['listed', 'open'])
  })

  it('ends as not listed when the leader decides so', () => {
    expect(standing(...listed.slice(0, 5), ['gao', 'decide-no-listing'])).toEqual([
      'not-listed',
      'closed',
    ])
  })

  it('is removed early after twelve months, and waits for its term', () => {
    expect(standing(...repaired)).toEqual(['removed', 'open'])
  })

  it('is reinstated where the removal was obtained by fraud', () => {
    expect(standing(...repaired, ['gao', 'reinstate-listing'])).toEqual(['listed', 'open'])
  })

  it('goes on when early removal is refused', () => {
    expect(
      standing(
        ...listed,
        ['until', removable],
        ['mao', 'apply-repair'],
        ['lin', 'examine-repair', { conclusion: 'unmet', findings: '未缴清罚款' }],
        ['gao', 'refuse-repair'],
      ),
    ).toEqual(['listed', 'open'])
  })
})

describe('with the penalty', () => {
  it.each([
    ['before anything was decided', listed.slice(0, 3)],
    ['on the list', listed],
    ['removed early', repaired],
  ])('it ends, %s', (_, lines) => {
    const play = listingOf(matter, day, ...lines)
    const at = `${removable}T02:00:00.000Z`
    const sent = { type: 'penalty-annulled', data: sample('penalty-annulled'), at }
    const { record, facts } = obeyLink(
      dishonestyListing,
      play.record(),
      sent,
      decisionContextAt(at),
    )
    expect([record.snapshot.value, record.status]).toEqual(['annulled', 'closed'])
    expect(facts.map(({ type, audience }) => [type, audience])).toContainEqual([
      'penalty-annulled',
      'party',
    ])
    const running = record.obligations.filter(({ status }) => status === 'running')
    expect(running).toEqual([])
  })

  it('changed it goes on, and the leader may undo it', () => {
    const play = listingOf(matter, day, ...listed)
    const at = `${day}T03:00:00.000Z`
    const sent = { type: 'penalty-changed', data: sample('penalty-changed'), at }
    const { record, effects } = obeyLink(
      dishonestyListing,
      play.record(),
      sent,
      decisionContextAt(at),
    )
    expect([record.snapshot.value, record.status]).toEqual(['listed', 'open'])
    const told = effects.flatMap((one) => (one.kind === 'notice' ? one.groups : []))
    expect(told).toContain('330802-bureau/leader')
    play.does(['gao', 'end-listing'])
    expect([play.record().snapshot.value, play.record().status]).toEqual(['undone', 'closed'])
    expect(play.record().obligations.filter(({ status }) => status === 'running')).toEqual([])
  })

  it('alone: nobody ends it by hand', () => {
    expect(refusal(() => listingOf(matter, day, ...listed, ['gao', 'penalty-annulled'])).code).toBe(
      'not-allowed',
    )
  })
})

it('makes a key enterprise of the yearly plan wherever a listing stands before its removal', () => {
  const ended = Object.entries(dishonestyListing.machine.root.states)
    .filter(([name, { ownEvents }]) => name !== 'removed' && ownEvents.includes('term-ended'))
    .map(([name]) => name)
  const { source } = yearPlan.classes.credit ?? {}
  expect(source?.from === 'cases' && [...source.states].sort()).toEqual(ended.sort())
})
