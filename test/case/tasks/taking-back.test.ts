// What does 撤回 give back, what does it leave as others have made it since, and who hears of it?
import { expect, test } from 'vitest'
import { hazardRectification as process } from '../../../domain/hazard-rectification/process.ts'
import { timelineItem } from '../../../domain/views/timeline.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { playing, refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, zhou, chen, qi, gao] = [
  actor('lin'),
  actor('wu'),
  actor('zhou'),
  actor('chen'),
  actor('qi'),
  actor('gao'),
]

const ordered = (dueDate = '2026-03-10') => {
  const play = playing(process, qi, reported, at)
  play.act(lin, 'verify', { grade: 'general', findings: '属实' })
  play.act(wu, 'sign')
  play.act(lin, 'issue-order', { dueDate, requirements: '更换' })
  return play
}

test('a colleague’s claim of another task outlives it', () => {
  const play = ordered()
  play.to('2026-03-12T01:00:00.000Z')
  play.act(qi, 'report-rectified', { description: '已更换' })
  play.act(chen, 'claim')
  play.act(qi, 'take-back', { reason: '照片不全' })
  expect(play.task('acknowledge-red')?.assignee?.id).toBe('chen')
  expect(play.task('rectify')?.id).toBe('c-1:rectify:1')
  expect(play.record().obligations.map(({ clock, status }) => `${clock} ${status}`)).toEqual([
    'verification met',
    'rectification overdue',
    're-check running',
    're-check cancelled',
  ])
})

test('an act after which a clock was extended is not taken back', () => {
  const play = playing(process, qi, reported, at)
  play.act(gao, 'instruct', { instruction: '请查明原因', dueDate: '2026-03-12' })
  const obligation = play.record().obligations.find(({ clock }) => clock === 'instruction')?.id
  play.act(lin, 'verify', { grade: 'general', findings: '属实' })
  play.act(wu, 'sign')
  play.act(lin, 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  play.act(gao, 'extend-clock', { obligation, by: 5, reason: '备件未到' })
  expect(refusal(() => play.act(lin, 'take-back', { reason: '写错' })).code).toBe('not-allowed')
})

test('who was notified of the act is told that it no longer stands', () => {
  const play = ordered()
  play.act(lin, 'take-back', { reason: '内部理由' })
  const fact = play.facts.at(-1)
  expect(fact).toMatchObject({ type: 'take-back', audience: 'party' })
  const item = timelineItem(process, { ...fact, seq: 1 } as never, 'party')
  expect(item?.title).toEqual({ zh: '上一步已撤回', en: 'The last step was taken back' })
  expect(JSON.stringify(item)).not.toContain('内部理由')
  expect(play.effects.at(-1)).toMatchObject({
    about: 'take-back',
    groups: ['enterprise:e-1/enterprise-principal', 'enterprise:e-1/enterprise-safety'],
  })
  expect(JSON.stringify(play.effects.at(-1))).not.toContain('内部理由')
})

test('it stays possible after an order so short that its reminder lies before it, and no reminder is said to have been skipped', () => {
  const play = ordered('2026-03-03')
  expect(play.facts.map(({ type }) => type)).toEqual(
    ['verify', 'issue-order'].flatMap((type) => (type === 'verify' ? ['sign', type] : [type])),
  )
  play.act(lin, 'take-back', { reason: '写错' })
  expect(play.record().snapshot.value).toMatchObject({ handling: 'ordering' })
})

test('a task opened after it has a number of its own', () => {
  const play = ordered()
  play.act(lin, 'take-back', { reason: '写错' })
  play.act(zhou, 'issue-order', { dueDate: '2026-03-11', requirements: '更换' })
  expect(play.task('rectify')?.id).toBe('c-1:rectify:2')
})

test('what the reporter has been answered is not taken back', () => {
  const play = playing(process, lin, { ...reported, source: 'hotline' }, at)
  play.act(lin, 'verify', { grade: 'general', findings: '属实' })
  play.act(wu, 'sign')
  play.act(lin, 'answer-reporter', { answer: '经查不属实' })
  expect(refusal(() => play.act(lin, 'take-back', { reason: '写错' })).code).toBe('not-allowed')
})
