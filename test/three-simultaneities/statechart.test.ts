// Does a project go only the ways it may, and do its periods end on the days that the law gives?
import { describe, expect, it } from 'vitest'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { applied, onPaper, passed, registering, reviewed, sample, served } from './playing.ts'
import { hazchem, mine, other } from './samples.ts'

type Play = ReturnType<typeof registering>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const accept: Line = ['kou', 'accept']
const on = (type: string, data: Record<string, unknown>): Record<string, unknown> => ({
  ...sample(type),
  ...data,
})

describe('which reviews a project goes through', () => {
  it('hazchem: conditions first, then the design; nothing is built before', () => {
    const play = registering(hazchem, '2026-03-02')
    expect(words(play, ['mao', 'apply-design'])).toContain('应先通过安全条件审查')
    expect(words(play, ['mao', 'begin-construction'])).toContain('第三十三条')
    play.does(
      ...applied('apply-conditions'),
      ...reviewed,
      ['gao', 'pass-conditions'],
      ...served('2026-03-02'),
    )
    expect(play.where('handling')).toBe('handling.designing')
  })

  it('a mine: the design alone', () => {
    const play = registering(mine, '2026-03-02')
    expect(words(play, ['mao', 'apply-conditions'])).toContain('仅适用于危险化学品')
    play.does(
      ...applied('apply-design'),
      ...onPaper,
      ['gao', 'approve-design'],
      ...served('2026-03-02'),
    )
    expect(play.where('handling')).toBe('handling.approved')
  })

  it('any other: none, but its completion is looked at', () => {
    const play = registering(other, '2026-03-02')
    expect(words(play, ['mao', 'apply-design'])).toContain('不需要审查')
    play.does(
      ['mao', 'begin-construction'],
      ['mao', 'finish-construction', sample('finish-construction', 1)],
      ['mao', 'report-completion'],
    )
    expect(play.where('handling')).toBe('handling.supervising')
  })
})

describe('the worked examples', () => {
  it('1: papers of 28 September, told to nobody by 10 October, are accepted from the day of receipt', () => {
    const play = registering(mine, '2026-09-28', ['mao', 'apply-design'])
    expect(play.due('acceptance')).toBe('2026-10-10')
    play.does(['until', '2026-10-10'])
    expect(play.where('handling')).toBe('handling.design.receiving')
    play.does(['until', '2026-10-11'])
    expect(play.where('handling')).toBe('handling.design.reviewing.preparing')
    expect(play.context().acceptedOn).toBe('2026-09-28')
  })

  it('2: accepted on 2 February, decided by 6 March, extended by the leader to 20 March', () => {
    const play = registering(mine, '2026-02-02', ...applied('apply-design'))
    expect(play.due('design-review')).toBe('2026-03-06')
    expect(
      refusal(() => play.does(['gao', 'extend-review', on('extend-review', { by: 11 })])).code,
    ).not.toBe('none')
    play.does(['gao', 'extend-review'])
    expect(play.due('design-review')).toBe('2026-03-20')
    expect(words(play, ['gao', 'extend-review'])).toContain('只能延长一次')
  })

  it('4: conditions accepted on 12 January are decided by 20 March; an opinion of 29 February holds two years', () => {
    const play = registering(hazchem, '2026-01-12', ...applied('apply-conditions'))
    expect([play.due('condition-review'), play.clock('condition-review')?.provisional]).toEqual([
      '2026-03-20',
      false,
    ])
    expect(words(play, ['gao', 'extend-review'])).toContain('没有延长的规定')
    expect(passed('2024-02-29').due('opinion-validity')).toBe('2026-02-28')
  })

  it('the promised limit stands beside the legal one, and was not promised before 2023', () => {
    const play = registering(mine, '2026-02-02', ['mao', 'apply-design'])
    expect([play.due('acceptance'), play.due('promised-acceptance')]).toEqual([
      '2026-02-09',
      '2026-02-04',
    ])
    play.does(accept)
    expect([play.due('design-review'), play.due('promised-decision')]).toEqual([
      '2026-03-06',
      '2026-02-12',
    ])
    expect(
      registering(mine, '2014-06-03', ['mao', 'apply-design']).clock('promised-acceptance'),
    ).toBeUndefined()
  })
})

describe('receipt and acceptance', () => {
  it('asks once for everything; the supplement sets the day of receipt; only what was told and did not come is held against it', () => {
    const play = registering(mine, '2026-03-02', ['mao', 'apply-design'])
    expect(words(play, ['kou', 'refuse-acceptance', sample('refuse-acceptance', 1)])).toContain(
      '先一次告知补正',
    )
    play.does(['kou', 'require-supplement'])
    expect(
      words(play, ['mao', 'supplement', { answers: [{ item: '别的', passed: true }] }]),
    ).toContain('逐项答复')
    play.does(['until', '2026-03-09'], ['mao', 'supplement'])
    expect([play.context().receivedOn, play.due('acceptance')]).toEqual([
      '2026-03-09',
      '2026-03-16',
    ])
    expect(words(play, ['kou', 'require-supplement'])).toContain('只能一次告知')
    const missing = ['别的']
    expect(
      words(play, ['kou', 'refuse-acceptance', { ...sample('refuse-acceptance', 1), missing }]),
    ).toContain('仍未补正')
    play.does(accept)
    expect(play.due('design-review')).toBe('2026-04-07')
  })

  it('false material bars a new application for a year, within the project too, and the bar ends by itself', () => {
    const play = registering(
      mine,
      '2026-03-02',
      ['mao', 'apply-design'],
      ['kou', 'refuse-acceptance', sample('refuse-acceptance', 2)],
    )
    expect([play.where('handling'), play.due('reapply-bar-false')]).toEqual([
      'handling.designing',
      '2027-03-02',
    ])
    expect(words(play, ['mao', 'apply-design'])).toContain('第七十八条')
    play.does(['until', '2027-03-03'], ['mao', 'apply-design'])
    expect([play.where('bar'), play.where('handling')]).toEqual([
      'bar.none',
      'handling.design.receiving',
    ])
  })

  it('withdrawn, an application leaves the project where it was, and its periods end', () => {
    const play = registering(hazchem, '2026-03-02', ...applied('apply-conditions'), [
      'mao',
      'withdraw',
    ])
    expect([play.where('handling'), play.clock('condition-review')?.status]).toEqual([
      'handling.planning',
      'met',
    ])
  })
})

describe('review and decision', () => {
  it('experts are announced beforehand, their six working days are not counted, and the record says why', () => {
    const play = registering(mine, '2026-03-02', ...applied('apply-design'), [
      'until',
      '2026-03-09',
    ])
    expect(
      words(play, [
        'shen',
        'begin-expert-review',
        on('begin-expert-review', { toldOn: '2026-03-10' }),
      ]),
    ).toContain('第四十五条')
    play.does(
      ['shen', 'begin-expert-review'],
      ['until', '2026-03-16'],
      ['shen', 'end-expert-review'],
    )
    expect(play.due('design-review')).toBe('2026-04-08')
    expect(play.clock('design-review')?.explanation.zh).toContain('扣除6个工作日：专家评审')
  })

  it("rework is left out of a hazchem project's period and counted in any other", () => {
    const rework: Line[] = [
      ['shen', 'begin-site-check'],
      ['shen', 'site-check-rework'],
      ['song', 'sign', {}],
    ]
    const status = (play: Play, clock: string) => play.clock(clock)?.status
    const conditions = registering(hazchem, '2026-03-02', ...applied('apply-conditions'), ...rework)
    const drawings = registering(mine, '2026-03-02', ...applied('apply-design'), ...rework)
    expect([status(conditions, 'condition-review'), status(drawings, 'design-review')]).toEqual([
      'paused',
      'running',
    ])
    conditions.does(['until', '2026-03-05'], ['mao', 'report-rework'])
    expect(status(conditions, 'condition-review')).toBe('running')
  })

  it('conditions are looked at on site; drawings may do without', () => {
    const play = registering(hazchem, '2026-03-02', ...applied('apply-conditions'))
    expect(refusal(() => play.does(['shen', 'waive-site-check'])).code).toBe('not-possible-now')
  })

  it('the leader may return it to the reviewers, and decides on no review of his own', () => {
    const play = registering(mine, '2026-03-02', ...applied('apply-design'), ...onPaper)
    play.does(['gao', 'return', { to: 'handling.design.reviewing.opining', reason: '补充说明' }])
    expect(play.where('handling')).toBe('handling.design.reviewing.opining')
    play.does(...onPaper.slice(1), ['gao', 'refuse-design'])
    expect(play.where('handling')).toBe('handling.design.refusing')
    play.does(['kou', 'serve-refusal'], ['mao', 'apply-design'])
    expect([
      play.where('handling'),
      play.context().supplementRequested,
      play.context().reviewers,
    ]).toEqual(['handling.design.receiving', false, []])
  })

  it('approved, it is served within ten working days', () => {
    const play = registering(mine, '2026-04-24', ...applied('apply-design'), ...onPaper, [
      'gao',
      'approve-design',
    ])
    expect(play.due('certificate-delivery')).toBe('2026-05-12')
  })
})

describe('jurisdiction', () => {
  it('is the city, unless the county was entrusted; it is corrected also after acceptance', () => {
    const play = registering(mine, '2026-03-02', ...applied('apply-design'), [
      'shen',
      'begin-site-check',
    ])
    expect(play.record().region).toBe('330802')
    play.does(['chen', 'correct-jurisdiction'])
    expect([play.record().region, play.where('handling')]).toEqual([
      '330800',
      'handling.design.reviewing.checking',
    ])
    expect(play.task('site-check')?.groups).toEqual(['330800-hazchem/reviewer'])
    const plain = registering({ ...mine, grounds: [] }, '2026-03-02')
    expect(plain.record().region).toBe('330800')
  })
})

describe('the opinion on the conditions', () => {
  it('runs out; a person says whether it is void, and nothing lapses by itself', () => {
    const play = passed('2024-02-29')
    play.does(['until', '2026-03-01'])
    expect([play.where('opinion'), play.where('handling')]).toEqual([
      'opinion.expired',
      'handling.designing',
    ])
    expect(words(play, ['mao', 'apply-design'])).toContain('待审查机关确认')
    play.does(['chen', 'declare-void'])
    expect([play.where('opinion'), play.where('handling')]).toEqual([
      'opinion.none',
      'handling.planning',
    ])
  })

  it('kept, the project goes on', () => {
    const play = passed('2024-02-29')
    play.does(['until', '2026-03-01'], ['chen', 'keep-opinion'], ['mao', 'apply-design'])
    expect([play.where('opinion'), play.where('handling')]).toEqual([
      'opinion.kept',
      'handling.design.receiving',
    ])
  })
})
