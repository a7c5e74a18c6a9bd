// Which open case is offered as what is being reported, and which is not?
import { describe, expect, it } from 'vitest'
import { looksLike, mayBeReported } from '../../../domain/emergency-response/joining/one-event.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { later } from '../../../domain/time/instant.ts'
import { emergency } from '../playing.ts'
import { called, drill, reported, start } from '../samples.ts'

const hours = (n: number) => later(start, n * 3_600_000)
const open = emergency(called, {}).record()
const atWorks = emergency(reported, {}).record()
const alike = (more: object, other: CaseRecord = open, at = start) =>
  mayBeReported({ ...called, ...more }, other, at)

describe('the same event', () => {
  it('is of one county, near in time, of one kind or of one taken for another, and at one place', () => {
    expect(alike({})).toBe(true)
    expect(alike({ site: '东港七路仓库' })).toBe(true)
    expect(alike({ site: '东港七路 18号（西侧）' })).toBe(true)
    expect(alike({ kind: 'explosion' })).toBe(true)
    expect(alike({ kind: 'other' })).toBe(true)
    expect(alike({ happenedAt: hours(1.9) })).toBe(true)
  })

  it.each([
    ['another county', { region: '330803' }],
    ['another kind', { kind: 'lift' }],
    ['another place', { site: '花园街道88号' }],
    ['no place', { site: '' }],
    ['more than two hours away', { happenedAt: hours(2.1) }],
    ['an exercise', { drill: true }],
  ])('is not: %s', (_, more) => {
    expect(alike(more)).toBe(false)
  })

  it('is of one enterprise wherever in it, and not of two', () => {
    expect(alike({ ...reported, site: '罐区' }, atWorks)).toBe(true)
    expect(alike({ ...reported, enterprise: 'e-9' }, atWorks)).toBe(false)
  })

  it('without a moment is of now, and of a form that says nothing there is none', () => {
    expect(alike({ happenedAt: undefined })).toBe(true)
    expect(alike({ happenedAt: undefined }, open, hours(3))).toBe(false)
    for (const nothing of [{}, { kind: 7, site: [], region: null, happenedAt: 'gestern' }])
      expect(mayBeReported(nothing, open, start)).toBe(false)
  })

  it('is told of two cases alike, and never of an exercise and what is real', () => {
    const again = emergency({ ...called, site: '东港七路' }, {}).record()
    expect([looksLike(again, open), looksLike(open, again)]).toEqual([true, true])
    expect(looksLike(emergency(drill, {}).record(), open)).toBe(false)
  })
})
