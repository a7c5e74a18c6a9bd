// 退回: is everything after it done again, or carried over as far as the rules allow, and what stands no longer?
import { expect, test } from 'vitest'
import { stateKey } from '../../../domain/model/chart.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { fourSteps as process } from '../../support/processes/four-steps.ts'
import { tasksOf } from '../../support/processes/task-operations.ts'
import { refusal } from '../acting.ts'

const [lin, wu, chen, fang, gao] = ['lin', 'wu', 'chen', 'fang', 'gao'].map(actor)
if (!lin || !wu || !chen || !fang || !gao) throw new Error('people.ts has changed')

const back = (to: string, way?: string) => ({ to, reason: '数额有误', ...(way ? { way } : {}) })
const stateOf = (play: Play) => stateKey(play.record().snapshot.value)
type Play = ReturnType<typeof atSigning>

/** Written, checked by two and approved: the leader has it. */
const atSigning = () => {
  const play = tasksOf(process, everybody())
  play.act(lin, 'add', { n: 1 })
  play.act(lin, 'check')
  play.act(wu, 'sign')
  play.act(chen, 'approve')
  return play
}

test('returned to be done again: every step after it waits for its people again', () => {
  const play = atSigning()
  play.act(fang, 'return', back('writing'))
  play.act(lin, 'add', { n: 2 })
  expect(stateOf(play)).toBe('checking')
  expect(play.task('check')).toMatchObject({ id: 'c-1:check:2', signatures: [] })
})

test('returned straight: the step is done again, what lies between is carried over under the names of those who gave it', () => {
  const play = atSigning()
  play.act(fang, 'return', back('writing', 'straight'))
  play.act(lin, 'add', { n: 2 })
  expect(stateOf(play)).toBe('signing')
  const carried = play.facts.slice(-2)
  expect(carried).toMatchObject([
    {
      type: 'carried',
      actor: { kind: 'system' },
      data: { act: 'check', of: 4, name: '吴检查' },
      before: 'checking',
      after: 'approving',
    },
    {
      type: 'carried',
      data: { act: 'approve', of: 5, name: '陈科长' },
      before: 'approving',
      after: 'signing',
    },
  ])
  const item = timelineItem(process, { ...carried[1], seq: 9, hash: '' } as never, 'internal')
  expect(item?.title.zh).toBe('沿用：审核（陈科长，记录第5条）')
  expect(timelineItem(process, { ...carried[1], seq: 9, hash: '' } as never, 'party')).toBe(null)
})

test('straight back checks the guards again: what no longer passes is done again by people, and it says why', () => {
  const play = atSigning()
  play.act(fang, 'return', back('writing', 'straight'))
  play.act(lin, 'add', { n: 20 })
  expect(stateOf(play)).toBe('checking')
  expect(play.facts.at(-1)).toMatchObject({
    type: 'not-carried',
    data: { reason: { zh: '数额已超过上限' } },
  })
  const item = timelineItem(
    process,
    { ...play.facts.at(-1), seq: 9, hash: '' } as never,
    'internal',
  )
  expect(item?.fields.map(({ value }) => value.zh)).toContain('数额已超过上限')
})

test('a step done again with another outcome goes where that leads', () => {
  const play = atSigning()
  play.act(fang, 'return', back('writing', 'straight'))
  play.act(lin, 'drop')
  expect(play.record().status).toBe('closed')
})

test('returning into a countersigned step recreates its signers; earlier signatures never count', () => {
  const play = atSigning()
  play.act(fang, 'return', back('checking', 'straight'))
  expect(play.task('check')).toMatchObject({ id: 'c-1:check:2', signatures: [], proposal: null })
  play.act(lin, 'check')
  expect(stateOf(play)).toBe('checking')
  play.act(wu, 'sign')
  expect(stateOf(play)).toBe('signing')
})

test('a return within a return: the stack leads back step by step', () => {
  const play = atSigning()
  play.act(fang, 'return', back('checking', 'straight'))
  play.act(lin, 'return', back('writing', 'straight'))
  expect(play.record().returns).toHaveLength(2)
  play.act(lin, 'add', { n: 2 })
  expect(stateOf(play)).toBe('checking')
  expect(play.record().returns).toHaveLength(1)
  play.act(lin, 'check')
  play.act(wu, 'sign')
  expect(stateOf(play)).toBe('signing')
  expect(play.record().returns).toEqual([])
})

test('the straight way back is taken back as one: the step lies before its people again, and still knows the way', () => {
  const play = atSigning()
  play.act(fang, 'return', back('writing', 'straight'))
  play.act(lin, 'add', { n: 2 })
  play.act(lin, 'take-back', { reason: '写错' })
  expect(stateOf(play)).toBe('writing')
  expect(play.record().returns).toHaveLength(1)
  play.act(lin, 'add', { n: 3 })
  expect(stateOf(play)).toBe('signing')
  expect(play.record().snapshot.context).toEqual({ sum: 4 })
})

test('a return is taken back until the earlier step has been opened', () => {
  const play = atSigning()
  play.act(fang, 'close')
  play.act(fang, 'take-back', { reason: '写错' })
  play.act(fang, 'return', back('approving'))
  play.act(fang, 'take-back', { reason: '写错' })
  expect(stateOf(play)).toBe('signing')
  expect(play.record().returns).toEqual([])
  play.act(fang, 'return', back('approving'))
  play.act(chen, 'open')
  expect(refusal(() => play.act(fang, 'take-back', { reason: '写错' })).words).toContain('已经查阅')
})

test('returned in the middle of a sequence: the signatures so far count no more', () => {
  const play = atSigning()
  play.act(fang, 'close')
  play.act(gao, 'return', back('approving', 'straight'))
  play.act(chen, 'approve')
  const task = play.task('sign-off')
  expect(task && [task.groups, standing(task)]).toEqual([['330802-bureau/section-chief'], []])
})

test('reminders come back with the step: a period that the returned act had met runs again to its old date', () => {
  const play = atSigning()
  expect(play.record().obligations).toMatchObject([{ clock: 'count', status: 'met' }])
  play.act(fang, 'return', back('checking'))
  expect(play.record().obligations).toMatchObject([
    { clock: 'count', status: 'running', due: '2026-03-10' },
  ])
  expect(play.record().obligations[0]?.escalationLevels.map(({ status }) => status)).toEqual([
    'planned',
    'planned',
  ])
  play.act(lin, 'check')
  play.act(wu, 'sign')
  expect(play.record().obligations).toMatchObject([{ status: 'met' }])
})

test('a step that time has ended is said to be skipped, with those who had not signed, and nobody has done it', () => {
  const play = tasksOf(process, everybody())
  play.act(lin, 'add', { n: 1 })
  play.act(lin, 'add-signer', { to: 'gao', position: 'before', reason: '请把关' })
  play.to('2026-03-12T01:00:00.000Z')
  const fact = play.facts.find(({ type }) => type === 'fall-late')
  expect(fact).toMatchObject({
    actor: { kind: 'clock' },
    data: { skipped: ['check'], unsigned: ['高局长'] },
  })
  const item = timelineItem(process, { ...fact, seq: 9, hash: '' } as never, 'internal')
  expect(item?.fields.map(({ label, value }) => `${label.zh}：${value.zh}`)).toEqual([
    '逾期未办，跳过：校核',
    '未签署：高局长',
  ])
  expect(play.record().trail?.map(({ type }) => type)).toEqual(['add'])
  expect(refusal(() => play.act(gao, 'sign')).code).not.toBe('none')
})

test('the chart allows what it draws, and no other way is chosen', () => {
  const play = atSigning()
  expect(refusal(() => play.act(fang, 'return', back('done'))).code).toBe('invalid-input')
  expect(refusal(() => play.act(fang, 'return', back('writing', 'sideways'))).code).toBe(
    'invalid-input',
  )
  expect(refusal(() => play.act(gao, 'return', back('writing'))).code).toBe('not-allowed')
})

test('a record of earlier days knows no acts between: it comes back step by step, and says so', () => {
  const play = atSigning()
  delete play.record().trail
  play.act(fang, 'return', back('writing', 'straight'))
  play.act(lin, 'add', { n: 1 })
  expect(stateOf(play)).toBe('checking')
  expect(play.facts.at(-1)?.type).toBe('not-carried')
})

test('carried over a second time, an act is still the one that was given', () => {
  const play = atSigning()
  for (const n of [1, 2]) {
    play.act(fang, 'return', back('writing', 'straight'))
    play.act(lin, 'add', { n })
    expect(play.facts.at(-1)).toMatchObject({
      type: 'carried',
      data: { act: 'approve', of: 5, name: '陈科长' },
    })
  }
})
