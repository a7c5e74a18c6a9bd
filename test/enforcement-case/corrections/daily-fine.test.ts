// Is a fine repeated day by day only where the law allows it, reckoned and told, and never otherwise?
import { describe, expect, it } from 'vitest'
import { compose, wantedBy } from '../../../domain/documents/compose.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { plainText } from '../../documents/plain-text.ts'
import { actor } from '../../support/people/cast.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, matter, prosecuting, sample } from '../samples.ts'
import { order } from './correction-samples.ts'
import {
  concluding,
  daily,
  onward,
  openedBy,
  ordered,
  type Play,
  refused,
  served,
  toReport,
} from './refusing.ts'

describe('the case of a daily fine', () => {
  const found = () => {
    const play = ordered()
    refused(play, '2026-03-09')
    return play
  }

  it('shows the sum with its reckoning, provisional under Order 18, and takes no other', () => {
    const play = daily(found(), '2026-03-09', ['gao', 'approve-filing'])
    const fields = enforcementCase.events['conclude-investigation']?.fieldsFor?.(play.record())
    const fine = fields?.find(({ name }) => name === 'fine')
    expect(fine?.value).toBe('140000')
    expect(fine?.hint?.zh).toContain('2026-03-03至2026-03-09共7日：7×20,000=140,000元')
    expect(fine?.hint?.zh).toMatch(/^暂定：.*应急令18号/u)
    const says = (sum: number, kinds?: string[]) =>
      refusal(() => play.does(['lin', 'conclude-investigation', concluding(sum, kinds)])).words
    for (const wrong of [140_001, 160_000, 139_999]) expect(says(wrong)).toContain('140,000')
    expect(says(140_000, ['fine', 'warning'])).toContain('第一百一十二条')
    expect(says(120_000)).toBe('')
  })

  it('of before Order 18 is for every day, and for no fewer', () => {
    const base = { ...openedBy(found()).data, orderedOn: '2026-01-05', recheckedOn: '2026-01-12' }
    const { enterpriseName: _, ...form } = base as Record<string, unknown>
    const play = prosecuting({ ...form, discoveredOn: '2026-01-12' }, '2026-01-13', [
      'gao',
      'approve-filing',
    ])
    const says = (sum: number) =>
      refusal(() =>
        play.does([
          'lin',
          'conclude-investigation',
          { ...concluding(sum), actEnded: '2026-01-12' },
        ]),
      ).words
    expect(says(120_000)).toContain('7×20,000=140,000')
    expect(says(140_000)).toBe('')
  })

  it('is told with a hearing where the sum calls for it, decided, served and owed by the rules of every fine', () => {
    const on = '2026-03-09'
    const play = daily(found(), on, ...toReport(140_000), ...onward(on))
    expect(play.context().hearingOffered).toBe(true)
    play.does(
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'record-discussion', { ...sample('record-discussion'), heldOn: on }],
    )
    const decides = (fine: number, penalties = ['fine']): Line => [
      'gao',
      'decide-penalty',
      { ...sample('decide-penalty'), penalties, fine },
    ]
    expect(refusal(() => play.does(decides(130_000))).words).toContain('140,000')
    play.does(decides(140_000))
    play.does(['lin', 'serve-decision', served(on)])
    expect([play.context().owed, play.due('payment')]).toEqual([140_000, '2026-03-24'])
    play.does(['until', '2026-03-25'])
    expect(play.where('compulsion')).toBe('compulsion.demanding')
    const late: Line = [
      'lin',
      'record-payment',
      { amount: 140_000, paidOn: '2026-03-25', receipt: '票' },
    ]
    expect(refusal(() => play.does(late)).words).toContain('4,200元')
  })

  const past = (play: Play, context: Record<string, unknown>): CaseRecord[] => {
    const record = play.record()
    const id = String(openedBy(play).data.refusedCase)
    return [
      {
        ...record,
        id,
        snapshot: { ...record.snapshot, context: { ...record.snapshot.context, ...context } },
      },
    ]
  }

  it('ends with the fine that it repeats: annulled it is repeated no more, changed by the new sum', () => {
    const first = found()
    const play = daily(first, '2026-03-09', ['gao', 'approve-filing'])
    const conclude = (sum: number, context: object) => () =>
      play.act(actor('lin'), 'conclude-investigation', concluding(sum), {
        past: past(first, context as Record<string, unknown>),
      })
    expect(refusal(conclude(140_000, { annulled: true })).words).toContain('已被撤销')
    expect(refusal(conclude(140_000, { imposed: 5_000 })).words).toContain('7×5,000=35,000')
    expect(refusal(conclude(35_000, { imposed: 5_000 })).words).toBe('')
  })

  it('is fined again for the days after another order, by the first fine and not by the sum', () => {
    const on = '2026-03-09'
    const second = daily(
      found(),
      on,
      ...toReport(20_000),
      ...onward(on),
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty', { ...sample('decide-penalty'), fine: 20_000 }],
      ['lin', 'serve-decision', served(on)],
      ['lin', 'order-correction', { ...order, correctBy: '2026-03-10' }],
    )
    refused(second, '2026-03-12')
    const { data } = openedBy(second)
    expect(data).toMatchObject({ originalFine: 20_000, orderedOn: on, recheckedOn: '2026-03-12' })
    expect(data.refusedCase).toBe(openedBy(found()).data.refusedCase)
    expect(String(data.title).match(/按日连续处罚/gu)).toHaveLength(1)
  })

  it('comes from a re-check alone: nobody enters it', () => {
    const refuses = enforcementCase.start.refuses?.(
      { ...matter, source: 'refusal' },
      `${day}T01:00:00Z`,
    )
    expect([refuses?.field, refuses?.words.zh]).toEqual(['source', expect.stringContaining('复查')])
  })
})

describe('notice and decision on paper', () => {
  it('show days and amount, and fewer days where fewer are punished', () => {
    const on = '2026-03-09'
    const play = ordered()
    refused(play, on)
    const says = (sum: number, type: string) => {
      const second = daily(play, on, ...toReport(sum), ['chen', 'approve-report'])
      const act = { type, at: `${on}T02:00:00.000Z`, seq: 9, data: {} }
      const party = { name: '试验化工', code: '', address: '' }
      const [paper] = wantedBy({ process: enforcementCase, record: second.record(), act, party })
      const identity = { number: '1号', code: '', verify: '' }
      return paper ? plainText(compose(paper, identity)) : ''
    }
    for (const type of ['notify-penalty', 'decide-penalty']) {
      expect(says(140_000, type)).toContain(
        '自责令改正之日（2026-03-02）的次日2026-03-03起至2026-03-09共7日：7日×20,000元=140,000元',
      )
      expect(says(100_000, type)).toContain('共7日，计5日：5日×20,000元=100,000元')
    }
  })
})
