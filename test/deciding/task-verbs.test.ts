// What does a verb on a task leave in the record, and what is remembered of who has acted?
import { expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import type { Command } from '../../domain/model/command.ts'
import type { DecisionContext } from '../../domain/model/decision-context.ts'
import type { ProcessDefinition } from '../../domain/model/process.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Actor } from '../../domain/organisation/actor.ts'
import { refusal } from '../case/acting.ts'
import { actor, everybody } from '../support/people/cast.ts'
import { counters } from '../support/processes/counter.ts'
import { lookedUpIn, signedBy } from '../support/processes/task-operations.ts'
import { actingFor, addedAs, at, chiefs } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const [lin, wu, _chen, fang, ji] = [
  actor('lin'),
  actor('wu'),
  actor('chen'),
  actor('fang'),
  actor('ji'),
]
const later = '2026-03-03T01:00:00.000Z'
const process = signedBy({ mode: 'all', need: 2 }, counters)
const { record: started } = opened(process, lin, { region: '330802', date: '2026-03-10' }, at)
const id = 'c-1:check:1'
const command = (by: Actor, type: string, data: Record<string, unknown> = {}): Command => ({
  type,
  data,
  taskId: null,
  by,
  ifMatch: null,
  occurredAt: later,
})
const draftAfter = (
  of: CaseRecord,
  by: Actor,
  type: string,
  data: Record<string, unknown> = {},
  on: ProcessDefinition = process,
  more: Partial<DecisionContext> = {},
) =>
  decide(on, of, command(by, type, data), {
    ...decisionContextAt('2026-03-03T02:00:00.000Z'),
    ...more,
  })
const yes = { outcome: 'yes' }
const taskIn = (of: CaseRecord) => of.openTasks[id] as OpenTask
const withTask = (more: Partial<OpenTask>, of = started): CaseRecord => ({
  ...of,
  openTasks: { [id]: { ...taskIn(of), ...more } },
})

const people = everybody()
const verb = (of: CaseRecord, by: Actor, type: string, data: Record<string, unknown>) =>
  draftAfter(of, by, type, data, process, { lookedUp: lookedUpIn(people, data) })

test('a verb on a task says who did it in which post, names beside ids, and whose it is then', () => {
  expect(verb(started, lin, 'transfer', { to: 'wu', reason: '出差' }).facts).toMatchObject([
    {
      type: 'transfer',
      occurredAt: later,
      audience: 'internal',
      actor: { id: 'lin', role: 'inspector' },
    },
  ])
  expect(verb(started, lin, 'transfer', { to: 'wu', reason: '出差' }).facts[0]?.data).toEqual({
    to: 'wu',
    reason: '出差',
    toName: '吴检查',
    task: 'check',
    assignee: '吴检查',
  })
  expect(verb(started, lin, 'copy', { to: 'ji' }).facts[0]?.data).toEqual({
    to: 'ji',
    toName: '季督办',
    task: 'check',
  })
  const post = chiefs
  expect(
    verb(started, lin, 'add-signer', { to: post, position: 'after', reason: '请' }).facts[0]?.data,
  ).toMatchObject({ toName: post })
  const added = withTask({
    added: [addedAs('gao', 'before', { no: 2, removed: at }), addedAs('ji', 'before')],
  })
  expect(
    verb(added, lin, 'remove-signer', { signer: '1', reason: '不' }).facts[0]?.data,
  ).toMatchObject({ signerName: '季督办' })
  expect('signerName' in (verb(started, lin, 'copy', { to: 'ji' }).facts[0]?.data ?? {})).toBe(
    false,
  )
})

test('a verb on a task says in which of his posts somebody did it', () => {
  const both = { ...lin, appointments: [...ji.appointments, ...lin.appointments] }
  expect(draftAfter(started, both, 'claim').facts[0]?.actor).toMatchObject({
    role: 'inspector',
    office: '330802-bureau',
  })
  const ofTwo = withTask({ groups: [chiefs, '330802-bureau/inspector'] })
  expect(draftAfter(ofTwo, both, 'claim').facts[0]?.actor).toMatchObject({
    role: 'inspector',
    office: '330802-bureau',
  })
  const nobody = draftAfter(
    withTask({ added: [addedAs('ji', 'before')], groups: [chiefs] }),
    { ...ji, appointments: [...ji.appointments, ...lin.appointments] },
    'open',
  )
  expect(nobody.facts[0]?.actor).toMatchObject({ role: 'supervisor' })
})

test('only the urging of an enterprise is shown to it', () => {
  const qi = actor('qi')
  const office = 'enterprise:e-1/enterprise-safety'
  const owned = {
    ...withTask({
      assignee: { id: 'wu', name: '吴' },
      groups: ['330802-bureau/inspector', office],
    }),
    owner: 'e-1',
  }
  const urged = (by: Actor, type = 'urge') =>
    verb(owned, by, type, type === 'urge' ? { reason: '请办' } : { to: 'ji' }).facts[0]?.audience
  expect([urged(qi), urged(lin), urged(qi, 'copy')]).toEqual(['party', 'internal', 'internal'])
})

test('a verb that changes what others decide on makes what they have read stale, another does not', () => {
  const material = (type: string, data: Record<string, unknown>) =>
    verb(started, lin, type, data).record.material.whole
  expect(material('add-signer', { to: 'ji', position: 'after', reason: '请' })).toBe(
    started.revision + 1,
  )
  expect(material('copy', { to: 'ji' })).toBe(started.material.whole)
})

test('a picture is kept of a signature that decides and of no other', () => {
  const by = { ...lin, picture: 'hash' }
  expect(draftAfter(started, by, 'claim').facts[0]?.actor.picture).toBe(undefined)
  expect(draftAfter(started, by, 'approve', yes).facts[0]?.actor.picture).toBe('hash')
  expect(
    draftAfter(started, by, 'return', { to: 'counting', reason: '不全' }).facts[0]?.actor.picture,
  ).toBe('hash')
  const proposed = draftAfter(started, wu, 'approve', yes).record
  expect(draftAfter(proposed, by, 'oppose', { opinion: '不' }).facts[0]?.actor.picture).toBe('hash')
})

test('who acts for somebody is remembered once what he does decides', () => {
  const by = actingFor('lin', 'wu')
  const held = withTask({ assignee: { id: 'wu', name: '吴检查' } })
  expect(draftAfter(held, by, 'copy', { to: 'ji' }).record.standIns).toBe(undefined)
  expect(draftAfter(held, by, 'approve', yes).record.standIns).toEqual([
    { person: 'lin', absent: 'wu' },
  ])
  expect(
    draftAfter({ ...started, standIns: [{ person: 'a', absent: 'b' }] }, lin, 'copy', { to: 'ji' })
      .record.standIns,
  ).toEqual([{ person: 'a', absent: 'b' }])
})

test('an act on what has changed since is refused with the revision that stands now', () => {
  const changed = { ...started, material: { whole: 5 }, revision: 6 }
  const stale = () =>
    decide(
      process,
      changed,
      { ...command(lin, 'approve', yes), ifMatch: 4 },
      decisionContextAt(later),
    )
  expect(refusal(stale).code).toBe('stale-revision')
  try {
    stale()
  } catch (error) {
    expect(error).toMatchObject({ reasons: [], details: { revision: 5 } })
  }
  expect(
    decide(
      process,
      changed,
      { ...command(lin, 'approve', yes), ifMatch: 5 },
      decisionContextAt(later),
    ).record.revision,
  ).toBe(7)
})

test('a refusal says its reason and the revision that stands', () => {
  try {
    draftAfter(started, fang, 'approve', yes)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({
      code: 'not-allowed',
      details: { revision: started.material.whole },
    })
  }
})
