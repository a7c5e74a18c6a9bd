// How long does a listing last, when may it end before, and who is told of what is late?
import { describe, expect, it } from 'vitest'
import { creditTerm } from '../../domain/law/calculations/certificates.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { day, listed, listingOf, matter, removable, repaired, until } from './samples.ts'

/** Whom the notices of one level of the escalation policy went to. */
const sentTo = (play: ReturnType<typeof listingOf>, level: string) =>
  play.effects.flatMap((one) =>
    one.kind === 'notice' && one.escalationLevel === level ? one.groups : [],
  )

describe('the term', () => {
  it('lasts three years from the decision, and ends by itself', () => {
    const play = listingOf(matter, day, ...listed)
    expect(play.due('term')).toBe(until)
    play.does(['until', until])
    expect(play.record().snapshot.value).toBe('listed')
    play.does(['until', '2029-03-03'])
    expect([play.record().snapshot.value, play.record().status]).toEqual(['expired', 'closed'])
  })

  it('and the day of an early application are those that the law is asked for', () => {
    const { decidedOn, until: last, removableFrom } = listingOf(matter, day, ...listed).context()
    expect(creditTerm.run({ published: decidedOn }, decreeCalendars)).toMatchObject({
      ends: last,
      earlyRemovalFrom: removableFrom,
    })
  })

  it('is the same after a reinstatement, and the next application waits twelve months more', () => {
    const play = listingOf(matter, day, ...repaired, ['gao', 'reinstate-listing'])
    expect(play.due('term')).toBe(until)
    expect(play.context()).toMatchObject({ removableFrom: '2028-03-04' })
  })

  it('ends an application that nobody has decided', () => {
    const play = listingOf(
      matter,
      day,
      ...listed,
      ['until', '2029-03-01'],
      ['mao', 'apply-repair'],
      ['until', '2029-03-03'],
    )
    expect(play.record().snapshot.value).toBe('expired')
    expect(play.clock('repair-decision')?.status).not.toBe('running')
  })
})

describe('the other periods', () => {
  it('of the statement is unconfirmed: its end waits for a person', () => {
    const play = listingOf(matter, day, ['lin', 'notify-listing'], ['lin', 'serve-notice'])
    expect(play.due('statement-window')).toBe('2026-03-09')
    play.does(['until', '2026-03-12'])
    expect(play.record().snapshot.value).toBe('awaiting')
  })

  it('of the decision is told to chief and leader when it is over, and nothing else follows', () => {
    const play = listingOf(matter, day, ['until', '2026-06-01'])
    expect(sentTo(play, 'missed')).toEqual(['330802-bureau/section-chief', '330802-bureau/leader'])
    expect(play.record().snapshot.value).toBe('notifying')
  })

  it('of the answer to an application are twenty working days', () => {
    const play = listingOf(matter, day, ...listed, ['until', removable], ['mao', 'apply-repair'])
    expect(play.clock('repair-decision')?.status).toBe('running')
    play.does(['lin', 'examine-repair'], ['gao', 'grant-repair'])
    expect(play.clock('repair-decision')?.status).toBe('met')
  })
})
