// 加签, 减签: who must sign beside a task's own people, in which order, and what becomes of the act meanwhile?
import { expect, test } from 'vitest'
import { groupsOf } from '../../../domain/organisation/actor.ts'
import { pendingSigners, turnOf } from '../../../domain/tasks/signing.ts'
import { standing } from '../../../domain/tasks/tasks.ts'
import { acts } from '../../../domain/views/acts.ts'
import { signingView } from '../../../domain/views/signing-view.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { actor, everybody } from '../../support/people/cast.ts'
import { fourSteps } from '../../support/processes/four-steps.ts'
import { at, signedBy, tasksOf } from '../../support/processes/task-operations.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { refusal } from '../acting.ts'

const [lin, wu, chen, fang, gao, ji, jiang, qi] = [
  'lin',
  'wu',
  'chen',
  'fang',
  'gao',
  'ji',
  'jiang',
  'qi',
].map(actor)
if (!lin || !wu || !chen || !fang || !gao || !ji || !jiang || !qi)
  throw new Error('people.ts has changed')

const one = signedBy(undefined)
const openTasks = (process = one) => tasksOf(process, everybody())
const add = (to: string, position: string) => ({ to, position, reason: '请协助' })
const yes = { outcome: 'yes' }
const typesOf = (play: ReturnType<typeof openTasks>) => play.facts.map(({ type }) => type)

test('before: the task’s own people decide when the opinion has been heard, whichever it is', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'before'))
  expect(refusal(() => play.act(chen, 'approve', yes)).words).toContain('等待季督办签署')
  expect(refusal(() => play.act(gao, 'sign')).code).toBe('not-allowed')
  play.act(ji, 'oppose', { opinion: '不宜' })
  expect(play.task('check')?.proposal).toBe(null)
  play.act(chen, 'approve', yes)
  expect(play.record().status).toBe('closed')
  expect(play.facts.at(-1)).toMatchObject({ type: 'approve', actor: { id: 'chen' } })
})

test('parallel: the act happens when the added signer has signed too, and stays the act of who decided', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  expect(refusal(() => play.act(ji, 'sign')).code).toBe('not-allowed')
  play.act(chen, 'approve', yes)
  expect(play.record().status).toBe('open')
  play.act(ji, 'sign', { opinion: '同意' })
  expect(play.record().status).toBe('closed')
  const fact = play.facts.at(-1)
  expect(fact).toMatchObject({ type: 'approve', actor: { id: 'chen' } })
  expect(fact?.data.signatures).toEqual([
    { name: '陈科长', at, opinion: null },
    { name: '季督办', at, opinion: '同意', added: true },
  ])
  expect(typesOf(play)).toEqual(['add-signer', 'sign', 'sign', 'approve'])
})

test('after: they sign one after another, and only when the others have', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'after'))
  play.act(chen, 'add-signer', add('gao', 'after'))
  play.act(chen, 'add-signer', add('wu', 'parallel'))
  play.act(chen, 'approve', yes)
  expect(refusal(() => play.act(ji, 'sign')).code).toBe('not-allowed')
  play.act(wu, 'sign')
  expect(refusal(() => play.act(gao, 'sign')).code).toBe('not-allowed')
  play.act(ji, 'sign')
  play.act(gao, 'sign')
  expect(play.record().status).toBe('closed')
})

test('a post may be asked: whoever holds it signs, once', () => {
  const play = openTasks()
  const post = groupsOf(gao)[0] as string
  play.act(chen, 'add-signer', add(post, 'after'))
  play.act(chen, 'approve', yes)
  play.act(gao, 'sign')
  expect(play.facts.at(-2)).toMatchObject({ type: 'sign', actor: { id: 'gao', role: 'leader' } })
  expect(play.record().status).toBe('closed')
})

test('who cannot read the case, who holds no post, and whoever asks for himself, is not added', () => {
  const play = openTasks()
  expect(refusal(() => play.act(chen, 'add-signer', add('jiang', 'before'))).words).toContain(
    '没有可查阅本案的岗位',
  )
  expect(refusal(() => play.act(chen, 'add-signer', add('qi', 'before'))).words).toContain(
    '没有可查阅本案的岗位',
  )
  expect(refusal(() => play.act(chen, 'add-signer', add('nobody', 'before'))).words).toBe(
    '没有这个人或岗位',
  )
  expect(
    refusal(() => play.act(chen, 'add-signer', add('330802-police/commander', 'before'))).words,
  ).toBe('该岗位目前无人')
  expect(refusal(() => play.act(chen, 'add-signer', add('chen', 'before'))).words).toBe(
    '不能加签自己',
  )
  expect(refusal(() => play.act(ji, 'add-signer', add('gao', 'before'))).code).toBe('not-allowed')
  expect(refusal(() => play.act(chen, 'add-signer', add('ji', 'beside'))).code).toBe(
    'invalid-input',
  )
  play.act(chen, 'add-signer', add('ji', 'before'))
  expect(refusal(() => play.act(chen, 'add-signer', add('ji', 'after'))).words).toContain(
    '已经加签',
  )
})

test('an added signer who disagrees fells the proposal: every hand under it is withdrawn, and it may be proposed again', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  play.act(chen, 'approve', yes)
  expect(refusal(() => play.act(ji, 'oppose')).code).toBe('invalid-input')
  play.act(ji, 'oppose', { opinion: '依据不足' })
  const task = play.task('check')
  expect(task && [task.proposal, standing(task)]).toEqual([null, []])
  expect(task?.signatures).toHaveLength(2)
  expect(play.facts.at(-1)).toMatchObject({
    type: 'oppose',
    data: { fallen: true, opinion: '依据不足' },
  })
  play.act(chen, 'approve', { outcome: 'no' })
  play.act(ji, 'sign')
  expect(play.record().status).toBe('closed')
})

test('a signature under one proposal is not under the next', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  play.act(chen, 'add-signer', add('gao', 'parallel'))
  play.act(chen, 'approve', yes)
  play.act(ji, 'sign')
  play.act(chen, 'approve', { outcome: 'no' })
  expect(pendingSigners(play.task('check') as never).map(({ who }) => who)).toEqual(['ji', 'gao'])
  play.act(gao, 'sign')
  expect(play.record().status).toBe('open')
  play.act(ji, 'sign')
  expect(play.facts.at(-1)?.data).toMatchObject({ outcome: 'no' })
})

test('removing the last signer who is waited for lets the act happen, as that of who decided', () => {
  const play = openTasks()
  play.act(chen, 'claim')
  play.act(chen, 'add-signer', add('ji', 'after'))
  play.act(chen, 'approve', yes)
  expect(refusal(() => play.act(fang, 'remove-signer', { signer: '1', reason: '出差' })).code).toBe(
    'none',
  )
  expect(play.record().status).toBe('closed')
  expect(play.facts.slice(-2)).toMatchObject([
    { type: 'remove-signer', data: { signerName: '季督办' } },
    { type: 'approve', actor: { id: 'chen' } },
  ])
})

test('a signer is removed by who added him, the holder or the head of the office; not one who has signed, not by others', () => {
  const play = openTasks()
  play.act(chen, 'claim')
  play.act(chen, 'add-signer', add('ji', 'before'))
  expect(
    refusal(() => play.act(ji, 'remove-signer', { signer: '1', reason: '不便' })).words,
  ).toContain('减签由')
  expect(refusal(() => play.act(wu, 'remove-signer', { signer: '1', reason: '不便' })).code).toBe(
    'not-allowed',
  )
  play.act(gao, 'remove-signer', { signer: '1', reason: '出差' })
  play.act(chen, 'add-signer', add('wu', 'before'))
  play.act(wu, 'sign')
  expect(
    refusal(() => play.act(chen, 'remove-signer', { signer: '2', reason: '不便' })).words,
  ).toBe('没有待签署的加签人')
})

test('return while an added signer is pending: he is waited for no longer, and comes back with nobody’s hand', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'before'))
  play.act(chen, 'return', { to: 'counting', reason: '不清楚' })
  expect(refusal(() => play.act(ji, 'sign')).code).toBe('not-allowed')
  play.act(lin, 'finish')
  const task = play.task('check')
  expect(task).toMatchObject({ id: 'c-1:check:2', signatures: [], proposal: null })
  expect(task && turnOf(task)).toEqual({ own: true, added: [] })
})

test('an added signer who has left office signs no more; he is removed, and the case goes on', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  play.act(chen, 'approve', yes)
  const left = { ...ji, appointments: [] }
  expect(refusal(() => play.act(left, 'sign')).words).toBe('您已不在可签署本案的岗位上')
  play.act(chen, 'remove-signer', { signer: '1', reason: '已调离' })
  expect(play.record().status).toBe('closed')
})

test('taken back after an added signer signed: by the last signature alone, and the others stay', () => {
  const play = openTasks(signedBy({ mode: 'all', need: 2 }))
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  play.act(chen, 'approve', yes)
  play.act(ji, 'sign')
  play.act(fang, 'sign')
  expect(play.record().status).toBe('closed')
})

test('a signature is taken back while nobody has done anything after it; with the last own signature the proposal falls', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'parallel'))
  play.act(chen, 'add-signer', add('gao', 'parallel'))
  play.act(chen, 'approve', yes)
  play.act(ji, 'sign')
  expect(refusal(() => play.act(chen, 'take-back', { reason: '写错' })).code).toBe('not-allowed')
  play.act(ji, 'take-back', { reason: '再看' })
  const task = play.task('check')
  expect(task && standing(task).map(({ person }) => person)).toEqual(['chen'])
  play.act(chen, 'approve', { outcome: 'no' })
  play.act(chen, 'take-back', { reason: '写错' })
  expect(play.task('check')).toMatchObject({ proposal: null })
  expect(standing(play.task('check') as never)).toEqual([])
})

test('a record of earlier days, without what is new, reads and works as before', () => {
  const play = openTasks(signedBy({ mode: 'all', need: 2 }))
  play.act(chen, 'approve', yes)
  const task = play.task('check')
  if (!task?.proposal) throw new Error('no proposal')
  const { by: _, ...proposal } = task.proposal
  const old = { ...task, proposal, signers: { mode: 'all' as const, need: 2 } }
  play.record().openTasks[task.id] = old
  expect(signingView(old, null)).toMatchObject({ need: 2, added: [], delegated: null, waits: null })
  play.act(fang, 'add-signer', add('ji', 'after'))
  play.act(fang, 'sign')
  play.act(ji, 'sign')
  expect(play.facts.at(-1)).toMatchObject({ type: 'approve', actor: { id: 'fang' } })
})

test('the signatures read in words, and every verb that is closed says why', () => {
  const play = openTasks()
  play.act(chen, 'add-signer', add('ji', 'before'))
  play.act(chen, 'add-signer', add('gao', 'after'))
  const view = signingView(play.task('check') as never, null)
  expect(view.added).toMatchObject([
    { name: '季督办', state: 'next' },
    { name: '高局长', state: 'waiting' },
  ])
  expect(view.waits?.zh).toBe('等待季督办签署')
  const item = timelineItem(one, { ...play.facts[0], seq: 2, hash: '' } as never, 'internal')
  expect(item?.fields.map(({ value }) => value.zh)).toEqual([
    '季督办',
    '前加签：先听其意见，再由本岗位办理',
    '请协助',
  ])
  for (const by of everybody())
    for (const act of acts(one, play.record(), by, decisionContextAt(at)))
      expect(act.allowed || act.reasons.length > 0).toBe(true)
})

test('an opinion heard before bars nobody from deciding afterwards', () => {
  const play = openTasks(signedBy({ mode: 'all', need: 2 }))
  play.act(chen, 'add-signer', add('fang', 'before'))
  play.act(fang, 'sign')
  play.act(chen, 'approve', yes)
  play.act(fang, 'sign')
  expect(play.record().status).toBe('closed')
})

test('what a removal brought about is taken back with the signer: he is waited for again', () => {
  const play = tasksOf(fourSteps, everybody())
  play.act(lin, 'add', { n: 1 })
  play.act(lin, 'check')
  play.act(wu, 'sign')
  play.act(chen, 'add-signer', add('ji', 'after'))
  play.act(chen, 'approve')
  play.act(fang, 'remove-signer', { signer: '1', reason: '出差' })
  expect(play.task('sign-off')).toBeDefined()
  play.act(fang, 'take-back', { reason: '再等等' })
  expect(
    play.task('approve') && turnOf(play.task('approve') as never).added.map(({ who }) => who),
  ).toEqual(['ji'])
  play.act(ji, 'sign')
  expect(play.task('sign-off')).toBeDefined()
})
