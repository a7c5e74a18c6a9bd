// Does every act need the post and the task it belongs to, whatever task the sender names?
import { expect, test } from 'vitest'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import type { Person } from '../../../domain/organisation/actor.ts'
import { acts } from '../../../domain/views/acts.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { decisionContextAt } from '../../support/walks/walk.ts'
import { playing, refusal } from '../acting.ts'

const [lin, wu, zhou, chen, yu, qi, jiang] = [
  actor('lin'),
  actor('wu'),
  actor('zhou'),
  actor('chen'),
  actor('yu'),
  actor('qi'),
  actor('jiang'),
]
const at = '2026-03-02T01:00:00.000Z'

const ordered = () => {
  const play = playing(process, qi, reported, at)
  play.act(lin, 'verify', { grade: 'general', findings: '属实' })
  play.act(wu, 'sign')
  play.act(lin, 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  return play
}

/** The enterprise is late: its task and that of the section chief are open side by side. */
const red = () => {
  const play = ordered()
  play.to('2026-03-12T01:00:00.000Z')
  return play
}

test('an act inside a task is not opened by naming another task that is one’s own', () => {
  const play = red()
  const own = play.task('acknowledge-red')?.id as string
  expect(
    refusal(() => play.act(chen, 'report-rectified', { description: '已更换' }, { taskId: own }))
      .code,
  ).toBe('task-not-open')
  expect(play.record().snapshot.value).toMatchObject({ handling: { rectifying: 'expired' } })
})

test('the supervisor of the city cannot pass a re-check under the task of his own', () => {
  const play = red()
  play.to('2026-03-18T01:00:00.000Z')
  play.act(qi, 'report-rectified', { description: '已更换' })
  const own = play.task('acknowledge-city')?.id as string
  expect(
    refusal(() => play.act(yu, 're-check-passed', { findings: '合格' }, { taskId: own })).code,
  ).toBe('task-not-open')
})

test('a desk verb without a task works on the sender’s own task, never on another’s', () => {
  const play = red()
  play.act(chen, 'claim')
  expect(play.task('rectify')?.assignee).toBe(null)
  expect(play.task('acknowledge-red')?.assignee?.id).toBe('chen')
})

test('who belongs to the enterprise of the case acts on it only for the enterprise, whatever other post he holds', () => {
  const both: Person = { ...qi, appointments: [...qi.appointments, ...zhou.appointments] }
  const play = playing(process, lin, reported, at)
  expect(refusal(() => play.act(both, 'verify', { grade: 'general', findings: '属实' })).code).toBe(
    'not-allowed',
  )
  expect(refusal(() => play.act(both, 'claim')).code).toBe('not-allowed')
  const open = acts(process, play.record(), both, decisionContextAt(at)).filter(
    ({ allowed }) => allowed,
  )
  expect(open.map(({ type }) => type)).toEqual(['urge'])
})

test('corrections are asked for and approved by people who answer for the region', () => {
  const play = ordered()
  const correction = { seq: 4, field: 'requirements', value: '更换并校验', reason: '漏写' }
  const fact = {
    seq: 4,
    type: 'issue-order',
    data: { dueDate: '2026-03-10', requirements: '更换' },
    actor: 'lin',
    latest: true,
  }
  const lookedUp = { people: [], fact }
  expect(refusal(() => play.act(jiang, 'request-correction', correction, { lookedUp })).code).toBe(
    'not-allowed',
  )
  play.act(lin, 'request-correction', correction, { lookedUp })
  const foreign: Person = {
    ...chen,
    id: 'foreign',
    appointments: [{ office: '330881-bureau', region: '330881', role: 'section-chief' }],
  }
  expect(
    refusal(() => play.act(foreign, 'approve-correction', { seq: 4 }, { lookedUp })).code,
  ).toBe('not-allowed')
  play.act(chen, 'approve-correction', { seq: 4 }, { lookedUp })
  expect(play.record().data['issue-order']?.requirements).toBe('更换并校验')
})

test('an act is judged at the moment it was given, as the chart judges it', () => {
  const verified = () => {
    const play = playing(process, qi, reported, '2026-03-02T15:00:00.000Z')
    play.act(lin, 'verify', { grade: 'general', findings: '属实' })
    play.act(wu, 'sign')
    play.to('2026-03-02T16:00:01.000Z')
    return play
  }
  const occurredAt = '2026-03-02T15:59:59.000Z'
  const tooFar = verified()
  const order = (dueDate: string) => ({ dueDate, requirements: '更换' })
  expect(
    refusal(() => tooFar.act(lin, 'issue-order', order('2027-03-03'), { occurredAt })).code,
  ).toBe('not-allowed')
  expect(tooFar.record().obligations.some(({ clock }) => clock === 'rectification')).toBe(false)
  const inTime = verified()
  inTime.act(lin, 'issue-order', order('2026-03-03'), { occurredAt })
  expect(inTime.record().snapshot.value).toMatchObject({ handling: { rectifying: 'working' } })
})

test('whom the rules bar from deciding cannot hold the task either, by claim or by transfer', () => {
  const play = ordered()
  play.act(qi, 'report-rectified', { description: '已更换' })
  const barred = '下达整改指令的人不得复查同一隐患'
  expect(refusal(() => play.act(lin, 'claim'))).toEqual({ code: 'not-allowed', words: barred })
  expect(refusal(() => play.act(lin, 'delegate', { to: 'gao', reason: '请先核' }))).toEqual({
    code: 'not-allowed',
    words: barred,
  })
  const group = '330802-bureau/inspector'
  const lookedUp = { people: [{ id: 'lin', name: '林检查', groups: [group] }], fact: null }
  expect(
    refusal(() => play.act(wu, 'transfer', { to: 'lin', reason: '出差' }, { lookedUp })).words,
  ).toBe(barred)
  const claim = acts(process, play.record(), lin, decisionContextAt(at)).find(
    ({ type }) => type === 'claim',
  )
  expect(claim).toMatchObject({ allowed: false, reasons: [{ zh: barred }] })
  play.act(wu, 'claim')
  expect(play.task('re-check')?.assignee?.id).toBe('wu')
})

test('names that every object has are neither acts nor tasks', () => {
  const play = ordered()
  for (const name of ['constructor', 'valueOf', 'toString', '__proto__']) {
    expect(refusal(() => play.act(lin, name)).code).toBe('unknown-act')
    expect(refusal(() => play.act(lin, 'claim', {}, { taskId: name })).code).toBe('task-not-open')
  }
})
