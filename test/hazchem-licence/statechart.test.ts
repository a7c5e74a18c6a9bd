// Does an application go only the ways it may, up to its decision, and do its periods end when they should?
import { describe, expect, it } from 'vitest'
import { hazchemLicence } from '../../domain/hazchem-licence/process.ts'
import { refusal } from '../case/acting.ts'
import { accepted, words } from './charted.ts'
import { applying, checked, opined, sample } from './playing.ts'
import { applied, items } from './samples.ts'

describe('acceptance', () => {
  it('example 1: received 28 September 2026, silence until 10 October accepts it from the day of receipt', () => {
    const play = applying(applied, '2026-09-28')
    expect([play.due('acceptance'), play.due('promised-acceptance')]).toEqual([
      '2026-10-10',
      '2026-09-30',
    ])
    play.does(['until', '2026-10-10'])
    expect(play.where('handling')).toBe('handling.receiving')
    play.does(['until', '2026-10-11'])
    expect(play.where('handling')).toBe('handling.reviewing.preparing')
    expect(play.context()).toMatchObject({ acceptedOn: '2026-09-28' })
    expect(play.clock('acceptance')).toMatchObject({ status: 'met-late' })
    expect(play.clock('review')).toMatchObject({ start: '2026-09-28', due: '2026-11-13' })
  })

  it('everything missing is named once; the answer gives just that, and the time before it does not count', () => {
    const play = applying(applied, '2026-03-02', ['kou', 'require-supplement'])
    expect([play.where('handling'), play.clock('acceptance')?.status]).toEqual([
      'handling.supplementing',
      'met',
    ])
    expect(
      words(play, ['mao', 'supplement', { answers: [{ item: items[0], passed: true }] }]),
    ).toContain('逐项答复')
    const foreign = [...items, '另一项'].map((item) => ({ item, passed: true }))
    expect(words(play, ['mao', 'supplement', { answers: foreign }])).toContain('逐项答复')
    play.does(['until', '2026-03-20'], ['mao', 'supplement'])
    expect([play.where('handling'), play.due('acceptance')]).toEqual([
      'handling.receiving',
      '2026-03-27',
    ])
    expect(words(play, ['kou', 'require-supplement'])).toContain('第三十二条第一款第四项')
    play.does(['until', '2026-03-28'])
    expect(play.context()).toMatchObject({ acceptedOn: '2026-03-20' })
  })

  it('missing papers are no ground for refusal before they were asked for, and are one after', () => {
    const play = applying(applied, '2026-03-02')
    expect(words(play, ['kou', 'refuse-acceptance', sample('refuse-acceptance', 1)])).toContain(
      '先一次告知补正',
    )
    play.does(['kou', 'require-supplement'], ['mao', 'supplement', sample('supplement', 1)])
    play.does(['kou', 'refuse-acceptance', sample('refuse-acceptance', 1)])
    expect(play.record().status).toBe('closed')
  })

  it('may be withdrawn by the applicant until it is decided on', () => {
    const play = applying(applied, '2026-03-02', accepted, ...checked)
    expect(words(play, ['kou', 'withdraw'])).toContain('企业主要负责人')
    play.does(['mao', 'withdraw'])
    expect([play.where('handling'), play.record().status]).toEqual(['handling.withdrawn', 'closed'])
    const decided = applying(applied, '2026-03-02', accepted, ...checked, ...opined, [
      'gao',
      'grant',
    ])
    expect(refusal(() => decided.does(['mao', 'withdraw'])).code).toBe('not-possible-now')
  })
})

describe('which authority', () => {
  it('is proposed by the facts of the business, and corrected by a person with a reason', () => {
    const toxic = applying({ ...applied, grounds: ['toxic'] }, '2026-03-02')
    expect([toxic.record().region, Object.values(toxic.record().openTasks)[0]?.groups]).toEqual([
      '330800',
      ['330800-window/clerk'],
    ])
    toxic.does(['bai', 'correct-jurisdiction', { to: '330802', reason: '申请表误填' }])
    expect([toxic.record().region, Object.values(toxic.record().openTasks)[0]?.groups]).toEqual([
      '330802',
      ['330802-bureau/clerk'],
    ])
    expect(toxic.due('acceptance')).toBe('2026-03-09')
    expect(
      words(toxic, ['kou', 'correct-jurisdiction', { to: '330881', reason: '不明' }]),
    ).toContain('企业所在县级')
    const form = hazchemLicence.events['correct-jurisdiction']?.fieldsFor?.(toxic.record())[0]
    expect(form?.hint?.zh).toMatch(/系统建议：经营剧毒化学品，由市级发证.*第三十五条/)
    expect(applying(applied, '2026-03-02').record().region).toBe('330802')
  })
})

describe('the review', () => {
  it('example 5: accepted on 1 April 2026 it ends on 18 May; what was promised stands beside it', () => {
    const play = applying(applied, '2026-04-01', accepted)
    expect([play.due('review'), play.due('promised-review')]).toEqual(['2026-05-18', '2026-04-16'])
    expect(play.clock('promised-review')?.promised).toBe(true)
  })

  it('needs two on site, and does not count their time, the rework and the experts', () => {
    const play = applying(
      applied,
      '2026-04-01',
      accepted,
      ['until', '2026-04-08'],
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-rework'],
    )
    expect(play.clock('review')?.status).toBe('paused')
    expect(words(play, ['shen', 'sign', {}])).toContain('已签署')
    play.does(['song', 'sign', {}], ['until', '2026-04-15'])
    expect(play.where('handling')).toBe('handling.reviewing.reworking')
    play.does(
      ['mao', 'report-rework'],
      ...checked,
      ['until', '2026-04-20'],
      ['shen', 'begin-expert-review', { ...sample('begin-expert-review'), until: '2026-04-24' }],
      ['until', '2026-04-24'],
    )
    expect(play.clock('review')?.status).toBe('paused')
    play.does(['shen', 'end-expert-review'])
    const { pauses, due, status } = play.clock('review') ?? {}
    expect([due, status]).toEqual(['2026-06-02', 'running'])
    expect(
      pauses?.map(({ kind, from, to, article }) => `${kind} ${from} ${to} ${article}`),
    ).toEqual([
      'site-check 2026-04-08 2026-04-08 总局令第55号第十一条',
      'rework 2026-04-08 2026-04-15 总局令第55号第十一条',
      'site-check 2026-04-15 2026-04-15 总局令第55号第十一条',
      'expert-review 2026-04-20 2026-04-24 《行政许可法》第四十五条',
    ])
    expect(play.effects.find(({ about }) => about === 'begin-expert-review')).toMatchObject({
      groups: expect.arrayContaining(['enterprise:e-1/enterprise-principal']),
    })
  })

  it('is extended by the leader, once, by no more than the law allows, with reasons', () => {
    const play = applying(applied, '2026-04-01', accepted)
    expect(words(play, ['chen', 'extend-review'])).toContain('局领导')
    expect(words(play, ['gao', 'extend-review', { ...sample('extend-review'), by: 11 }])).toContain(
      '超过上限10',
    )
    play.does(['gao', 'extend-review'])
    expect(play.due('review')).toBe('2026-06-01')
    expect(words(play, ['gao', 'extend-review'])).toContain('第四十二条')
  })

  it('is decided by somebody who has neither reviewed nor endorsed it', () => {
    const play = applying(applied, '2026-04-01', accepted, ...checked, ...opined)
    expect(words(play, ['chen', 'grant'])).toContain('局领导')
    play.does(['gao', 'return', { to: 'handling.reviewing.opining', reason: '补充依据' }])
    expect(play.where('handling')).toBe('handling.reviewing.opining')
    play.does(
      ...opined,
      ['gao', 'refuse'],
      ['kou', 'serve-refusal', { ...sample('serve-refusal'), servedOn: '2026-04-01' }],
    )
    expect([play.where('handling'), play.record().status]).toEqual(['handling.refused', 'closed'])
  })
})
