// What do clocks of a case do at the edges: estimates, pauses, corrections, reopening?
import { expect, test } from 'vitest'
import { offerCaseVerb } from '../../../domain/engine/judging/judge-verbs.ts'
import { hazardRectification } from '../../../domain/hazard-rectification/process.ts'
import type { LookedUp } from '../../../domain/model/decision-context.ts'
import type { ClockDefinition, ProcessDefinition } from '../../../domain/model/process.ts'
import { reported } from '../../hazard-rectification/samples.ts'
import { actor } from '../../support/people/cast.ts'
import { counter } from '../../support/processes/counter.ts'
import { playing, refusal } from '../acting.ts'

const at = '2026-03-02T01:00:00.000Z'
const [lin, wu, chen, fang, qi, gao] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('qi'),
  actor('gao'),
]
const [plain] = counter.clocks
if (!plain) throw new Error('the counter has a clock')
const withClock = (
  clock: Partial<ClockDefinition>,
  parts: Partial<ProcessDefinition> = {},
): ProcessDefinition => ({
  ...counter,
  ...parts,
  clocks: [{ ...plain, ...clock }],
})
const started = { region: '330802', date: '2026-03-10' }

const [late, later] = plain.escalationPolicy
if (!late || !later) throw new Error('the counter has two levels')
const lapsing = withClock({
  due: { rule: 'hazchem-licence.review' },
  escalationPolicy: [
    { ...late, force: 'legal' },
    { ...later, event: null, after: { unit: 'ND', n: 1 }, force: 'legal' },
  ],
})

test('no legal effect fires on an estimated end, nor a day after it; its clock owner is notified and decides', () => {
  const play = playing(lapsing, lin, started, '2026-12-20T01:00:00.000Z')
  const [one] = play.record().obligations
  expect(one?.provisional).toBe(true)
  expect(one?.escalationLevels.map(({ provisional }) => provisional)).toEqual([true, true])
  play.to('2027-06-01T01:00:00.000Z')
  expect(play.record().obligations[0]?.escalationLevels.map(({ status }) => status)).toEqual([
    'held',
    'held',
  ])
  expect(play.record().snapshot.context.late).toBe(0)
  const clockOwner = ['330802-bureau/section-chief']
  expect(
    play.effects.map((one) =>
      one.kind === 'notice'
        ? { about: one.about, escalationLevel: one.escalationLevel, groups: one.groups }
        : null,
    ),
  ).toEqual([
    { about: 'held', escalationLevel: null, groups: clockOwner },
    { about: 'held', escalationLevel: null, groups: clockOwner },
  ])
  play.act(chen, 'confirm-rung', {
    obligation: one?.id,
    escalationLevel: 'late',
    reason: '已核对放假安排',
  })
  expect(play.record().snapshot.context.late).toBe(1)
  expect(play.effects.at(-1)).toMatchObject({ escalationLevel: 'late', groups: clockOwner })
})

test('a pause on a ground that the rule does not know is refused at once, not when the clock shall go on', () => {
  const play = playing(lapsing, lin, started, at)
  const obligation = play.record().obligations[0]?.id
  expect(
    refusal(() => play.act(chen, 'pause-clock', { obligation, kind: 'lunch', reason: '午休' }))
      .code,
  ).toBe('invalid-input')
  expect(play.record().obligations[0]?.status).toBe('running')
})

const correct = (
  play: ReturnType<typeof playing>,
  correction: { seq: number; field: string; value: string },
  fact: LookedUp['fact'],
) => {
  const lookedUp = { people: [], fact }
  play.act(lin, 'request-correction', { ...correction, reason: '笔误' }, { lookedUp })
  play.act(chen, 'approve-correction', { seq: correction.seq }, { lookedUp })
}
const startFact = (date: string) => ({
  seq: 1,
  type: 'start',
  data: { region: '330802', date },
  actor: 'lin',
  latest: true,
})

test('a date corrected into the past ends the period, and the record says so', () => {
  const play = playing(counter, lin, { region: '330802', date: '2026-04-10' }, at)
  play.to('2026-03-20T01:00:00.000Z')
  correct(play, { seq: 1, field: 'date', value: '2026-03-10' }, startFact('2026-04-10'))
  expect(play.facts.map(({ type }) => type)).toEqual([
    'request-correction',
    'approve-correction',
    'expired',
    'escalation',
    'fall-late',
    'escalation',
  ])
  expect(play.record().obligations[0]?.status).toBe('overdue')
})

const ordered = () => {
  const play = playing(hazardRectification, qi, reported, at)
  play.act(lin, 'verify', { grade: 'general', findings: '属实' })
  play.act(wu, 'sign')
  play.act(lin, 'issue-order', { dueDate: '2026-03-10', requirements: '更换' })
  return play
}

test('a correction must fit the form that it corrects', () => {
  const play = ordered()
  const fact = {
    seq: 4,
    type: 'issue-order',
    data: { dueDate: '2026-03-10', requirements: '更换' },
    actor: 'lin',
    latest: true,
  }
  const wanted = { seq: 4, field: 'dueDate', value: 'tomorrow', reason: '笔误' }
  expect(
    refusal(() => play.act(lin, 'request-correction', wanted, { lookedUp: { people: [], fact } }))
      .code,
  ).toBe('invalid-input')
  const openTasks = { seq: 2, type: 'claim', data: { task: 'verify' }, actor: 'lin', latest: true }
  const other = { seq: 2, field: 'task', value: 'order', reason: '笔误' }
  expect(
    refusal(() =>
      play.act(lin, 'request-correction', other, { lookedUp: { people: [], fact: openTasks } }),
    ).code,
  ).toBe('invalid-input')
})

test('the correction of an earlier statement leaves the later one of its kind alone', () => {
  const play = ordered()
  play.act(qi, 'report-rectified', { description: '已更换' })
  play.act(wu, 're-check-failed', { reasons: '仍有泄漏', dueDate: '2026-03-20' })
  play.act(qi, 'report-rectified', { description: '再次更换' })
  const earlier = {
    seq: 5,
    type: 'report-rectified',
    data: { description: '已更换' },
    actor: 'qi',
    latest: false,
  }
  correct(play, { seq: 5, field: 'description', value: '已更换并校验' }, earlier)
  expect(play.record().data['report-rectified']?.description).toBe('再次更换')
})

test('asking for a correction makes nobody’s view stale', () => {
  const play = playing(counter, lin, started, at)
  const before = play.record().material
  play.act(
    lin,
    'request-correction',
    { seq: 1, field: 'date', value: '2026-03-11', reason: '笔误' },
    { lookedUp: { people: [], fact: startFact('2026-03-10') } },
  )
  expect(play.record().material).toEqual(before)
})

const closed = (process: ProcessDefinition) => {
  const play = playing(process, lin, started, at)
  play.act(lin, 'finish')
  play.act(chen, 'approve', { outcome: 'yes' })
  play.act(fang, 'sign')
  expect(play.record().status).toBe('closed')
  return play
}

test('a closed case offers nothing that nobody would carry out', () => {
  const play = closed(counter)
  const lookedUp = { people: [], fact: startFact('2026-03-10') }
  const wanted = { seq: 1, field: 'date', value: '2026-03-11', reason: '笔误' }
  expect(refusal(() => play.act(lin, 'request-correction', wanted, { lookedUp })).code).toBe(
    'case-closed',
  )
})

test('a reopened case runs the clocks that its process starts then', () => {
  const play = closed(
    withClock(
      { due: { rule: 'hazchem-licence.review' }, startsOn: ['start', 'reopen'] },
      { reopen: { value: 'counting', by: [plain.clockOwner] } },
    ),
  )
  play.act(chen, 'reopen', { reason: '判决撤销' })
  expect(play.record()).toMatchObject({ status: 'open', generation: 2 })
  expect(play.record().obligations.map(({ status }) => status)).toEqual(['met', 'running'])
})

test('24:00 of the last day is already late, for the state and for the period alike', () => {
  const play = playing(counter, lin, started, at)
  play.to('2026-03-10T16:00:00.000Z')
  play.act(lin, 'finish')
  expect(play.record().obligations[0]?.status).toBe('met-late')
})

test('a date that a document has set is moved by the act that the law knows for it, and by no stretching of the clock', () => {
  const play = ordered()
  const obligation = play.record().obligations.find(({ clock }) => clock === 'rectification')?.id
  const request = { obligation, by: 400, reason: '备件未到' }
  const refused = refusal(() => play.act(chen, 'extend-clock', request))
  expect([refused.code, refused.words]).toEqual([
    'not-possible-now',
    expect.stringContaining('“整改期限”止于文书或者法律确定的日期'),
  ])
  expect(refused.words).toContain('同意延期')
  expect(refusal(() => play.act(lin, 'extend-clock', request)).words).not.toContain('整改期限')
  expect(offerCaseVerb(hazardRectification, play.record(), chen, 'extend-clock')).toMatchObject({
    allowed: false,
  })
  expect(play.record().obligations.at(-1)).toMatchObject({ due: '2026-03-10', extensions: [] })
})

test('the date of an instruction is the leader’s own: he may lengthen it', () => {
  const play = ordered()
  play.act(gao, 'instruct', { instruction: '请查明原因', dueDate: '2026-03-12' })
  const obligation = play.record().obligations.find(({ clock }) => clock === 'instruction')?.id
  play.act(gao, 'extend-clock', { obligation, by: 3, reason: '材料较多' })
  expect(play.record().obligations.at(-1)).toMatchObject({
    clock: 'instruction',
    due: '2026-03-15',
  })
})
