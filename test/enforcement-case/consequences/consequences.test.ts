// What does a decision bring about beside its fine, for whom, and how is it undone?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { refusal } from '../../case/acting.ts'
import { enterpriseId } from '../../support/people/people.ts'
import type { Line } from '../../support/processes/lines.ts'
import { day, decided, matter, noticed, prosecuting, sample } from '../samples.ts'

const licence = '浙衢危化经字〔2026〕000001'
const suspension = { licence, suspendedFor: 90, suspendedUnit: 'day' }

/** A decision that takes a licence goes by the discussion of the leaders. */
const until = (penalties: string[], decision: object): Line[] => {
  const report = { ...sample('conclude-investigation'), penalties, fine: 20_000 }
  return [
    ...noticed().map(
      ([who, type, data]): Line =>
        type === 'conclude-investigation'
          ? [who, type, report]
          : data
            ? [who, type, data]
            : [who, type],
    ),
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
    ['gao', 'record-discussion'],
    ['gao', 'decide-penalty', { ...sample('decide-penalty'), penalties, ...decision }],
  ]
}
const taking = (kind: string, decision: object, ...more: Line[]) =>
  prosecuting(matter, day, ...until([kind, 'fine'], decision), ['lin', 'serve-decision'], ...more)

const actsOf = (play: ReturnType<typeof prosecuting>) =>
  play.effects.flatMap((one) =>
    one.kind === 'act' ? [{ process: one.process, type: one.type, data: one.data }] : [],
  )
const listings = (play: ReturnType<typeof prosecuting>) =>
  play.effects.flatMap((one) => (one.kind === 'case' ? [one] : []))

const annulled: Line[] = [
  ['fa', 'receive-remedy'],
  ['fa', 'record-annulment'],
]

describe('a licence', () => {
  it('is revoked when the decision is served, and not before', () => {
    const before = prosecuting(matter, day, ...until(['revoke-licence', 'fine'], { licence }))
    expect(actsOf(before)).toEqual([])
    const play = taking('revoke-licence', { licence })
    expect(actsOf(play)).toEqual([
      {
        process: 'hazchem-licence',
        type: 'revoke-licence',
        data: expect.objectContaining({ reason: expect.stringContaining('吊销') }),
      },
    ])
  })

  it('is suspended for its days from the service on, and given back with an annulment', () => {
    const play = taking('suspend-licence', suspension, ...annulled)
    expect(actsOf(play).map(({ type, data }) => [type, data.suspendedUntil])).toEqual([
      ['suspend-licence', '2026-05-31'],
      ['lift-suspension', undefined],
    ])
  })

  it.each([
    [{ suspendedFor: 10, suspendedUnit: 'day' }, '2026-03-30'],
    [{ suspendedFor: 1, suspendedUnit: 'month' }, '2026-04-20'],
  ])('is suspended for all of them, however late the decision is served: %o', (how, last) => {
    const play = prosecuting(
      matter,
      day,
      ...until(['suspend-licence', 'fine'], { licence, ...how }),
    )
    play.does(['until', '2026-03-20'])
    play.does(['lin', 'serve-decision', { ...sample('serve-decision'), servedOn: '2026-03-20' }])
    expect(actsOf(play).map(({ data }) => data.suspendedUntil)).toEqual([last])
  })

  it('is not taken by a decision that names none of its kind', () => {
    expect(actsOf(prosecuting(matter, day, ...decided, ...annulled))).toEqual([])
  })

  it('is not both revoked and suspended, and not suspended for no time', () => {
    const words = (penalties: string[], decision: object) =>
      refusal(() => prosecuting(matter, day, ...until(penalties, decision))).words
    expect(words(['suspend-licence', 'fine'], { licence })).toContain('暂扣期限')
    expect(words(['suspend-licence', 'revoke-licence', 'fine'], suspension)).toBe(
      '吊销、暂扣只能择一',
    )
  })
})

/** The ordinary small case, with a ground for the list. */
const proposing = decided.map(
  (line): Line =>
    line[1] === 'decide-penalty'
      ? [line[0], line[1], { ...sample('decide-penalty'), listingGround: 'grave' }]
      : line,
)

describe('the list of serious dishonesty', () => {
  it('is proposed with the service of the decision, once, in the words of the decision', () => {
    const play = prosecuting(matter, day, ...proposing)
    expect(listings(play)).toMatchObject([
      {
        process: 'dishonesty-listing',
        data: {
          ground: 'grave',
          penaltyCase: play.record().number,
          region: '330802',
          enterprise: enterpriseId,
          facts: '未设置标志',
        },
      },
    ])
    expect(play.record().links).toHaveLength(1)
  })

  it('is proposed by no decision without a ground: nothing waits', () => {
    const play = prosecuting(matter, day, ...decided)
    expect([listings(play), play.record().links ?? []]).toEqual([[], []])
  })

  it('may be proposed later by what has come out since, once, and by no decision that was annulled', () => {
    const propose: Line = ['chen', 'propose-listing']
    const play = prosecuting(matter, day, ...decided, propose)
    expect(listings(play)).toMatchObject([
      { data: { ground: 'refusal', facts: '有能力履行而拒不履行' } },
    ])
    const words = (...lines: Line[]) =>
      refusal(() => prosecuting(matter, day, ...lines, propose)).words
    expect(words(...decided, propose)).toBe('已提请列入')
    expect(words(...proposing)).toBe('已提请列入')
    expect(words(...decided, ...annulled)).toBe('没有已送达且有效的处罚决定')
    expect(words(...decided.slice(0, -1))).toBe('没有已送达且有效的处罚决定')
  })

  it('is left with the penalty, by the day of its annulment', () => {
    const play = prosecuting(matter, day, ...proposing, ...annulled)
    const [opened] = play.record().links ?? []
    const ends = play.effects.flatMap((one) => (one.kind === 'act' ? [one] : []))
    expect(ends).toMatchObject([
      {
        process: 'dishonesty-listing',
        to: opened?.id,
        type: 'penalty-annulled',
        data: { mainCase: play.record().number, annulledOn: day },
      },
    ])
  })

  it('hears of a lighter fine', () => {
    const play = prosecuting(
      matter,
      day,
      ...proposing,
      ['fa', 'receive-remedy'],
      ['fa', 'record-change'],
    )
    expect(actsOf(play)).toEqual([
      {
        process: 'dishonesty-listing',
        type: 'penalty-changed',
        data: { mainCase: play.record().number, newFine: 500 },
      },
    ])
  })

  it('takes nobody who is in no register of enterprises', () => {
    const { enterprise: _, ...nameless } = matter
    const someone = { ...nameless, partyName: '某个体户' }
    const lines = proposing.map(
      (line): Line => (line[0] === 'mao' ? ['lin', line[1], { ...sample('waive-rights') }] : line),
    )
    expect(refusal(() => prosecuting(someone, day, ...lines)).words).toBe(
      '只有登记在册的企业可以提请列入名单',
    )
  })
})

describe('the hazard that has led to it', () => {
  const act = (type: 'serve-decision' | 'record-annulment', record: CaseRecord) =>
    (enforcementCase.events[type]?.sends ?? []).flatMap((send) =>
      send.target === 'opener' ? [send.act(record)] : [],
    )

  it('hears what was decided, in short, and that it was annulled', () => {
    const record = prosecuting(matter, day, ...decided, ...annulled).record()
    expect(act('serve-decision', record)).toMatchObject([
      { type: 'note-penalty', data: { penalty: '罚款20,000元', mainCase: record.number } },
    ])
    expect(act('record-annulment', record)).toMatchObject([
      { type: 'note-penalty-annulled', data: { annulledOn: day } },
    ])
  })
})
