// One set of facts in four years: which periods run, which rights are offered, and what does the paper say, each by the law of its day?
import { describe, expect, it, test } from 'vitest'
import { compose, wantedBy } from '../../../domain/documents/compose.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { committedRules } from '../../../domain/law/rule-book.ts'
import type { FormLaw } from '../../../domain/model/decision-context.ts'
import type { Line } from '../../support/processes/lines.ts'
import { investigated, matter, prosecuting, sample, scene } from '../samples.ts'

type Play = ReturnType<typeof prosecuting>
const party = { name: '恒力化工', code: '91330802MA28FXYK3A', address: '东港七路18号' }

/** What the papers of the last act of a type say. */
const papersOf = (play: Play, type: string): string => {
  const at = play.facts.findLastIndex((one) => one.type === type)
  const { occurredAt = '', data = {} } = play.facts[at] ?? {}
  const act = { type, at: occurredAt, seq: at + 2, data }
  return wantedBy({ process: enforcementCase, record: play.record(), act, party })
    .map((one) => compose(one, { number: '1号', code: 'K7QM', verify: 'https://anjian.example' }))
    .flatMap(({ title, blocks }) => [title, JSON.stringify(blocks)])
    .join('\n')
}

/** The same act in the same words, proposed at `yuan`, found and told on one day. */
const told = (on: string, yuan: number) => {
  const report = { ...sample('conclude-investigation', 1), fine: yuan, actEnded: on }
  return prosecuting(
    matter,
    on,
    ['gao', 'approve-filing'],
    ['lin', 'record-evidence', { ...sample('record-evidence'), takenOn: on }],
    ['wu', 'sign'],
    ['lin', 'conclude-investigation', { ...report, circumstances: [] }],
    ['wu', 'sign'],
    ['chen', 'approve-report'],
    ['lin', 'notify-penalty'],
    ['lin', 'serve-notice', { ...sample('serve-notice'), servedOn: on }],
  )
}

const window = (play: Play) => play.due('hearing-request') ?? play.due('statement-window')

describe('a firm of a county, 40,000 yuan proposed', () => {
  it.each([
    {
      on: '2013-04-26',
      offered: true,
      until: '2013-05-02',
      decision: '2013-05-26',
      law: ['第四十二条', '3日内'],
    },
    {
      on: '2016-04-25',
      offered: false,
      until: '2016-04-28',
      decision: '2016-05-25',
      law: ['第三十一条、第三十二条', '3日内'],
    },
    {
      on: '2022-04-25',
      offered: false,
      until: '2022-04-28',
      decision: '2022-05-25',
      law: ['第四十四条、第四十五条', '3日内'],
    },
    {
      on: '2026-04-27',
      offered: false,
      until: '2026-04-30',
      decision: '2026-07-26',
      law: ['第四十四条、第四十五条', '3日内'],
    },
  ])('$on', ({ on, offered, until, decision, law }) => {
    const play = told(on, 40_000)
    expect(play.record().snapshot.context.hearingOffered).toBe(offered)
    expect(window(play)).toBe(until)
    expect(play.due('decision')).toBe(decision)
    const paper = papersOf(play, 'notify-penalty')
    for (const words of law) expect(paper).toContain(words)
  })
})

describe('the right to a hearing, 50,000 yuan proposed', () => {
  it.each([
    ['2013-04-26', '2013-05-02', '第四十二条的规定', '3日内'],
    ['2016-04-29', '2016-05-03', '第四十二条的规定', '3日内'],
    ['2022-04-29', '2022-05-10', '第六十三条、第六十四条的规定', '5个工作日内'],
    ['2026-04-30', '2026-05-11', '第六十三条、第六十四条的规定', '5个工作日内'],
  ])('told on %s is asked for until %s', (on, until, article, period) => {
    const play = told(on, 50_000)
    expect(play.due('hearing-request')).toBe(until)
    const paper = papersOf(play, 'notify-penalty')
    expect(paper).toContain('听证')
    expect(paper).toContain(article)
    expect(paper).toContain(period)
  })
})

describe('on the spot', () => {
  const punished = (on: string, fine: number) => () =>
    prosecuting(
      scene,
      on,
      ['lin', 'tell-party', { ...sample('tell-party'), fine }],
      ['lin', 'punish-on-the-spot', { ...sample('punish-on-the-spot'), fine }] as Line,
      ['wu', 'sign'],
    )

  it.each([
    ['2013-04-26', 1_000, '第三十三条的规定', '3个月'],
    ['2016-04-29', 1_000, '第三十三条的规定', '6个月'],
    ['2022-04-29', 3_000, '第五十一条的规定', '6个月'],
    ['2026-04-30', 3_000, '第五十一条的规定', '6个月'],
  ])(
    'on %s up to %s yuan, by its article and with the remedies of the day',
    (on, most, article, months) => {
      const paper = papersOf(punished(on, most)(), 'punish-on-the-spot')
      expect(paper).toContain(article)
      expect(paper).toContain(`${months}内依法向人民法院提起行政诉讼`)
      expect(punished(on, most + 1)).toThrow()
    },
  )
})

test('filed in 2025, extended by the leader and by the next higher bureau it ends after 180 days', () => {
  const play = prosecuting(matter, '2025-07-01', ['gao', 'approve-filing'])
  const dueAfter = (by: number, more: object = {}) => {
    const obligation = play.clock('decision')?.id
    play.does(['gao', 'extend-clock', { obligation, by, reason: '案情复杂', ...more }] as Line)
    return play.due('decision')
  }
  expect([
    play.due('decision'),
    dueAfter(60),
    dueAfter(90, { paper: '浙应急函〔2025〕7号' }),
  ]).toEqual(['2025-07-31', '2025-09-29', '2025-12-28'])
})

test('a form says the limitation by the rules in force, not by the committed ones', () => {
  const play = prosecuting(matter, '2026-03-02', ...investigated())
  const families = new Map(committedRules.families)
  const id = 'enforcement-case.limitation'
  families.set(
    id,
    (families.get(id) ?? []).map((row) => ({ ...row, n: 3 })),
  )
  const at = '2026-03-02T01:00:00.000Z'
  const hint = (law: Partial<FormLaw>) =>
    enforcementCase.events['approve-report']
      ?.fieldsFor?.(play.record(), { at, ...law })
      .find(({ name }) => name === 'opinion')?.hint?.zh
  expect(hint({})).toContain('2028-02-27')
  expect(hint({ rules: { version: 'entered', families } })).toContain('2029-02-27')
})
