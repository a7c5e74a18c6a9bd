// Does every office above still receive what was sent to it once the case of a report is joined to another?
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../../domain/emergency-response/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { playing, refusal } from '../../case/acting.ts'
import { actor } from '../../support/people/cast.ts'
import { emergency, type Line, sample } from '../playing.ts'
import { called, grave, reported, start } from '../samples.ts'
import { join, joining, toldBy } from './joined.ts'

const joins: Line = ['du', 'join-case', joining]
const toCity: Line = ['dan', 'report-to-city']
const pastCity: Line = ['dan', 'report-to-province']
const toProvince: Line = ['du', 'report-to-province']
const receives: Line = ['du', 'acknowledge-report']
type Play = ReturnType<typeof emergency>

const asked = (play: Play) => [play.where('receipt'), play.where('copies')]
const waits = 'receipt.awaiting'
const groupsOf = (play: Play, task: string) => play.task(task)?.groups
const ofCity = ['330800-command/duty-officer']
const ofProvince = ['330000-command/duty-officer']
const stated = (play: Play, act: string) => play.record().data[act]?.unreceived

describe('a report that the city has not received when its case is joined', () => {
  it('is received in the main case, on record, and asked for no more then', () => {
    const main = join(emergency(reported, {}), emergency(reported, {}, toCity, joins))
    expect(asked(main)).toEqual([waits, 'copies.none'])
    expect(groupsOf(main, 'receive-report')).toEqual(ofCity)
    expect(stated(main, 'case-joined')).toEqual(['city'])
    main.does(receives)
    expect(asked(main)).toEqual(['receipt.none', 'copies.none'])
    expect(stated(main, 'acknowledge-report')).toEqual(['none'])
  })

  it('is said in the joined case to wait for its receipt', () => {
    expect(stated(emergency(reported, {}, toCity, joins), 'join-case')).toEqual(['city'])
    expect(stated(emergency(reported, {}, toCity, receives, joins), 'join-case')).toEqual(['none'])
  })

  it('asks nobody who has received it', () => {
    const main = join(emergency(reported, {}), emergency(reported, {}, toCity, receives, joins))
    expect(asked(main)).toEqual(['receipt.none', 'copies.none'])
    expect(stated(main, 'case-joined')).toEqual(['none'])
  })

  it('is named to whoever receives it', () => {
    const main = join(emergency(reported, {}), emergency(reported, {}, toCity, joins))
    const form = emergencyResponse.events['acknowledge-report']?.fieldsFor?.(main.record()) ?? []
    expect(form.find(({ name }) => name === 'note')?.hint?.zh).toContain('衢柯应急〔2026〕0002号')
  })

  it('is received beside the province where the main case has gone there', () => {
    const main = emergency(grave, { by: 'du' }, toProvince, ['sun', 'acknowledge-report'])
    join(main, emergency(grave, {}, toCity, joins))
    expect(asked(main)).toEqual(['receipt.none', 'copies.awaiting'])
    main.does(['du', 'acknowledge-copy'])
    expect(asked(main)).toEqual(['receipt.none', 'copies.none'])
    expect(stated(main, 'acknowledge-copy')).toEqual(['none'])
  })

  it('is received by the city also when that reports on to the province before', () => {
    const main = join(emergency(grave, {}), emergency(grave, {}, toCity, joins))
    main.does(toProvince)
    expect(asked(main)).toEqual([waits, 'copies.awaiting'])
    main.does(['sun', 'acknowledge-report'])
    expect(stated(main, 'acknowledge-report')).toEqual(['city'])
    main.does(['du', 'acknowledge-copy'])
    expect(asked(main)).toEqual(['receipt.none', 'copies.none'])
  })

  it('is asked for no more where the county takes it back', () => {
    const main = join(emergency(reported, {}), emergency(reported, {}, toCity, joins))
    main.does(['dan', 'withdraw-report'])
    expect([main.where('reporting'), main.where('receipt')]).toEqual([
      'reporting.first',
      'receipt.none',
    ])
  })

  it('is handed on once more where the main case is joined itself', () => {
    const between = join(emergency(reported, {}), emergency(reported, {}, toCity, joins))
    between.does(joins)
    const main = join(emergency(reported, {}), between)
    expect(asked(main)).toEqual([waits, 'copies.none'])
  })

  it('that was final is received in a main case that was reported finally, which then closes', () => {
    const final: Line[] = [
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
      toCity,
      ['dan', 'report-finally'],
    ]
    const main = emergency(called, {}, ...final, receives, ['gao', 'no-investigation'])
    expect(main.where('receipt')).toBe('receipt.received')
    join(main, emergency(called, {}, ...final, joins))
    expect([main.where('reporting'), main.where('receipt')]).toEqual(['reporting.final', waits])
    main.does(receives, ['at', '2026-03-11T01:00:00Z'])
    expect(main.record().status).toBe('closed')
  })
})

describe('a report that went past the city and nobody has received when its case is joined', () => {
  it('is received by both, each in its own act', () => {
    const main = join(emergency(grave, {}), emergency(grave, {}, pastCity, joins))
    expect(asked(main)).toEqual([waits, 'copies.awaiting'])
    expect([groupsOf(main, 'receive-report'), groupsOf(main, 'receive-copy')]).toEqual([
      ofProvince,
      ofCity,
    ])
    expect(main.notified('case-joined')).toContain(ofProvince[0])
    main.does(['sun', 'acknowledge-report'])
    expect(asked(main)).toEqual(['receipt.none', 'copies.awaiting'])
  })

  it('leaves the city what it had not received of the main case either', () => {
    const other = emergency(grave, {}, pastCity, ['sun', 'acknowledge-report'])
    other.does(['du', 'acknowledge-copy'], joins)
    const main = join(emergency(grave, {}, toCity), other)
    expect(asked(main)).toEqual(['receipt.none', 'copies.awaiting'])
  })

  it('leaves the final report of the main case to the city, and lets it end', () => {
    const handled: Line[] = [
      ['dan', 'verify', { findings: '属实' }],
      ['gao', 'no-response'],
    ]
    const other = emergency(called, {}, ...handled, pastCity, ['sun', 'acknowledge-report'])
    other.does(['du', 'acknowledge-copy'], joins)
    const main = emergency(called, {}, ...handled, toCity, ['dan', 'report-finally'])
    join(main, other)
    expect(asked(main)).toEqual(['receipt.received', 'copies.awaiting'])
    main.does(['du', 'acknowledge-copy'])
    expect(asked(main)).toEqual(['receipt.received', 'copies.ended'])
  })
})

describe('a report of another county', () => {
  const ofQujiang: Person = {
    kind: 'person',
    id: 'nan',
    name: '南值班',
    enterprise: null,
    appointments: [{ office: '330803-bureau', role: 'duty-officer', region: '330803' }],
  }
  const elsewhere = (form: object) => {
    const play = playing(emergencyResponse, ofQujiang, { ...form, region: '330803' }, start)
    play.act(ofQujiang, 'report-to-city', sample('report-to-city'))
    play.act(actor('du'), 'join-case', joining)
    return play
  }

  it('is received though the county of the main case takes its own back', () => {
    const main = join(emergency(reported, {}, toCity), elsewhere(reported))
    main.does(['dan', 'withdraw-report'])
    expect([main.where('reporting'), main.where('receipt')]).toEqual(['reporting.first', waits])
  })

  it('is received where nothing is to be reported here, and no report is asked back for it', () => {
    const main = emergency(called, {}, ['dan', 'no-report'])
    join(main, elsewhere(called))
    expect([main.where('reporting'), main.where('receipt')]).toEqual([
      'reporting.not-needed',
      waits,
    ])
    expect(refusal(() => main.does(['du', 'send-report-back'])).words).toContain('不需上报')
    main.does(receives)
    expect(main.where('receipt')).toBe('receipt.not-needed')
  })

  it('waits on where it is found afterwards that nothing is to be reported here', () => {
    const main = join(emergency(called, {}), elsewhere(called))
    main.does(['dan', 'no-report'])
    expect(main.where('receipt')).toBe(waits)
  })
})

it('a case that was joined before receipts were handed on is read as one that brings none', () => {
  const told = toldBy(emergency(reported, {}, toCity, joins))
  const { unreceived: _, ...known } = told.known as Record<string, unknown>
  const main = emergency(reported, {})
  main.obey('case-joined', { ...told, known })
  expect(main.where('receipt')).toBe('receipt.none')
})
