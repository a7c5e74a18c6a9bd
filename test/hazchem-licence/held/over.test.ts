// Does a renewal that was granted stand from the end of the licence held on, before its paper is served?
import { describe, expect, it } from 'vitest'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { entryOf } from '../../../domain/registers/licences/entry.ts'
import { accepted } from '../charted.ts'
import { applying, checked, issued, opined } from '../playing.ts'
import { renewal } from '../samples.ts'

describe('a renewal', () => {
  it('granted and not served when the licence held ends, it stands from then on, with the days of its own', () => {
    const filed = { ...renewal, expiresOn: '2027-03-15' }
    const play = applying(filed, '2026-12-10', accepted, ...checked, ...opined, ['gao', 'grant'])
    const entry = () => entryOf(hazchemLicence, play.record())
    expect([entry(), play.clock('granted-renewal')?.due]).toEqual([null, '2027-03-15'])
    play.does(['until', '2027-03-15'])
    expect(entry()).toBe(null)
    play.does(['until', '2027-03-16'])
    expect([play.where('handling'), entry()]).toMatchObject([
      'handling.issuing',
      { standing: 'in-force', validFrom: '2027-03-15', validUntil: '2030-03-15' },
    ])
    play.does(...issued('2027-03-16'))
    expect([entry()?.standing, play.due('validity')]).toEqual(['in-force', '2030-03-15'])
  })

  it('granted after the licence held has ended though filed in time, it stands at once', () => {
    const filed = { ...renewal, expiresOn: '2027-03-15' }
    const play = applying(filed, '2026-12-10')
    play.does(['kou', 'require-supplement'], ['until', '2027-03-16'], ['mao', 'supplement'])
    play.does(accepted, ...checked, ...opined)
    expect(entryOf(hazchemLicence, play.record())).toBe(null)
    play.does(['gao', 'grant'])
    expect(entryOf(hazchemLicence, play.record())).toMatchObject({
      standing: 'in-force',
      validFrom: '2027-03-15',
    })
    expect(play.clock('granted-renewal')).toBeUndefined()
  })

  it('granted and served before, it leaves nothing to begin', () => {
    const filed = { ...renewal, expiresOn: '2027-03-15' }
    const play = applying(filed, '2026-12-10', accepted, ...checked, ...opined, ['gao', 'grant'])
    play.does(...issued('2026-12-10'))
    expect(play.clock('granted-renewal')?.status).toBe('met')
  })
})
