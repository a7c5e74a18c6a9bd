// 委派: who decides while somebody else works on a task, and how does it come back?
import { expect, test } from 'vitest'
import { taskVerbs } from '../../../domain/tasks/verbs.ts'
import { acts } from '../../../domain/views/acts.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { at, signedBy, tasksOf } from '../../support/processes/task-operations.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { refusal } from '../acting.ts'

const [wu, chen, fang, gao, qi] = ['wu', 'chen', 'fang', 'gao', 'qi'].map(actor)
if (!wu || !chen || !fang || !gao || !qi) throw new Error('people.ts has changed')

const openTasks = () => tasksOf(signedBy(undefined), everybody())
const yes = { outcome: 'yes' }

test('delegated: who works on it decides nothing and hands it back; nobody decides meanwhile', () => {
  const play = openTasks()
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  expect(play.task('check')).toMatchObject({ assignee: { id: 'wu' } })
  expect(refusal(() => play.act(chen, 'approve', yes)).words).toContain('已委派吴检查办理')
  expect(refusal(() => play.act(fang, 'return', { to: 'counting', reason: '不清楚' })).code).toBe(
    'not-allowed',
  )
  expect(refusal(() => play.act(wu, 'release', { reason: '不便' })).code).toBe('not-allowed')
  expect(refusal(() => play.act(fang, 'hand-back', { opinion: '已核' })).code).toBe('none')
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(wu, 'hand-back', { opinion: '已核，属实' })
  expect(play.facts.at(-1)).toMatchObject({
    type: 'hand-back',
    actor: { id: 'wu' },
    data: { opinion: '已核，属实', assignee: '陈科长' },
  })
  play.act(chen, 'approve', yes)
  expect(play.record().status).toBe('closed')
})

test('whom the task is no matter of reads neither who works on it nor who is asked, and nothing that changes with it', () => {
  const [plain, input, added] = [openTasks(), openTasks(), openTasks()]
  input.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  added.act(chen, 'add-signer', { to: 'wu', position: 'parallel', reason: '请协助' })
  for (const type of Object.keys(taskVerbs).filter((one) => one !== 'urge')) {
    const texts = refusal(() =>
      plain.act(qi, type, { to: 'wu', signer: '1', reason: '请', opinion: '请' }),
    )
    expect(texts.code, type).toBe('not-allowed')
    for (const play of [input, added])
      expect(
        refusal(() => play.act(qi, type, { to: 'wu', signer: '1', reason: '请', opinion: '请' })),
        type,
      ).toEqual(texts)
  }
  for (const play of [plain, input, added]) {
    const read = acts(signedBy(undefined), play.record(), qi, decisionContextAt(at)).filter(
      ({ taskId, kind }) => taskId !== null && kind === 'task',
    )
    expect(read.map(({ type, allowed }) => [type, allowed])).toEqual([['urge', true]])
  }
})

test('re-assigning ends a delegation', () => {
  const play = openTasks()
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(gao, 'reassign', { to: 'fang', reason: '陈科长出差' })
  expect(play.task('check')).toMatchObject({ assignee: { id: 'fang' } })
  play.act(fang, 'approve', yes)
  expect(play.record().status).toBe('closed')
})
