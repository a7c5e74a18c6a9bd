// 委派: who decides while somebody else works on a task, and how does it come back?
import { expect, test } from 'vitest'
import { actor, everybody } from '../support/cast.ts'
import { deskOf, signedBy } from '../support/desk.ts'
import { refusal } from './acting.ts'

const [wu, chen, fang, gao] = ['wu', 'chen', 'fang', 'gao'].map(actor)
if (!wu || !chen || !fang || !gao) throw new Error('people.ts has changed')

const desk = () => deskOf(signedBy(undefined), everybody())
const yes = { outcome: 'yes' }

test('delegated: who works on it decides nothing and hands it back; nobody decides meanwhile', () => {
  const play = desk()
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  expect(play.task('check')).toMatchObject({ assignee: { id: 'wu' } })
  expect(refusal(() => play.act(chen, 'approve', yes)).words).toContain('已委派吴检查办理')
  expect(refusal(() => play.act(fang, 'return', { to: 'counting', reason: '不清楚' })).code).toBe('not-allowed')
  expect(refusal(() => play.act(wu, 'release', { reason: '不便' })).code).toBe('not-allowed')
  expect(refusal(() => play.act(fang, 'hand-back', { opinion: '已核' })).code).toBe('none')
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(wu, 'hand-back', { opinion: '已核，属实' })
  expect(play.facts.at(-1)).toMatchObject({ type: 'hand-back', actor: { id: 'wu' }, data: { opinion: '已核，属实', assignee: '陈科长' } })
  play.act(chen, 'approve', yes)
  expect(play.record().status).toBe('closed')
})

test('re-assigning ends a delegation', () => {
  const play = desk()
  play.act(chen, 'delegate', { to: 'wu', reason: '请先核' })
  play.act(gao, 'reassign', { to: 'fang', reason: '陈科长出差' })
  expect(play.task('check')).toMatchObject({ assignee: { id: 'fang' } })
  play.act(fang, 'approve', yes)
  expect(play.record().status).toBe('closed')
})
