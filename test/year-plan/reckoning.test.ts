// Do the days of a yearly plan add up, and does it count what was made?
import { describe, expect, it } from 'vitest'
import type { VisitCourse } from '../../domain/model/register-definition.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import { workdaysBetween } from '../../domain/time/workdays.ts'
import { completionOf } from '../../domain/year-plan/completion.ts'
import { workloadOf } from '../../domain/year-plan/reckoning.ts'

const basis = (more: object = {}) => ({
  year: 2026,
  officers: 4,
  totals: [{ class: 'trade', objects: 200, visits: 200 }],
  shares: [{ industry: null, percent: 10, pool: 500, visits: 50 }],
  selection: { otherDays: 300, absentDays: 200, keyVisitDays: 1, randomVisitDays: 0.5 },
  ...more,
})

describe('the days', () => {
  it('officers × working days − other − none; two officers a visit; at least three fifths for key visits, not yet confirmed', () => {
    const load = workloadOf(basis(), {})
    const workdays = workdaysBetween('2025-12-31', '2026-12-31', decreeCalendars)
    expect(load).toMatchObject({
      workdays,
      total: workdays * 4,
      inspecting: workdays * 4 - 500,
      needed: 450,
      fits: true,
      provisional: true,
    })
    expect(load.keyLeast).toBeCloseTo((workdays * 4 - 500) * 0.6)
    expect(load.reasons.map(({ zh }) => zh).join()).toContain('安监总政法〔2017〕150号原文未载入')
    expect(load.reasons.map(({ zh }) => zh).join()).not.toContain('暂估')
    expect(load.countedBy).toMatchObject([{ id: 'inspection-workload.key-share' }])
  })

  it('a year without a decree is estimated, and what does not fit is said', () => {
    const load = workloadOf(basis({ year: 2031, officers: 2 }), {})
    expect(load.reasons.map(({ zh }) => zh).join()).toContain('暂估')
    expect([load.fits, load.reckoning[3]?.zh]).toEqual([false, expect.stringContaining('超出')])
    const nobody = workloadOf(basis({ officers: 0 }), {})
    expect([nobody.inspecting, nobody.fits]).toEqual([0, false])
  })

  it('more officers never fit less, more visits never fit more', () => {
    for (let officers = 0; officers < 12; officers += 1) {
      const less = workloadOf(basis({ officers }), {})
      const more = workloadOf(basis({ officers: officers + 1 }), {})
      expect(Number(more.fits)).toBeGreaterThanOrEqual(Number(less.fits))
      const busier = workloadOf(
        basis({ officers, totals: [{ class: 'trade', objects: 900, visits: 900 }] }),
        {},
      )
      expect(Number(busier.fits)).toBeLessThanOrEqual(Number(less.fits))
    }
  })
})

const course = (plannedOn: string, more: Partial<VisitCourse> = {}): VisitCourse => ({
  plannedOn,
  madeOn: null,
  calledOff: false,
  officers: [],
  ...more,
})

describe('how far it has come', () => {
  const begun = [
    course('2026-03-06', { madeOn: '2026-03-09', officers: ['浙执001', '浙执002'] }),
    course('2026-03-10', { madeOn: '2026-03-10', officers: ['浙执001', '浙执001'] }),
    course('2026-04-01'),
    course('2026-06-01'),
    course('2026-03-01', { calledOff: true }),
  ].map((one) => ({ class: 'trade', course: one }))
  const counted = (today: string) =>
    completionOf({
      year: 2026,
      totals: [{ class: 'trade', objects: 5, visits: 6 }],
      shares: [{ industry: null, percent: 5, pool: 40, visits: 2 }],
      begun,
      today,
    })

  it('by class, month and officer; what was called off is as if it had not been', () => {
    const found = counted('2026-05-01')
    expect(found.whole).toEqual({ planned: 8, begun: 4, made: 2, late: 1 })
    expect(found.classes).toEqual([
      { class: 'trade', planned: 6, begun: 4, made: 2, late: 1 },
      { class: 'random', planned: 2, begun: 0, made: 0, late: 0 },
    ])
    expect(found.months[2]).toEqual({ month: 3, begun: 2, made: 2, late: 0 })
    expect(found.months[3]).toEqual({ month: 4, begun: 1, made: 0, late: 1 })
    expect(found.officers).toEqual([
      { certificate: '浙执001', made: 2 },
      { certificate: '浙执002', made: 1 },
    ])
  })

  it('once the year is over, whatever was not made is late', () => {
    expect(counted('2027-01-01').whole).toEqual({ planned: 8, begun: 4, made: 2, late: 6 })
  })
})
