// Is everything of an emergency named in both languages, does each form fit its schema, and does nothing internal leave the authorities?
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { emergencyResponse } from '../../domain/emergency-response/process.ts'
import { processes, processFor } from '../../domain/processes.ts'
import { isUrgent } from '../../domain/urgent.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { actor } from '../support/people/cast.ts'
import { checkWords } from '../support/processes/process-words.ts'
import { called, drill, grave, reported, samples } from './samples.ts'

checkWords({
  process: emergencyResponse,
  samples,
  parents: [
    'response',
    'lift',
    'lift.trapped',
    'copies',
    'casualties',
    'reporting',
    'receipt',
    'investigation',
  ],
  filledByServer: {
    'report-emergency': ['enterpriseName', 'script'],
    'supplement-event': ['enterpriseName'],
    'correct-unit': ['enterpriseName'],
    'start-response': ['planName'],
    'resume-response': ['planName'],
    'join-case': ['mainCaseId', 'waiting'],
    'give-order': ['resourceId'],
    'case-joined': ['alarms', 'known', 'waiting'],
  },
  internal: [
    'report-emergency.caller',
    'report-emergency.telephone',
    'report-emergency.description',
    'verify.findings',
    'note-event.text',
    'join-case.reason',
    'join-case.mainCase',
    'case-joined.figures',
    'call-back.condition',
    'dispatch-maintainer.maintainerTelephone',
    'passengers-released.result',
    'submit-report.responsibility',
  ],
})

describe('the door', () => {
  it('takes a report of which much is unknown, and nothing without kind, place and moment', () => {
    const fits = (form: object) => v.safeParse(emergencyResponse.start.schema, form).success
    for (const form of [reported, grave, called, drill]) expect(fits(form)).toBe(true)
    for (const name of ['kind', 'title', 'site', 'happenedAt', 'source', 'description'])
      expect(fits({ ...called, [name]: undefined })).toBe(false)
    for (const wrong of [{ dead: -1 }, { dead: 1.5 }, { dead: '两人' }, { kind: 'constructor' }])
      expect(fits({ ...called, ...wrong })).toBe(false)
  })

  it('describes the case, and says in its title that it is an exercise', () => {
    const by = actor('dan')
    expect(emergencyResponse.describe(reported, by)).toEqual({
      title: '三车间反应釜爆炸',
      region: '330802',
      owner: 'e-1',
      site: '三车间',
    })
    expect(emergencyResponse.describe(drill, by).title).toBe('【演练】东港七路仓库起火')
    expect(emergencyResponse.describe({}, by)).toEqual({
      title: '',
      region: '',
      owner: null,
      site: null,
    })
  })

  it('is found by id and version, and waits for nobody', () => {
    expect([processes['emergency-response'], processFor('emergency-response', 1)]).toEqual([
      emergencyResponse,
      emergencyResponse,
    ])
    expect(isUrgent('emergency-response')).toBe(true)
  })
})

it('the response is named first, whatever else goes on', () => {
  const key =
    'casualties.counting|investigation.investigating|receipt.awaiting|reporting.standing|response.responding'
  expect(stateWords(emergencyResponse, key, 'internal').zh).toBe(
    '响应处置中 · 续报中 · 待上级签收 · 事故调查中',
  )
  expect(stateWords(emergencyResponse, key, 'party').zh).toBe('应急响应中 · 事故调查中')
})
