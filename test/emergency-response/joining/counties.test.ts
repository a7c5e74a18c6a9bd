// What does each county owe once cases of one event are joined that several desks have heard of?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { later } from '../../../domain/time/instant.ts'
import { playing, refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, sample } from '../playing.ts'
import { called, start } from '../samples.ts'
import { join, joining } from './joined.ts'

const ofQujiang: Person = {
  kind: 'person',
  id: 'nan',
  name: '南值班',
  enterprise: null,
  appointments: [{ office: '330803-bureau', role: 'duty-officer', region: '330803' }],
}
const dead = { ...called, dead: 1 }
/** A case of Qujiang that was reported as far as the act says, joined by the city. */
const qujiang = (form: object, report: string) => {
  const play = playing(emergencyResponse, ofQujiang, { ...form, region: '330803' }, start)
  play.act(ofQujiang, 'county-informs-authorities', sample('county-informs-authorities'))
  play.act(ofQujiang, report, { course: '起火', measures: '扑救' })
  play.act(actor('du'), 'join-case', joining)
  return play
}
const ofCounty = ['county-report', 'county-informing', 'county-info-phone', 'county-info-written']
const standing = (play: ReturnType<typeof emergency>, clocks: string[]) =>
  clocks.map((clock) => play.clock(clock)?.status)

describe('a case of another county', () => {
  it('discharges nothing of the county of the main case, and tells its city', () => {
    const main = join(emergency(dead, {}), qujiang(dead, 'report-to-city'))
    expect(standing(main, ofCounty)).toEqual(ofCounty.map(() => 'running'))
    expect(standing(main, ['city-informing'])).toEqual(['running'])
    expect(main.context()).toMatchObject({
      reached: 'city',
      cityHeardAt: start,
      countyReportedAt: null,
      reported: false,
    })
    main.does(['dan', 'report-to-city'], ['dan', 'county-informs-authorities'])
    expect(standing(main, ['county-report', 'county-informing'])).toEqual(['met', 'met'])
    main.does(['dan', 'withdraw-report'])
    expect(main.context()).toMatchObject({ cityReceivedAt: start, reached: 'city' })
  })

  it('that has gone to the province has told the province, and is nobody’s report here', () => {
    const grave = { ...called, dead: 3 }
    const main = join(emergency(grave, {}), qujiang(grave, 'report-to-province'))
    expect(main.context()).toMatchObject({ reached: 'province', provinceHeardAt: start })
    expect(standing(main, ['county-report'])).toEqual(['running'])
    expect(main.where('reporting')).toBe('reporting.first')
  })
})

describe('a county whose own call is joined to a case of the city', () => {
  const at = later(start, 60_000)
  const atCity = () => emergency(dead, { by: 'du' })

  it('owes what it owes since that call', () => {
    const main = join(atCity(), emergency(dead, {}, ['dan', 'join-case', joining]), at)
    expect(standing(main, ofCounty)).toEqual(ofCounty.map(() => 'running'))
    expect(main.clock('county-report')?.startedAt).toBe(start)
    expect(main.context()).toMatchObject({ countyHeardAt: start, reached: 'city' })
    main.does(['dan', 'report-to-city'])
    expect(standing(main, ['county-report'])).toEqual(['met'])
  })

  it('telephones where it is grave, since it knew so', () => {
    const main = emergency({ ...called, dead: 3 }, { by: 'du' })
    join(main, emergency(called, {}, ['dan', 'join-case', joining]), at)
    expect([main.clock('county-phone')?.status, main.clock('county-phone')?.startedAt]).toEqual([
      'running',
      at,
    ])
  })

  it('owes nothing anew that it had done there', () => {
    const other = emergency(dead, {}, ['dan', 'report-to-city'], ['dan', 'join-case', joining])
    const main = join(atCity(), other)
    expect(standing(main, ['county-report'])).toEqual([undefined])
    expect(main.context()).toMatchObject({ countyReportedAt: start, reported: true })
    expect(refusal(() => main.does(['dan', 'report-to-city'])).words).toContain('已经上报')
  })

  it('and had found nothing to report owes it only where the main case has somebody harmed', () => {
    const other = () => emergency(called, {}, ['dan', 'no-report'], ['dan', 'join-case', joining])
    const main = join(atCity(), other(), at)
    expect(main.clock('county-report')?.startedAt).toBe(at)
    const harmless = join(emergency(called, { by: 'du' }), other(), at)
    expect(standing(harmless, ofCounty)).toEqual(ofCounty.map(() => undefined))
  })
})
