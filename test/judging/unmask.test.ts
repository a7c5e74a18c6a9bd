// Through which post may somebody look at what is confidential: that of a task of the authorities, or of the handling office’s chief?
import { expect, test } from 'vitest'
import { decide } from '../../domain/engine/decide.ts'
import { applyUnmask, looksBy, unmaskable } from '../../domain/engine/judging/unmask.ts'
import { hazardRectification as process } from '../../domain/hazard-rectification/process.ts'
import { secretAnswers } from '../../domain/model/confidential.ts'
import { draftOf } from '../../domain/model/draft.ts'
import type { CaseRecord, OpenTask } from '../../domain/model/record.ts'
import type { Appointment } from '../../domain/organisation/actor.ts'
import { reported } from '../hazard-rectification/samples.ts'
import { actor, devices } from '../support/people/cast.ts'
import { at, inspectors, standingInFor, taskWith } from '../support/tasks-made-up.ts'
import { decisionContextAt, opened } from '../support/walks/walk.ts'

const { enterprise: _, suspectedMajor: __, ...rest } = reported
const { record: real } = opened(
  process,
  { kind: 'public', id: 'p-1' },
  { ...rest, contact: '13800001111' },
  at,
)
const enterprise = 'enterprise:e-1/enterprise-safety'
const held = (who: string, name = '') => ({ assignee: { id: who, name } })
const withTasks = (...tasks: OpenTask[]): CaseRecord => ({
  ...real,
  openTasks: Object.fromEntries(tasks.map((task, nth) => [`t-${nth}`, task])),
})
const looks = (record: CaseRecord, who: string, post?: Appointment) =>
  looksBy(process, record, who)(post ?? (actor(who).appointments[0] as Appointment))

test('who holds one of the tasks of the authorities looks, and only he', () => {
  const record = withTasks(taskWith(held('wu')), taskWith(held('lin')))
  expect(looks(record, 'lin')).toBe(true)
  expect(looks(record, 'zhou')).toBe(false)
})

test('who holds only a task of the enterprise does not look', () => {
  expect(looks(withTasks(taskWith({ ...held('lin'), groups: [enterprise] })), 'lin')).toBe(false)
  expect(
    looks(withTasks(taskWith({ ...held('lin'), groups: [enterprise, inspectors] })), 'lin'),
  ).toBe(true)
  expect(looks(withTasks(taskWith(held('qi'))), 'qi')).toBe(false)
})

test('who stands in for the holder looks through that post alone', () => {
  const record = withTasks(taskWith(held('wu')))
  const [own, lent] = standingInFor('lin', 'wu').appointments as [Appointment, Appointment]
  expect(looks(record, 'lin', lent)).toBe(true)
  expect(looks(record, 'lin', own)).toBe(false)
})

test('the chief of an office that has a task looks; the chief of another does not', () => {
  expect(looks(withTasks(taskWith()), 'chen')).toBe(true)
  expect(looks(withTasks(taskWith({ groups: ['330881-bureau/inspector'] })), 'chen')).toBe(false)
  expect(
    looks(
      withTasks(taskWith({ groups: ['330881-bureau/inspector', enterprise] }), taskWith()),
      'chen',
    ),
  ).toBe(true)
})

test('where only the enterprise has a task, or the case is closed, the chief of the county of the case looks', () => {
  expect(looks(withTasks(taskWith({ groups: [enterprise] })), 'chen')).toBe(true)
  expect(looks(withTasks(), 'chen')).toBe(true)
  const far = {
    ...withTasks(taskWith({ groups: ['330881-bureau/inspector'] })),
    status: 'closed' as const,
  }
  expect(looks(far, 'chen')).toBe(true)
})

test('only people of the authorities are shown anything, through any of their posts', () => {
  const record = withTasks(taskWith())
  expect(unmaskable(process, record, actor('chen'))).toEqual(['contact'])
  const both = {
    ...actor('chen'),
    appointments: [...actor('lin').appointments, ...actor('chen').appointments],
  }
  expect(unmaskable(process, record, both)).toEqual(['contact'])
  expect(unmaskable(process, record, { ...both, enterprise: 'e-1' })).toEqual([])
  expect(unmaskable(process, record, devices)).toEqual([])
  expect(unmaskable(process, record, { ...both, kind: 'public' } as never)).toEqual([])
})

test('the record says who looked at which field, when and why, among the authorities, and never what it says', () => {
  const data = { field: 'contact', reason: '电话核实' }
  const command = { type: 'unmask', data, by: actor('chen'), occurredAt: at }
  const { facts } = applyUnmask(
    process,
    draftOf(real),
    command,
    decisionContextAt('2026-03-02T01:00:05.000Z'),
  )
  const words = secretAnswers(process, real.data)[0]?.field.words
  expect(facts).toMatchObject([
    {
      type: 'unmask',
      occurredAt: at,
      recordedAt: '2026-03-02T01:00:05.000Z',
      audience: 'internal',
      actor: { id: 'chen' },
    },
  ])
  expect(facts[0]?.data).toEqual({ ...data, fieldName: words })
  expect(JSON.stringify(facts)).not.toContain('13800001111')
  const other = applyUnmask(
    process,
    draftOf(real),
    { ...command, data: { field: 'nothing', reason: '' } },
    decisionContextAt(at),
  )
  expect(other.facts[0]?.data.fieldName).toBe(undefined)
})

test('who looks changes nothing in the case but its record', () => {
  const command = {
    type: 'unmask',
    data: { field: 'contact', reason: '电话核实' },
    taskId: null,
    by: actor('chen'),
    ifMatch: null,
    occurredAt: at,
  }
  const done = decide(process, real, command, decisionContextAt(at))
  expect(done.facts.map(({ type }) => type)).toEqual(['unmask'])
  expect(done.record).toMatchObject({
    snapshot: real.snapshot,
    openTasks: real.openTasks,
    material: real.material,
    undo: real.undo,
  })
})
