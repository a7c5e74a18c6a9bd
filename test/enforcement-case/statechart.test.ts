// Does an enforcement case go only the ways it may, and can every state be reached and left?
import { describe, expect, it } from 'vitest'
import { enforcementCase } from '../../domain/enforcement-case/process.ts'
import { handlingEnded } from '../../domain/enforcement-case/regions/ends.ts'
import { actor } from '../support/people/cast.ts'
import { itHolds } from '../support/processes/chart-model.ts'
import type { Line } from '../support/processes/lines.ts'
import {
  day,
  decided,
  investigated,
  matter,
  noticed,
  prosecuting,
  prosecutors,
  sample,
  samples,
} from './samples.ts'
import { situations } from './situations.ts'

describe('the chart', () => {
  itHolds({
    process: enforcementCase,
    situations,
    samples,
    deciding: prosecutors(),
    memories: [{}, { parties: ['one'] }],
    ended: { event: handlingEnded, by: actor('gao'), at: `${day}T01:00:00Z` },
  })
})

const goes = (...lines: Line[]) => prosecuting(matter, day, ...lines)
const stateOf = (...lines: Line[]) => goes(...lines).where('handling')

describe('the small case', () => {
  it('is filed, investigated, notified, decided, served, paid, published and closed', () => {
    const play = goes(
      ...decided,
      ['chen', 'publish-penalty'],
      ['lin', 'record-instalment'],
      ['lin', 'record-payment', sample('record-payment', 1)],
      ['lin', 'propose-closing'],
      ['gao', 'approve-closing'],
    )
    expect([play.where('handling'), play.where('publication'), play.record().status]).toEqual([
      'handling.closed',
      'publication.ended',
      'closed',
    ])
  })

  it('without a fine is performed and closed', () => {
    const lines: Line[] = [
      ...noticed(3),
      ['mao', 'waive-rights', { statement: '放弃' }],
      ['lin', 'weigh-defence'],
      ['gao', 'decide-penalty', sample('decide-penalty', 1)],
      ['lin', 'serve-decision'],
      ['lin', 'record-performance'],
    ]
    expect(stateOf(...lines)).toBe('handling.proposing-closing')
    expect(goes(...lines).clock('payment')).toBeUndefined()
  })
})

describe('the ends before a penalty', () => {
  const exit: Line[] = [...investigated(5), ['chen', 'approve-report']]
  it.each([
    ['not-filed', [['gao', 'refuse-filing']]],
    ['withdrawn', [...exit, ['gao', 'withdraw-case']]],
    [
      'not-punished',
      [...exit, ['gao', 'decide-no-penalty', { ground: 'minor', reason: '轻微且已改正' }]],
    ],
    [
      'transferred',
      [
        ...exit,
        ['gao', 'decide-transfer'],
        ['lin', 'hand-over-police'],
        ['lin', 'record-police-filed'],
        ['lin', 'hand-over-materials'],
        ['lin', 'propose-transfer-closing'],
        ['gao', 'approve-transfer-closing'],
      ],
    ],
  ] as [string, Line[]][])('%s', (end, lines) => {
    const play = goes(...lines)
    expect([play.where('handling'), play.record().status]).toEqual([`handling.${end}`, 'closed'])
  })
})

describe('the way to the decision', () => {
  const spoken: Line[] = [
    ['mao', 'state-defence', { statement: '已整改' }],
    ['mao', 'waive-rights', { statement: '不要求听证' }],
    ['lin', 'weigh-defence', sample('weigh-defence', 1)],
  ]
  it('of a small case is short', () => {
    expect(stateOf(...noticed(), ...spoken)).toBe('handling.deciding')
  })
  it('of major public interest leads through legal review', () => {
    expect(stateOf(...noticed(2), ...spoken)).toBe('handling.legal-review')
    expect(stateOf(...noticed(2), ...spoken, ['fa', 'give-legal-opinion'])).toBe(
      'handling.deciding',
    )
  })
  it('of a large fine leads through the discussion of the leaders', () => {
    expect(stateOf(...noticed(1), ...spoken)).toBe('handling.discussing')
  })
  it('after a hearing leads through legal review and, with a large fine, through the discussion', () => {
    const heard: Line[] = [
      ...noticed(1),
      ['mao', 'request-hearing', { statement: '要求听证' }],
      ['fa', 'notify-hearing'],
      ['until', '2026-03-20'],
      ['fa', 'close-hearing'],
      ['lin', 'weigh-defence', sample('weigh-defence', 1)],
    ]
    expect(stateOf(...heard)).toBe('handling.legal-review')
    expect(stateOf(...heard, ['fa', 'give-legal-opinion'])).toBe('handling.discussing')
    expect(stateOf(...heard, ['fa', 'give-legal-opinion'], ['gao', 'record-discussion'])).toBe(
      'handling.deciding',
    )
  })
  it('begins anew with a new report', () => {
    const play = goes(
      ...noticed(),
      ...spoken,
      ['gao', 'return', { to: 'handling.investigating', reason: '补充调查' }],
      ['lin', 'conclude-investigation', sample('conclude-investigation', 1)],
      ['wu', 'sign'],
    )
    expect(play.context()).toMatchObject({
      fine: 50_000,
      noticeServedOn: null,
      weighed: false,
      defended: false,
    })
  })
})
