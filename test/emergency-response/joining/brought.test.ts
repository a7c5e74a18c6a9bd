// What does a joined case bring with it beside what is owed upwards?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called } from '../samples.ts'
import { join, joining } from './joined.ts'

const verified: Line[] = [['dan', 'verify', { findings: '属实' }]]

describe('a case that was found not to be reported', () => {
  it('still brings who is trapped, so that the response of the main case goes on', () => {
    const main = emergency(called, {}, ...verified, ['gao', 'start-response'])
    const other = emergency(
      { ...called, trapped: 2 },
      {},
      ...verified,
      ['dan', 'no-report'],
      ['dan', 'join-case', joining],
    )
    const before = main.record().obligations
    join(main, other)
    expect(main.context().figures).toEqual({ trapped: 2 })
    expect(refusal(() => main.does(['gao', 'end-response'])).words).toContain('被困')
    expect(main.record().obligations).toEqual(before)
  })

  it('still brings that the city was told, and with that no duty of the city', () => {
    const main = emergency(called, {})
    const other = emergency(called, { by: 'du' }, ['du', 'no-report'], ['du', 'join-case', joining])
    const before = main.record().obligations
    join(main, other)
    expect(main.context()).toMatchObject({ cityHeardAt: other.context().cityHeardAt })
    expect(main.record().obligations).toEqual(before)
    main.does(['dan', 'report-to-city'])
    expect(main.clock('city-informing')?.status).toBe('running')
  })

  it('owes with the main case what the numbers of both outweigh', () => {
    const noReport: Line[] = [...verified, ['dan', 'no-report']]
    const main = emergency({ ...called, trapped: 2 }, {}, ...noReport)
    const other = emergency({ ...called, missing: 1 }, {}, ...noReport, [
      'dan',
      'join-case',
      joining,
    ])
    join(main, other)
    expect(main.context()).toMatchObject({ reportWaived: false, grave: true })
    for (const clock of ['county-report', 'county-informing', 'county-phone'])
      expect([clock, main.clock(clock)?.status]).toEqual([clock, 'running'])
  })
})
