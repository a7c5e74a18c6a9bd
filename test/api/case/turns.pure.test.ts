// Whose turn does the forecast name to the party, where more than one is asked for work?
import { expect, test } from 'vitest'
import { forecastView } from '../../../api/case/forecast-view.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import { onTheSpot, day as penaltyDay, prosecuting, scene } from '../../enforcement-case/samples.ts'
import { general, played, sample } from '../../hazard-rectification/charted.ts'

const step = (state: string) => ({ state, event: '', again: false, span: null, limit: null })

const turnsIn = (process: ProcessDefinition, record: CaseRecord, ...states: string[]) =>
  forecastView({
    process,
    record,
    enterprise: null,
    history: new Map(),
    holders: [],
    made: {
      ends: null,
      steps: states.map(step),
      end: null,
      passages: 0,
      why: 'few',
      late: null,
    },
    reader: 'party',
    at: '2026-03-12T02:00:00.000Z',
  }).steps.map(({ posts }) => posts.map(({ zh }) => zh))

test('a hazard whose date has passed is still the enterprise’s to rectify, and the authority’s to look at', () => {
  const play = played(
    {},
    ...general,
    ['lin', 'issue-order', sample('issue-order')],
    ['until', '2026-03-11'],
  )
  expect(
    turnsIn(
      hazardRectification,
      play.record(),
      'handling.rectifying.expired',
      'handling.rechecking',
    ),
  ).toEqual([['本单位', '监管部门'], ['监管部门']])
})

test('while a fine is owed it is the party’s turn to pay, beside the authority that watches', () => {
  const record = prosecuting(scene, penaltyDay, ...onTheSpot()).record()
  expect(turnsIn(enforcementCase, record, 'handling.performing')).toEqual([['本单位', '监管部门']])
})
