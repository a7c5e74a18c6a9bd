// Does a bar on applying again last as long as the law wants, whatever is found out while it runs, and is fraud found in use annulled (许可法 69, 79)?
import { describe, expect, it } from 'vitest'
import { barredBy } from '../../domain/licensing/bar.ts'
import { opening } from '../../domain/three-simultaneities/context.ts'
import { rules } from '../../domain/three-simultaneities/rules.ts'
import { refusal } from '../case/acting.ts'
import type { Line } from '../support/processes/lines.ts'
import { anybody, eventBy } from '../support/processes/rule-verdicts.ts'
import { applied, onPaper, passed, registering, sample, served } from './playing.ts'
import { mine, other } from './samples.ts'

const day = '2026-03-02'

/** Its design was refused on Monday 2 March 2026 for false material. */
const barred = () => {
  const play = passed(day)
  play.does(...applied('apply-design'), ...onPaper, [
    'gao',
    'refuse-design',
    sample('refuse-design', 1),
  ])
  return play
}

describe('a bar of one year (许可法 78)', () => {
  it('gives way to the three years of a fraud that is found while it runs (许可法 79)', () => {
    const play = barred()
    expect(play.due('reapply-bar-false')).toBe('2027-03-02')
    play.does(['until', '2026-06-01'], ['gao', 'annul-approval'])
    expect([
      play.where('bar'),
      play.clock('reapply-bar-false')?.status,
      play.due('reapply-bar-fraud'),
    ]).toEqual(['bar.outlasting', 'replaced', '2029-06-01'])
    play.does(['until', '2027-03-04'])
    expect(play.where('bar')).toBe('bar.outlasting')
    expect(barredBy(play.record())?.zh).toMatch(/^2029-06-01.*第七十九条/)
    play.does(['until', '2029-06-02'])
    expect([play.where('bar'), play.record().status]).toEqual(['bar.lifted', 'closed'])
  })

  it('outlasts an approval that was annulled for a fault of the authority, and no longer', () => {
    const play = barred()
    play.does(
      ['until', '2026-06-01'],
      ['gao', 'annul-approval', { ...sample('annul-approval'), ground: 'office' }],
    )
    expect(barredBy(play.record())?.zh).toMatch(/^2027-03-02.*第七十八条/)
    play.does(['until', '2027-03-03'])
    expect([play.where('bar'), play.record().status]).toEqual(['bar.lifted', 'closed'])
  })

  it('a second time is told with its own last day', () => {
    const play = barred()
    play.does(
      ['kou', 'serve-refusal', { ...sample('serve-refusal'), servedOn: day }],
      ['until', '2027-03-03'],
      ...applied('apply-design'),
      ...onPaper,
      ['gao', 'refuse-design', sample('refuse-design', 1)],
    )
    expect(barredBy(play.record())?.zh).toMatch(/^2028-03-03/)
  })

  it('keeps the builder from applying for another project, until it has ended', () => {
    const play = barred()
    const asked = () =>
      rules.conditionsFirst({
        context: { ...opening(undefined), kind: 'hazchem' },
        event: { ...eventBy(anybody('boss')), past: [passed(day).record(), play.record()] },
      })
    expect(asked()).toMatchObject({ zh: expect.stringContaining('2027-03-02') })
    play.does(['until', '2027-03-03'])
    expect(asked()).toBe(true)
  })
})

type Play = ReturnType<typeof registering>
const words = (play: Play, ...lines: Line[]) => refusal(() => play.does(...lines)).words
const approved: Line[] = [
  ...applied('apply-design'),
  ...onPaper,
  ['gao', 'approve-design'],
  ...served(day),
]
const used: Line[] = [
  ['mao', 'begin-construction'],
  ['mao', 'finish-construction', sample('finish-construction', 1)],
  ['mao', 'report-completion'],
  ['chen', 'file-completion'],
]
const again: Line = ['gao', 'reopen', { reason: '发现以虚假材料取得批准' }]

describe('a project in use', () => {
  it('is taken up again, and what was obtained by fraud is annulled with a bar of three years', () => {
    const play = registering(mine, day, ...approved, ...used)
    expect([play.record().status, play.context().ended]).toEqual(['closed', 'in-use'])
    play.does(['until', '2026-06-01'], again)
    expect([play.where('handling'), play.context().ended]).toEqual(['handling.supervising', null])
    play.does(['gao', 'annul-approval'])
    expect([
      play.where('handling'),
      play.context().ended,
      play.record().data['annul-approval']?.ground,
      play.due('reapply-bar-fraud'),
    ]).toEqual(['handling.annulled', 'annulled', 'fraud', '2029-06-01'])
    expect(words(play, ['gao', 'annul-approval'])).toContain('已撤销')
    play.does(['until', '2029-06-02'])
    expect(play.record().status).toBe('closed')
    expect(words(play, again)).toContain('仅已投入使用')
  })

  it('goes back into use where nothing was wrong', () => {
    const play = registering(mine, day, ...approved, ...used, again, ['chen', 'file-completion'])
    expect([play.record().status, play.context().ended]).toEqual(['closed', 'in-use'])
  })

  it('is annulled at once while a bar keeps it open', () => {
    const play = registering(mine, day, ...approved, ['mao', 'begin-construction'])
    play.does(...applied('apply-change'), ...onPaper, [
      'gao',
      'refuse-design',
      sample('refuse-design', 1),
    ])
    play.does(['kou', 'serve-refusal'], ...used.slice(1))
    expect([play.where('handling'), play.record().status]).toEqual(['handling.in-use', 'open'])
    play.does(['gao', 'annul-approval'])
    expect([play.where('handling'), play.clock('reapply-bar-false')?.status]).toEqual([
      'handling.annulled',
      'replaced',
    ])
  })

  it('of which nothing was ever approved, and one that was given up, stay closed', () => {
    const plain = registering(other, day, ...used)
    expect(words(plain, again)).toContain('尚无可以撤销')
    const left = registering(mine, day, ...approved, ['mao', 'abandon'])
    expect(words(left, again)).toContain('仅已投入使用')
  })
})
