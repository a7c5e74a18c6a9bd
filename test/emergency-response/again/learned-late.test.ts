// Is a death that is learned late, or was concealed, still counted, reported and investigated?
import { describe, expect, it } from 'vitest'
import { refusal } from '../../case/acting.ts'
import { emergency, type Line } from '../playing.ts'
import { called, reported, start } from '../samples.ts'

const verified: Line[] = [['dan', 'verify', { findings: '属实' }]]
const unharmed: Line[] = [
  ...verified,
  ['gao', 'no-response'],
  ['dan', 'no-report'],
  ['gao', 'no-investigation'],
]
/** A fire that has harmed nobody as far as was known: closed with the last day that counts. */
const closed = () =>
  emergency({ ...called, receivedAt: start }, {}, ...unharmed, ['at', '2026-03-10T01:00:00Z'])
const takenUp: Line = ['gao', 'reopen', { reason: '医院通报，3月9日死亡1人' }]
const counted = (data: object): Line => [
  'dan',
  'record-casualties',
  { asOf: '2026-03-09', reason: '医院通报', ...data },
]

describe('a closed fire of which somebody died on the last day that counts', () => {
  it('is taken up again by a leader, and counted, reported and decided about', () => {
    const play = closed()
    expect(play.record().status).toBe('closed')
    expect(refusal(() => play.does(counted({ dead: 1 }))).code).toBe('case-closed')
    expect(refusal(() => play.does(['dan', 'reopen', { reason: '补报' }])).code).toBe('not-allowed')
    play.does(takenUp)
    expect([play.record().status, play.task('count-again')?.task]).toEqual(['open', 'count-again'])
    play.does(counted({ dead: 1 }))
    expect(['casualties', 'reporting', 'investigation'].map(play.where)).toEqual([
      'casualties.frozen',
      'reporting.first',
      'investigation.deciding',
    ])
    expect(play.clock('county-report')?.status).toBe('running')
    expect(play.context().figures).toMatchObject({ dead: 1 })
  })
  it('counts no death of a later day, and closes again where nothing was new', () => {
    const play = closed()
    play.does(takenUp)
    const late = counted({ dead: 1, asOf: '2026-03-10' })
    expect(refusal(() => play.does(late)).code).toBe('not-allowed')
    play.does(['dan', 'confirm-count', { findings: '该死亡与火灾无关' }])
    expect(play.record().status).toBe('closed')
  })
})

it('what was a false alarm or an exercise is not taken up again', () => {
  const wrong = emergency(called, {}, ['dan', 'declare-false'])
  expect(refusal(() => wrong.does(takenUp)).words).toContain('另行接报')
})

it('what was reported finally goes on being reported', () => {
  const play = emergency(
    { ...called, dead: 0 },
    {},
    ...verified,
    ['dan', 'report-to-city'],
    ['du', 'acknowledge-report'],
    ['gao', 'no-response'],
    ['gao', 'no-investigation'],
    ['dan', 'report-finally'],
    ['du', 'acknowledge-report'],
    ['at', '2026-03-10T01:00:00Z'],
  )
  expect(play.record().status).toBe('closed')
  play.does(takenUp, counted({ dead: 1 }))
  expect([play.where('reporting'), play.where('receipt')]).toEqual([
    'reporting.standing',
    'receipt.none',
  ])
  expect(play.clock('continued-report')?.status).toBe('running')
})

describe('a third death after the evaluation', () => {
  const evaluated = (dead: number) =>
    emergency(
      { ...reported, dead },
      {},
      ...verified,
      ['dan', 'report-to-city'],
      ['gao', 'no-response'],
      ['gao', 'open-investigation'],
      ['chen', 'submit-report'],
      ['gao', 'reply'],
      ['ji', 'publish-result'],
      ['ji', 'evaluate'],
    )
  const more = (dead: number): Line => counted({ dead, asOf: '2026-03-02' })

  it('makes it the city’s to investigate', () => {
    const play = evaluated(2)
    play.does(['wait', 60], more(3))
    expect([play.where('investigation'), play.clock('investigation')?.status]).toEqual([
      'investigation.deciding',
      'running',
    ])
    expect(refusal(() => play.does(['gao', 'open-investigation'])).words).toContain('市级')
    play.does(['shi', 'open-investigation'])
    expect(play.context()).toMatchObject({ inquiryBy: 'city', published: false })
  })
  it('that changes no level is a supplement alone', () => {
    const play = evaluated(1)
    play.does(more(2))
    expect(play.where('investigation')).toBe('investigation.evaluated')
  })
})
