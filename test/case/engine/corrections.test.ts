// Does the case go on with a corrected date: its chart, the windows that open by it, and every period that rests on it?
import { describe, expect, test } from 'vitest'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { hazchemLicence } from '../../../domain/hazchem-licence/process.ts'
import { samples as hazards, reported } from '../../hazard-rectification/samples.ts'
import { checked, issued, opined } from '../../hazchem-licence/playing.ts'
import { applied, samples as licences, renewal } from '../../hazchem-licence/samples.ts'
import { type Line, playedBy, sampleIn } from '../../support/processes/lines.ts'
import { refusal } from '../acting.ts'
import { correct } from './correcting.ts'

const hazard = playedBy(hazardRectification, 'lin', sampleIn(hazards))
const licence = playedBy(hazchemLicence, 'mao', sampleIn(licences))

describe('the date of an order', () => {
  const order = (service?: 'later'): Line[] => [
    ['lin', 'verify'],
    ['wu', 'sign', {}],
    [
      'lin',
      'issue-order',
      { dueDate: '2026-06-26', requirements: '更换', ...(service ? { service } : {}) },
    ],
  ]

  test('moves its period and the window to ask for more time', () => {
    const play = hazard(reported, '2026-03-02', ...order())
    correct(play, 'issue-order', 'dueDate', '2026-06-16')
    expect([play.due('rectification'), play.context().dueDate]).toEqual([
      '2026-06-16',
      '2026-06-16',
    ])
    play.does(
      ['until', '2026-06-08'],
      ['mao', 'request-extension', { until: '2026-07-01', reason: '洪水' }],
    )
    expect(play.context().extensionOutside).toBe(false)
  })

  test('moves the period also where its service started it', () => {
    const play = hazard(reported, '2026-03-02', ...order('later'), ['lin', 'serve'])
    correct(play, 'issue-order', 'dueDate', '2026-06-16')
    expect([play.due('rectification'), play.context().dueDate]).toEqual([
      '2026-06-16',
      '2026-06-16',
    ])
  })

  test('is that of the extension once more time was granted, and then that one is corrected', () => {
    const request: Line[] = [
      ['until', '2026-06-22'],
      ['mao', 'request-extension', { until: '2026-07-31', reason: '洪水' }],
      ['chen', 'grant-extension', { dueDate: '2026-07-31', reason: '属实' }],
    ]
    const play = hazard(reported, '2026-03-02', ...order(), ...request)
    correct(play, 'issue-order', 'dueDate', '2026-06-16')
    expect([play.due('rectification'), play.context().dueDate]).toEqual([
      '2026-07-31',
      '2026-07-31',
    ])
    correct(play, 'grant-extension', 'dueDate', '2026-07-13')
    expect([play.due('rectification'), play.context().dueDate]).toEqual([
      '2026-07-13',
      '2026-07-13',
    ])
    correct(play, 'grant-extension', 'dueDate', '2026-06-25', {
      dueDate: '2026-07-13',
      reason: '属实',
    })
    expect([play.due('rectification'), play.clock('rectification')?.extensions]).toEqual([
      '2026-06-25',
      [],
    ])
  })

  test.each([
    ['that has passed', '2026-01-05', '整改期限必须晚于下达当日'],
    ['beyond the longest', '2029-12-31', '整改期限不得超过一年'],
    ['that has passed since the order was given', '2026-03-04', '更正后的期限已过'],
  ])(
    'is not corrected to one %s, which nobody could have ordered or would be missed at once',
    (_, day, words) => {
      const play = hazard(reported, '2026-03-02', ...order(), ['until', '2026-03-05'])
      expect(refusal(() => correct(play, 'issue-order', 'dueDate', day)).words).toContain(words)
      expect(play.context()).toMatchObject({ dueDate: '2026-06-26', overdue: false })
      play.does(['until', '2026-03-06'])
      expect(play.where('supervision')).toBe('supervision.none')
    },
  )

  test('an instruction of a leader has its own', () => {
    const play = hazard(reported, '2026-03-02', ...order(), [
      'gao',
      'instruct',
      { instruction: '查明', dueDate: '2026-06-26' },
    ])
    correct(play, 'instruct', 'dueDate', '2026-06-10')
    expect([play.due('instruction'), play.due('rectification'), play.context().dueDate]).toEqual([
      '2026-06-10',
      '2026-06-26',
      '2026-06-26',
    ])
  })
})

test('a statement without a date leaves every period alone', () => {
  const listed: Line[] = [
    ['lin', 'verify', sampleIn(hazards)('verify', 1)],
    ['wu', 'sign', {}],
    ['lin', 'take-measures', sampleIn(hazards)('take-measures', 1)],
    ['mao', 'file-plan'],
    ['chen', 'approve-plan'],
    ['yu', 'list-hazard', sampleIn(hazards)('list-hazard', 1)],
    ['mao', 'apply-acceptance'],
    ['gao', 'revoke-measures'],
  ]
  const play = hazard(reported, '2026-03-02', ...listed)
  const before = play.record().obligations
  expect(play.clock('site-review')?.status).toBe('running')
  correct(play, 'apply-acceptance', 'description', '已更换并校验')
  expect(play.record().obligations).toEqual(before)
})

describe('a day that a licence counts from', () => {
  const accepted: Line = ['kou', 'accept']

  test('of a change moves the time to apply for it', () => {
    const granted: Line[] = [
      accepted,
      ...checked,
      ...opined,
      ['gao', 'grant'],
      ...issued('2026-03-02'),
    ]
    const change = { what: 'name', changedOn: '2026-02-24' }
    const play = licence(applied, '2026-03-02', ...granted, ['mao', 'note-change', change])
    expect(play.due('change-filing')).toBe('2026-03-23')
    correct(play, 'note-change', 'changedOn', '2026-02-10')
    expect([play.context().changedOn, play.clock('change-filing')?.start]).toEqual([
      '2026-02-10',
      '2026-02-10',
    ])
    expect(play.due('change-filing')).toBe(
      licence(applied, '2026-03-02', ...granted, [
        'mao',
        'note-change',
        { ...change, changedOn: '2026-02-10' },
      ]).due('change-filing'),
    )
  })

  test('of the licence held moves the day on which it is deemed renewed, and the new term', () => {
    const play = licence({ ...renewal, expiresOn: '2026-08-10' }, '2026-03-02', accepted)
    correct(play, 'apply', 'expiresOn', '2026-06-10', { ...renewal, expiresOn: '2026-08-10' })
    expect([play.due('deemed-renewal'), play.context().late]).toEqual(['2026-06-10', false])
    play.does(['until', '2026-06-11'])
    expect(play.context()).toMatchObject({
      renewedUnserved: true,
      validFrom: '2026-06-10',
      decidedOn: '2026-06-10',
    })
  })

  test('of the licence held lies no further off than a licence lasts', () => {
    const play = licence({ ...renewal, expiresOn: '2026-08-10' }, '2026-03-02', accepted)
    const corrected = (day: string) =>
      correct(play, 'apply', 'expiresOn', day, { ...renewal, expiresOn: '2026-08-10' })
    expect(refusal(() => corrected('2029-03-03')).words).toContain('最晚至2029-03-02届满')
    corrected('2029-03-02')
    expect(play.context().expiresOn).toBe('2029-03-02')
  })

  test('where it shows that the application came late, nothing is deemed any more', () => {
    const play = licence({ ...renewal, expiresOn: '2026-08-10' }, '2026-03-02', accepted)
    correct(play, 'apply', 'expiresOn', '2026-05-10', { ...renewal, expiresOn: '2026-08-10' })
    expect([
      play.context().late,
      play.clock('deemed-renewal')?.status,
      play.due('late-renewal'),
    ]).toEqual([true, 'replaced', '2026-05-10'])
    play.does(['until', '2026-05-20'])
    expect([play.where('handling'), play.context().renewedUnserved]).toEqual([
      'handling.reviewing.preparing',
      false,
    ])
  })

  test('corrected there and back, there is one period again, and the decision ends it', () => {
    const play = licence(
      { ...renewal, expiresOn: '2026-08-10' },
      '2026-03-02',
      accepted,
      ...checked,
      ...opined,
    )
    const outcomeFor = (expiresOn: string, was: string) =>
      correct(play, 'apply', 'expiresOn', expiresOn, { ...renewal, expiresOn: was })
    outcomeFor('2026-05-10', '2026-08-10')
    outcomeFor('2026-08-10', '2026-05-10')
    const ids = () => play.record().obligations.map(({ id }) => id)
    expect(ids()).toEqual([...new Set(ids())])
    expect([play.due('deemed-renewal'), play.clock('late-renewal')?.status]).toEqual([
      '2026-08-10',
      'replaced',
    ])
    play.does(['gao', 'grant'])
    expect([play.clock('deemed-renewal')?.status, ids().length]).toEqual([
      'met',
      new Set(ids()).size,
    ])
  })

  test('of which kind the change was decides which period runs', () => {
    const granted: Line[] = [
      accepted,
      ...checked,
      ...opined,
      ['gao', 'grant'],
      ...issued('2026-03-02'),
    ]
    const play = licence(applied, '2026-03-02', ...granted, [
      'mao',
      'note-change',
      { what: 'principal', changedOn: '2026-02-24' },
    ])
    correct(play, 'note-change', 'what', 'new-storage')
    expect([
      play.clock('change-filing')?.status,
      play.clock('storage-change-filing'),
    ]).toMatchObject(['replaced', { start: '2026-02-24', status: 'running' }])
  })

  test('stays as written once the new licence is issued', () => {
    const play = licence(
      { ...renewal, expiresOn: '2026-08-10' },
      '2026-03-02',
      accepted,
      ...checked,
      ...opined,
      ['gao', 'grant'],
      ...issued('2026-03-02'),
    )
    const sent = { ...renewal, expiresOn: '2026-08-10' }
    expect(refusal(() => correct(play, 'apply', 'expiresOn', '2026-07-10', sent)).code).toBe(
      'not-possible-now',
    )
  })
})
