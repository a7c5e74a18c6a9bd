// What is refused in an enforcement case, and does each refusal name its article?
import { describe, expect, it, test } from 'vitest'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'
import type { Line } from '../support/processes/lines.ts'
import { day, decided, investigated, matter, noticed, prosecuting, sample } from './samples.ts'
import { situations } from './situations.ts'

const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
const refused = (...lines: Line[]) => refusal(() => goes(...lines)).words
const filed: Line = ['gao', 'approve-filing']
const report = (more: object): Record<string, unknown> => ({
  ...sample('conclude-investigation'),
  ...more,
})
const evidence: Line[] = [
  ['lin', 'record-evidence'],
  ['wu', 'sign'],
]

/** The same person with the posts of another beside his own. */
const both = (one: string, other: string) => ({
  ...actor(one),
  appointments: [...actor(one).appointments, ...actor(other).appointments],
})

describe('the investigation', () => {
  it('takes two officers: one alone records nothing', () => {
    const play = goes(filed, ['lin', 'record-evidence'])
    expect(play.context()).toMatchObject({ evidence: false, investigators: [] })
    play.does(['wu', 'sign'])
    expect(play.context()).toMatchObject({ evidence: true, investigators: ['lin', 'wu'] })
  })

  it('shows two certificates', () => {
    const one = { ...sample('record-evidence'), certificates: ['浙执001'] }
    expect(refused(filed, ['lin', 'record-evidence', one])).toContain('第四十二条')
  })

  it('takes no evidence in days to come, nor from a party that was not told of its rights', () => {
    const evidence = (change: object): Line => [
      'lin',
      'record-evidence',
      { ...sample('record-evidence'), ...change },
    ]
    expect(refused(filed, evidence({ recusalTold: false }))).toContain('第五十五条')
    expect(refused(filed, evidence({ takenOn: '2026-03-03' }))).toContain('不得晚于今日')
  })

  it('is not concluded without evidence', () => {
    expect(refused(filed, ['lin', 'conclude-investigation'])).toContain('第五十四条')
  })

  it.each([
    ['2024-02-29', []],
    ['2022-03-01', ['serious-harm']],
  ])('proposes no penalty for an act that ended %s (%s)', (actEnded, circumstances) => {
    const late: Line = ['lin', 'conclude-investigation', report({ actEnded, circumstances })]
    const found = prosecuting({ ...matter, discoveredOn: '2026-03-02' }, day, filed, ...evidence)
    const words = refusal(() => found.does(late)).words
    if (circumstances.length > 0) expect(words).toBe('')
    else expect(words).toContain('第三十六条')
  })

  it('proposes one for the last day of the two years', () => {
    const last: Line = ['lin', 'conclude-investigation', report({ actEnded: '2024-03-02' })]
    expect(refused(filed, ...evidence, last)).toBe('')
  })

  it('spares what is minor, corrected and without harm', () => {
    const circumstances = ['minor', 'corrected', 'no-harm']
    expect(
      refused(filed, ...evidence, ['lin', 'conclude-investigation', report({ circumstances })]),
    ).toContain('第三十三条')
  })

  it.each([
    [{ penalties: [], fine: undefined }, '建议处罚种类'],
    [{ penalties: ['fine'], fine: undefined }, '建议罚款'],
  ])('says which penalty it proposes (%j)', (more, words) => {
    expect(refused(filed, ...evidence, ['lin', 'conclude-investigation', report(more)])).toContain(
      words,
    )
  })
})

test('whoever proposes the filing does not decide on it, whatever posts he holds', () => {
  const play = goes()
  expect(refusal(() => play.act(both('lin', 'gao'), 'approve-filing')).words).toContain(
    '提请立案的人员不得审批立案',
  )
})

describe('the notice', () => {
  it('offers a hearing where the law does, though nobody has ticked it, and not else', () => {
    expect(goes(...noticed(1)).context().hearingOffered).toBe(true)
    expect(goes(...noticed(0)).context().hearingOffered).toBe(false)
    expect(refused(...noticed(0), ['mao', 'request-hearing', { statement: '要求听证' }])).toContain(
      '第六十三条',
    )
  })

  it('is not served before it is made, nor tomorrow', () => {
    const made = [
      ...investigated(),
      ['chen', 'approve-report'],
      ['lin', 'notify-penalty'],
    ] as Line[]
    const on = (servedOn: string): Line => [
      'lin',
      'serve-notice',
      { ...sample('serve-notice'), servedOn },
    ]
    expect(refused(...made, on('2026-03-01'))).toContain('不得早于')
    expect(refused(...made, on('2026-03-03'))).toContain('不得晚于今日')
  })

  it('by announcement is served thirty days later', () => {
    const made = [
      ...investigated(),
      ['chen', 'approve-report'],
      ['lin', 'notify-penalty'],
    ] as Line[]
    const announced = (announcedOn = day): Line => [
      'lin',
      'serve-notice',
      { method: 'announcement', announcedOn, receiver: '公告' },
    ]
    expect(refused(...made, announced('2026-01-30'))).toContain('公告日期不得早于')
    expect(refused(...made, ['until', '2026-03-31'], announced())).toContain('2026-04-01')
    const play = prosecuting(matter, day, ...made, ['until', '2026-06-01'], announced())
    // Whoever writes it down later serves no later, and what is kept says so.
    expect(play.context().noticeServedOn).toBe('2026-04-01')
    expect(play.record().data['serve-notice']).toMatchObject({ servedOn: '2026-04-01' })
  })

  it('is left at the place before a witness, and sent electronically only as agreed in writing', () => {
    const made = noticed().slice(0, -1)
    const by = (more: object): Line => [
      'lin',
      'serve-notice',
      { ...sample('serve-notice'), ...more },
    ]
    const left = { method: 'left', refusedBecause: '拒绝签收' }
    expect(refused(...made, by(left))).toContain('第八十九条')
    expect(refused(...made, by({ ...left, witness: '社区干部 金某' }))).toBe('')
    expect(refused(...made, by({ method: 'electronic' }))).toContain('第六十一条第二款')
  })

  it('what officers write down for the party stands on its paper', () => {
    expect(refused(...noticed(), ['lin', 'waive-rights', { statement: '放弃' }])).toContain(
      '书面材料',
    )
  })
})

describe('the hearing', () => {
  const asked: Line[] = [...noticed(1), ['mao', 'request-hearing', { statement: '要求' }]]
  it('is told seven working days before', () => {
    expect(
      refused(...asked, [
        'fa',
        'notify-hearing',
        { ...sample('notify-hearing'), heldOn: '2026-03-10' },
      ]),
    ).toContain('第六十四条')
  })

  it('is not over before the day of which the party was told', () => {
    const told: Line[] = [...asked, ['fa', 'notify-hearing']]
    expect(refused(...told, ['until', '2026-03-19'], ['fa', 'close-hearing'])).toContain(
      '听证定于2026-03-20举行',
    )
    expect(refused(...told, ['until', '2026-03-20'], ['fa', 'close-hearing'])).toBe('')
  })

  it('is not presided over by whoever has investigated', () => {
    const play = goes(...asked, ['fa', 'notify-hearing'], ['until', '2026-03-20'])
    expect(
      refusal(() => play.act(both('wu', 'fa'), 'close-hearing', sample('close-hearing'))).words,
    ).toContain('第六十四条第四项')
  })

  it('weighs what was said', () => {
    expect(
      refused(
        ...asked,
        ['fa', 'notify-hearing'],
        ['until', '2026-03-20'],
        ['fa', 'close-hearing'],
        ['lin', 'weigh-defence'],
      ),
    ).toContain('第四十五条')
  })
})

describe('the decision', () => {
  const waived: Line[] = [
    ['mao', 'waive-rights', { statement: '放弃' }],
    ['lin', 'weigh-defence'],
  ]
  it('is no heavier than what was notified, in money or kind', () => {
    const decide = (more: object): Line => [
      'gao',
      'decide-penalty',
      { ...sample('decide-penalty'), ...more },
    ]
    expect(refused(...noticed(), ...waived, decide({ fine: 20_001 }))).toContain('重新告知')
    expect(
      refused(...noticed(), ...waived, decide({ penalties: ['fine', 'stop-production'] })),
    ).toContain('重新告知')
    expect(refused(...noticed(), ...waived, decide({ fine: 10_000 }))).toBe('')
  })

  it('is not made by whoever has investigated', () => {
    const play = goes(...noticed(), ...waived)
    expect(
      refusal(() => play.act(both('wu', 'gao'), 'decide-penalty', sample('decide-penalty'))).words,
    ).toContain('不得作出决定')
  })

  it('is not reviewed in law by whoever has investigated', () => {
    const play = goes(...noticed(2), ...waived)
    expect(
      refusal(() => play.act(both('lin', 'fa'), 'give-legal-opinion', sample('give-legal-opinion')))
        .words,
    ).toContain('第五十八条')
  })

  it.each([
    [{ attendees: ['高', '李'], agree: 2 }, '不得少于三人'],
    [{ agree: 2 }, '票数'],
    [{ agree: 1, against: 2 }, '第五十七条'],
  ])('is discussed by three with a majority (%j)', (more, words) => {
    expect(
      refused(...noticed(1), ...waived, [
        'gao',
        'record-discussion',
        { ...sample('record-discussion'), ...more },
      ]),
    ).toContain(words)
  })
})

describe('the end', () => {
  it('waits for all of the fine', () => {
    expect(refused(...decided, ['lin', 'record-performance'])).toContain('尚未缴清')
    const all = { ...sample('record-payment'), amount: 19_999 }
    expect(refused(...decided, ['lin', 'record-payment', all])).toContain('20,000元')
    const part = { ...sample('record-instalment'), amount: 20_000 }
    expect(refused(...decided, ['lin', 'record-instalment', part])).toContain('缴清罚款')
  })

  it('waits for the publication, and for a second person', () => {
    const paid: Line[] = [...decided, ['lin', 'record-payment'], ['lin', 'propose-closing']]
    expect(refused(...paid, ['gao', 'approve-closing'])).toContain('第七十八条')
    const play = goes(...paid, ['chen', 'publish-penalty'])
    expect(refusal(() => play.act(both('lin', 'gao'), 'approve-closing')).words).toContain(
      '提请结案的人员',
    )
  })
})

/** On the spot one hand tells, and two decide. */
const isSettledByTwo = ({ record: { snapshot } }: (typeof situations)[number]): boolean =>
  snapshot.context.onTheSpot !== true || snapshot.context.decidedOn !== null

describe('whatever anybody does', () => {
  const decidedOnes = situations.filter(({ record }) => record.snapshot.context.decidedOn !== null)

  it('nothing is decided without a notice that was served, and the party heard (62)', () => {
    expect(decidedOnes.length).toBeGreaterThan(10)
    for (const { record, path } of decidedOnes)
      expect([
        record.snapshot.context.noticeServedOn !== null && record.snapshot.context.weighed,
        path,
      ]).toEqual([true, path])
  })

  it('after a hearing a legal review precedes the decision (58)', () => {
    const heard = decidedOnes.filter(({ record }) => record.snapshot.context.hearingHeld)
    expect(heard.length).toBeGreaterThan(0)
    for (const { record } of heard) expect(record.snapshot.context.reviewer).toBe('fa')
  })

  it('two officers stand behind all that is notified (42)', () => {
    const told = situations.filter(({ record }) => record.snapshot.context.noticedOn !== null)
    for (const { record } of told.filter(isSettledByTwo))
      expect((record.snapshot.context.investigators as string[]).length).toBeGreaterThanOrEqual(2)
  })
})
