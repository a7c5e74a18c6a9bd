// Does a bar on applying again last as long as the law wants, whatever is found out while it runs?
import { describe, expect, it } from 'vitest'
import { barredBy } from '../../domain/licensing/bar.ts'
import { opening } from '../../domain/three-simultaneities/context.ts'
import { rules } from '../../domain/three-simultaneities/rules.ts'
import { anybody, eventBy } from '../support/processes/rule-verdicts.ts'
import { applied, onPaper, passed, sample } from './playing.ts'

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
