// Can an enterprise tell, by the words of states or by what an act is answered, that somebody outside has reported it?
import { describe, expect, test } from 'vitest'
import { isStale, judge, materialOf } from '../../domain/engine/judging/judge.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { stateKey, statesOf } from '../../domain/model/chart.ts'
import { processes } from '../../domain/processes.ts'
import { caseVerbs, taskVerbs } from '../../domain/tasks/verbs.ts'
import { acts } from '../../domain/views/acts.ts'
import { stateWords } from '../../domain/views/state-words.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor } from '../support/people/cast.ts'
import { done, opened, type Situation } from '../support/walks/walk.ts'

const at = '2026-03-02T01:00:00.000Z'
const [qi, lin, wu, gao] = [actor('qi'), actor('lin'), actor('wu'), actor('gao')]
const { enterprise: _, suspectedMajor: __, ...told } = reported

const verified = (from: Situation): Situation => {
  const enterprise = from.record.owner === null ? { enterprise: reported.enterprise } : {}
  return done(
    process,
    done(process, from, lin, 'verify', { grade: 'general', findings: '属实', ...enterprise }),
    wu,
    'sign',
  )
}
const byPublic = verified(opened(process, { kind: 'public', id: 'public-1' }, told, at))
const byInspector = verified(opened(process, lin, reported, at))
const instructed = done(process, byInspector, gao, 'instruct', {
  instruction: '从快办理',
  dueDate: '2026-03-05',
})
const wordsOf = ({ record }: Situation) =>
  stateWords(process, stateKey(record.snapshot.value), 'party')

describe('the words of a state', () => {
  test('are the same whoever has reported, and whatever a leader asks inside', () => {
    expect(stateKey(byPublic.record.snapshot.value)).toContain('reporter.due')
    expect(stateKey(instructed.record.snapshot.value)).toContain('instruction.open')
    for (const one of [byPublic, instructed]) expect(wordsOf(one)).toEqual(wordsOf(byInspector))
    expect(wordsOf(byPublic).zh).toBe('已核实，等待整改指令')
  })
  test.each(Object.values(processes))('of $id never say that there is nothing', (one) => {
    const said = statesOf(one.machine).map(({ name }) => stateWords(one, name, 'party').zh)
    expect(said).not.toContain('无')
  })
})

describe('an act of the enterprise is answered alike', () => {
  const answerTo = (
    { record, decisionContext }: Situation,
    type: string,
    taskId: string | null,
    data = {},
  ) => judge(process, record, qi, { type, data, taskId }, decisionContext)
  const hidden = ['c-1:answer-reporter:1', 'c-1:answer-instruction:1']

  test.each([...Object.keys(process.events), ...Object.keys(taskVerbs), ...Object.keys(caseVerbs)])(
    '%s',
    (type) => {
      for (const one of [byPublic, instructed])
        for (const taskId of [null, ...hidden, 'c-1:order:1'])
          expect(answerTo(one, type, taskId), `${type} ${taskId}`).toEqual(
            answerTo(byInspector, type, taskId),
          )
    },
  )
  test('a task kept from it is none, an act kept from it is never possible', () => {
    for (const taskId of hidden)
      expect(answerTo(byPublic, 'urge', taskId, { reason: '请尽快' })).toMatchObject({
        allowed: false,
        code: 'task-not-open',
      })
    expect(answerTo(byPublic, 'answer-reporter', null)).toMatchObject({
      allowed: false,
      code: 'not-possible-now',
    })
    expect(answerTo(byPublic, 'urge', null, { reason: '请尽快' })).toEqual({ allowed: true })
  })
  test('the acts that it reads are the same', () => {
    const read = ({ record, decisionContext }: Situation) =>
      acts(process, record, qi, decisionContext)
    for (const one of [byPublic, instructed]) expect(read(one)).toEqual(read(byInspector))
  })
  test('and so is what it had seen before', () => {
    const ordered = [byPublic, byInspector].map((one) =>
      done(process, one, lin, 'issue-order', { dueDate: '2026-03-20', requirements: '整改' }),
    )
    for (const [index, { record }] of ordered.entries()) {
      const seen = materialOf([byPublic, byInspector][index]!.record)
      for (const act of [
        { type: 'answer-reporter', taskId: null },
        { type: 'urge', taskId: hidden[0]! },
      ])
        expect(
          isStale(process, record, { ...act, data: {} }, seen, qi),
          `${index} ${act.type}`,
        ).toBe(true)
    }
  })
})
