// Against whom may a fine be repeated day by day, and is no day fined twice?
import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { actor, author } from '../../support/people/cast.ts'
import { day, decided, investigated, matter, prosecuting } from '../samples.ts'
import { recheckedOn } from './correction-samples.ts'
import {
  concluding,
  daily,
  itemTask,
  onward,
  openedBy,
  ordered,
  type Play,
  refused,
  toReport,
} from './refusing.ts'

const on = '2026-03-09'

describe('a person', () => {
  it('is fined by the day by no article: it speaks of producers and traders alone', () => {
    const play = prosecuting(
      { ...matter, partyKind: 'individual' },
      day,
      ...decided,
      ['lin', 'order-correction'],
      ['until', on],
    )
    const finds = () =>
      play.act(author('lin'), 'correction-refused', recheckedOn(on), { taskId: itemTask(play) })
    expect(refusal(finds).words).toContain('生产经营单位')
  })
})

describe('a day', () => {
  const found = (): Play => {
    const play = ordered()
    refused(play, on)
    return play
  }
  /** Another case that repeats the same fine, by an order that was given beside this one. */
  const beside = (first: Play, context: object): CaseRecord => {
    const record = daily(first, on).record()
    const kept = { decidedOn: on, decisionServedOn: null, ...context }
    return {
      ...record,
      id: 'c-beside',
      number: '试9号',
      snapshot: { ...record.snapshot, context: { ...record.snapshot.context, ...kept } },
    }
  }
  const base = (first: Play, until = on, ordered = day) => ({
    ...(daily(first, on).context().daily as object),
    ordered,
    until,
  })

  it('is fined once, whichever case has ordered the correction', () => {
    const first = found()
    const play = daily(first, on, ['gao', 'approve-filing'])
    const why = (context: object) =>
      refusal(() =>
        play.act(actor('lin'), 'conclude-investigation', concluding(140_000), {
          past: [beside(first, context)],
        }),
      ).words
    expect(why({})).toContain('试9号')
    expect(why({ daily: base(first, '2026-03-20', '2026-03-08') })).toContain('2026-03-20')
    expect(why({ annulled: true })).toBe('')
    for (const context of [
      { decidedOn: null },
      { daily: base(first, '2026-03-20', on) },
      { daily: base(first, day, '2026-02-23') },
      { daily: { ...base(first), of: 'c-other' } },
    ]) {
      const again = daily(first, on, ['gao', 'approve-filing'])
      const concludes = () =>
        again.act(actor('lin'), 'conclude-investigation', concluding(140_000), {
          past: [beside(first, context)],
        })
      expect(refusal(concludes).words).toBe('')
    }
  })

  it('is told of no more once another case has fined it', () => {
    const first = found()
    const play = daily(first, on, ...toReport(140_000), ...onward(on).slice(0, 1))
    const [, notify] = onward(on)
    const tells = () =>
      play.act(actor('lin'), 'notify-penalty', notify?.[2], { past: [beside(first, {})] })
    expect(refusal(tells).words).toContain('第二十九条')
  })
})

describe('a large fine', () => {
  it('times its days may come to more than a thousand million', () => {
    const first = prosecuting(matter, day, ...decided, ['lin', 'order-correction'])
    refused(first, on)
    const { enterpriseName: _, ...data } = openedBy(first).data
    const play = prosecuting({ ...data, originalFine: 200_000_000 }, on, ['gao', 'approve-filing'])
    play.does(...toReport(1_400_000_000).slice(1), ['chen', 'approve-report'])
    play.does(...onward(on).slice(1), ['mao', 'request-hearing'])
    expect(play.where('handling')).toBe('handling.preparing-hearing')
  })

  it('of any other case may not', () => {
    const play = prosecuting(matter, day, ...investigated().slice(0, 3))
    const concludes = () =>
      play.does(['lin', 'conclude-investigation', { ...concluding(1_000_000_001), actEnded: day }])
    expect(refusal(concludes).words).toContain('只有按日连续处罚')
  })
})
