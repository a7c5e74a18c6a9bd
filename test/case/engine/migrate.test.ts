// Does a case of the first chart come over to the present one as it was worked, or say why it cannot?
import { describe, expect, test } from 'vitest'
import { migrate, migrated } from '../../../domain/engine/migrate.ts'
import { hazardRectification1 } from '../../../domain/hazard-rectification/process@1.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import { versionsOf } from '../../../domain/processes.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { decisionContextAt, exploreNovel, opened, type Samples } from '../../support/walks/walk.ts'
import { playing, refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const forms: Samples = {
  verify: [
    { grade: 'general', findings: '属实' },
    { grade: 'major', findings: '属实' },
  ],
  reject: [{ reason: '不属实' }],
  'issue-order': [{ dueDate: '2026-03-10', requirements: '更换' }],
  'report-rectified': [{ description: '已更换' }],
  're-check-passed': [{ findings: '合格' }],
  're-check-failed': [{ reasons: '仍有泄漏', dueDate: '2026-06-30' }],
  'write-off': [{ publicSummary: '已整改' }],
  acknowledge: [{ measures: '已约谈' }],
  sign: [{}],
  return: [{ to: 'handling.verifying', reason: '重新核实' }],
}
const situations = exploreNovel(
  hazardRectification1,
  [opened(hazardRectification1, actor('qi'), reported, at)],
  everybody(),
  forms,
)
const answers = situations.map(({ record }) => ({
  record,
  answer: migrated(hazardRectification, record),
}))

test('both charts are there, the newest first', () => {
  expect(versionsOf('hazard-rectification').map(({ version }) => version)).toEqual([2, 1])
})

describe('every situation of the first chart', () => {
  test('comes over to a state that the present chart has, or says why not in both languages', () => {
    for (const { answer } of answers) {
      if ('zh' in answer) expect(answer.zh && answer.en).toMatch(/\S/)
      else expect(answer.snapshot.context).toMatchObject({ publicReport: false, stopped: false })
    }
    expect(answers.filter(({ answer }) => 'snapshot' in answer).length).toBeGreaterThan(20)
  })

  test('stays because it is closed, half signed, or a major hazard already ordered', () => {
    const reasons = new Set(answers.flatMap(({ answer }) => ('zh' in answer ? [answer.en] : [])))
    expect([...reasons].map((reason) => reason.slice(0, 20)).sort()).toEqual([
      'A hand stands under ',
      'A major hazard alrea',
      'The case is closed',
    ])
  })

  test('keeps its number, its periods and the tasks whose step goes on; only missing tasks are opened', () => {
    for (const { record, answer } of answers.filter(({ answer }) => 'snapshot' in answer)) {
      if ('zh' in answer) continue
      const { record: now, facts } = migrate(
        hazardRectification,
        record,
        decisionContextAt('2026-08-01T01:00:00.000Z'),
      )
      expect(now).toMatchObject({
        number: record.number,
        chart: 2,
        revision: record.revision + 1,
        obligations: record.obligations,
      })
      const kept = Object.values(record.openTasks).filter(({ state }) =>
        Object.values(now.openTasks).some((task) => task.state === state),
      )
      for (const task of kept) expect(now.openTasks[task.id]).toEqual(task)
      expect(facts.map(({ type, before, after }) => [type, before, after])).toEqual([
        ['migrated', stateKey(record.snapshot.value), stateKey(now.snapshot.value)],
      ])
    }
  })
})

describe('a case that came over', () => {
  const play = () => playing(hazardRectification1, actor('qi'), reported, at)

  test('goes on under the present chart to its end', () => {
    const old = play()
    old.act(actor('lin'), 'verify', { grade: 'general', findings: '属实' })
    old.act(actor('wu'), 'sign')
    old.act(actor('lin'), 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
    const { record } = migrate(
      hazardRectification,
      old.record(),
      decisionContextAt('2026-03-05T01:00:00.000Z'),
    )
    const now = playing(hazardRectification, actor('qi'), reported, at, record)
    now.to('2026-03-05T01:00:00.000Z')
    expect(
      refusal(() =>
        now.act(actor('wu'), 'apply-acceptance', { description: '已换', assessment: '合格' }),
      ).code,
    ).toBe('not-allowed')
    now.act(actor('mao'), 'report-rectified', { description: '已更换' })
    now.act(actor('wu'), 're-check-passed', { findings: '合格' })
    now.act(actor('chen'), 'write-off', { publicSummary: '已核销' })
    expect(now.record()).toMatchObject({ status: 'closed', chart: 2 })
  })

  test('gains the measures on the spot when it was major and nothing had been ordered', () => {
    const old = play()
    old.act(actor('lin'), 'verify', { grade: 'major', findings: '属实' })
    old.act(actor('wu'), 'sign')
    const { record } = migrate(
      hazardRectification,
      old.record(),
      decisionContextAt('2026-03-05T01:00:00.000Z'),
    )
    expect(Object.values(record.openTasks).map(({ task }) => task)).toEqual(['take-measures'])
  })

  test('does not come over twice', () => {
    const { record } = migrate(hazardRectification, play().record(), decisionContextAt(at))
    expect(refusal(() => migrate(hazardRectification, record, decisionContextAt(at))).code).toBe(
      'not-possible-now',
    )
  })
})
