// What does one command do to a case: refuse it with a reason, or change it?
import { applyDocumentVerb } from '../documents/acting.ts'
import { withoutUndone } from '../documents/undoing.ts'
import { isDocumentVerb } from '../documents/verbs.ts'
import { type Actor, markOf } from './actor.ts'
import { askedNotices } from './asked-notices.ts'
import { asWhom } from './capacity.ts'
import { candidates, regionOf } from './chart.ts'
import { agenda, type DueItem, firing, markRung, rungOf } from './clocks/ladder.ts'
import { clockOf } from './clocks/obligations.ts'
import { concluded, countersign, propose } from './decide-hands.ts'
import { straightBack } from './decide-returns.ts'
import { applyCaseVerb } from './decide-verbs.ts'
import { needsHands } from './desk/signing.ts'
import { worked } from './desk/task-desk.ts'
import { isCaseVerb, isSightVerb, isTaskVerb, taskVerbs } from './desk/verbs.ts'
import { change, type Draft, draftOf, say, touch, wish } from './draft.ts'
import { DomainError } from './errors.ts'
import { isStale, judge, materialOf } from './judge.ts'
import { askingOf, taskOfVerb } from './judge-verbs.ts'
import { handsOf, taskFor } from './judgement.ts'
import { heldNotice, rungNotice } from './notices.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord, DeskTask } from './record.ts'
import { type Command, clockEvent, happen } from './step.ts'
import { withStandIn } from './substitution.ts'
import { applyUnmask } from './unmask.ts'
import { lawOf, type World } from './world.ts'

/** One command, one revision. Throws `DomainError` with the reason when it is refused; the case is then unchanged. */
export const decide = (process: ProcessDefinition, record: CaseRecord, given: Command, world: World): Draft => {
  const command = { ...given, by: inHandOf(asWhom(process, record, given.by, given), given.type) }
  if (isStale(process, record, command, command.ifMatch, command.by))
    throw new DomainError('stale-revision', [], { revision: materialOf(record) })
  const verdict = judge(process, record, command.by, command, { ...world, at: command.occurredAt })
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reasons, { ...verdict.details, revision: materialOf(record) })
  const standIns = isHand(command.type) ? withStandIn(record.standIns, command.by) : record.standIns
  const draft = draftOf({ ...record, ...(standIns ? { standIns } : {}), revision: record.revision + 1 })
  if (isSightVerb(command.type)) return applyUnmask(process, draft, command, world)
  if (isDocumentVerb(command.type)) return applyDocumentVerb(process, draft, command, world)
  if (isCaseVerb(command.type)) return applyCaseVerb(process, draft, command, world)
  const done = isTaskVerb(command.type) ? applyTaskVerb(process, draft, command, world) : applyEvent(process, draft, command, world)
  const back = straightBack(process, record, done, command.occurredAt, world)
  return withoutUndone(process, record, back, command, world)
}

/** Acts that four eyes look at; claiming, opening, urging, serving, looking and the like decide nothing. */
const isHand = (type: string): boolean =>
  (!isTaskVerb(type) && !isDocumentVerb(type) && !isSightVerb(type)) || type === 'sign' || type === 'oppose' || type === 'return'

/** Only what decides is signed: under a claim or an urge stands nobody's handwriting. */
const inHandOf = (by: Actor, type: string): Actor => {
  if (by.kind !== 'person' || isHand(type)) return by
  const { picture: _, ...unsigned } = by
  return unsigned
}

const applyEvent = (process: ProcessDefinition, draft: Draft, command: Command, world: World): Draft => {
  const task = taskFor(
    draft.record,
    candidates(process.machine, draft.record.snapshot, command.type).map(({ from }) => from),
    command.taskId,
  )
  if (process.events[command.type]?.by !== 'task' || !task || !needsHands(task)) return send(process, draft, command, world)
  return propose(process, draft, task, command, world)
}

/** An act of one hand. */
const send = (process: ProcessDefinition, draft: Draft, { type, data, by, occurredAt: at }: Command, world: World): Draft =>
  happen(process, draft, { type, data, by, at, signatures: handsOf(undefined, by, { at }), ...lawOf(world, draft.record) }, world)

const applyTaskVerb = (process: ProcessDefinition, draft: Draft, command: Command, world: World): Draft => {
  const task = taskOfVerb(process, draft.record, command.by, command.taskId)
  if (!task || !isTaskVerb(command.type)) throw new DomainError('task-not-open')
  if (command.type === 'return') return send(process, draft, command, world)
  if (command.type === 'sign' || command.type === 'oppose') return countersign(process, draft, task, command, world)
  const next = worked(command.type, askingOf(process, draft.record, task, command.by, command.data, world), command.occurredAt)
  const moved = change(draft, { desk: { ...draft.record.desk, [task.id]: next } })
  const told = say(moved, {
    type: command.type,
    at: command.occurredAt,
    recordedAt: world.at,
    by: markOf(
      command.by,
      task.groups.find(
        (group) => command.by.kind === 'person' && command.by.appointments.some((held) => `${held.office}/${held.role}` === group),
      ),
    ),
    audience: command.type === 'urge' && command.by.kind === 'person' && command.by.enterprise !== null ? 'party' : 'internal',
    data: {
      ...command.data,
      ...namedIn(command, task, world),
      task: task.task,
      ...(next.assignee ? { assignee: next.assignee.name } : {}),
    },
  })
  const asked = wish(told, ...askedNotices(process, told.record, [task, next], command))
  const touched = taskVerbs[command.type].material ? touch(asked, regionOf(process, task.state)) : asked
  return command.type === 'remove-signer' ? concluded(process, touched, task, command, world) : touched
}

/** Names beside ids, for readers of later years. */
const namedIn = ({ data }: Command, { added = [] }: DeskTask, { lookedUp }: World): { toName?: string; signerName?: string } => {
  const to = lookedUp?.people.find(({ id }) => id === data.to) ?? lookedUp?.posts?.find(({ group }) => group === data.to)
  const signer = added.find(({ no }) => String(no) === data.signer)
  return { ...(to ? { toName: to.name } : {}), ...(signer ? { signerName: signer.name } : {}) }
}

/** The first thing that has fallen due by `world.at`, or null. */
export const nextDue = (record: CaseRecord, world: World): DueItem | null => {
  const first = record.status === 'open' ? agenda(record)[0] : undefined
  return first && first.at <= world.at ? first : null
}

/** Applies one thing that fell due, effective at its own instant; so no act slips into a state that has ended. */
export const applyDue = (process: ProcessDefinition, record: CaseRecord, item: DueItem, world: World): Draft => {
  const draft = draftOf({ ...record, revision: record.revision + 1, undo: null })
  const obligation = record.obligations.find(({ id }) => id === item.obligation)
  if (!obligation) throw new Error(`no obligation ${item.obligation}`)
  if (item.rung === null) return expire(process, draft, item, world)
  const rung = obligation.rungs.find(({ rung }) => rung === item.rung)
  const definition = rungOf(process, obligation, item.rung)
  if (!rung) throw new Error(`no rung ${item.rung}`)
  const status = firing(definition, rung, obligation, world.at)
  const marked = change(draft, { obligations: markRung(record, item, status, world.at) })
  const audience = clockOf(process, obligation).audience
  const data = { clock: obligation.clock, obligation: obligation.id, rung: item.rung, due: obligation.due, status }
  const told = say(marked, { type: 'rung', at: item.at, recordedAt: world.at, by: { kind: 'clock' }, audience, data })
  if (status === 'held') return wish(told, ...heldNotice(process, told.record, obligation, definition, item.at))
  if (status === 'skipped') return told
  const moved = definition.event ? clockEvent(process, told, definition.event, item.at, world) : told
  return status === 'collapsed' ? moved : wish(moved, ...rungNotice(process, moved.record, obligation, definition, item.at, world))
}

/** The end of a period itself: from here on it counts as overdue. */
const expire = (process: ProcessDefinition, draft: Draft, item: DueItem, world: World): Draft => {
  const obligations = draft.record.obligations.map((one) => (one.id === item.obligation ? { ...one, status: 'overdue' as const } : one))
  const obligation = obligations.find(({ id }) => id === item.obligation)
  const audience = obligation ? clockOf(process, obligation).audience : 'internal'
  return say(change(draft, { obligations }), {
    type: 'expired',
    at: item.at,
    recordedAt: world.at,
    by: { kind: 'clock' },
    audience,
    data: { clock: obligation?.clock, obligation: item.obligation, due: obligation?.due },
  })
}
