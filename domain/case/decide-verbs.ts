// What do taking back, correcting, reopening and the clock overlay do to a case?

import { markOf } from './actor.ts'
import type { Audience } from './audience.ts'
import { persist } from './chart.ts'
import { correctedPeriods } from './clocks/corrected.ts'
import { markRung, rungOf } from './clocks/ladder.ts'
import { extend, followFact, pause, resume } from './clocks/obligations.ts'
import { corrected } from './correction.ts'
import { handBack } from './desk/signing.ts'
import { type CaseVerb, caseVerbs } from './desk/verbs.ts'
import { change, type Draft, say, touch, wish } from './draft.ts'
import { DomainError } from './errors.ts'
import type { Instant } from './instant.ts'
import { eventNotice, rungNotice } from './notices.ts'
import type { ProcessDefinition } from './process.ts'
import type { CaseRecord, Obligation, Undo } from './record.ts'
import { reckonAgain } from './reproject.ts'
import { type Command, clockEvent } from './step.ts'
import { followSnapshot } from './tasks.ts'
import { text } from './words.ts'
import { inRegion, type World } from './world.ts'

type Verb = (process: ProcessDefinition, draft: Draft, command: Command, world: World) => Draft

/** Applies a verb on the whole case; the caller has judged it. */
export const applyCaseVerb: Verb = (process, draft, command, world) => {
  const type = command.type as CaseVerb
  const done = verbs[type](process, draft, command, inRegion(world, draft.record))
  return caseVerbs[type].material ? touch(change(done, { undo: null }), ...Object.keys(draft.record.material)) : done
}

const told = (draft: Draft, command: Command, world: World, audience: Audience, data: Record<string, unknown>, before?: unknown): Draft =>
  say(draft, { type: command.type, at: command.occurredAt, recordedAt: world.at, by: markOf(command.by), audience, data, before })

/** 撤回: the case stands again as before the last act; what that act had started is cancelled, not forgotten. */
const takeBack: Verb = (process, draft, command, world) => {
  const { undo, snapshot, obligations, desk } = draft.record
  if (!undo) throw new DomainError('not-possible-now')
  const begun = obligations
    .filter(({ id }) => !undo.obligations.some((old) => old.id === id))
    .map(
      (one): Obligation => ({
        ...one,
        status: 'cancelled',
        endedAt: command.occurredAt,
        rungs: one.rungs.map((rung) => ({ ...rung, status: 'cancelled' })),
      }),
    )
  const back = change(draft, {
    snapshot: undo.snapshot,
    desk: deskAgain(undo, desk, command.occurredAt),
    data: undo.data,
    ...(undo.hand ? {} : { trail: undo.trail ?? [], returns: undo.returns ?? [] }),
    obligations: [...reckonAgain(process, { ...draft.record, obligations: undo.obligations }, world).obligations, ...begun],
    undo: null,
  })
  const definition = process.events[undo.event]
  const spoken = told(
    back,
    command,
    world,
    definition?.audience ?? 'internal',
    { ...command.data, event: undo.event, ...(undo.hand ? { hand: true } : {}) },
    snapshot.value,
  )
  if (!definition) return spoken
  const words = text(`撤回：${definition.words.zh}`, `Taken back: ${definition.words.en}`)
  return wish(spoken, ...eventNotice(process, spoken.record, command.type, { ...definition, words }, command.occurredAt))
}

/** The tasks as before the act: what colleagues did meanwhile with those that stayed open stands, the hand of who takes back does not. */
const deskAgain = (undo: Undo, now: CaseRecord['desk'], at: Instant): CaseRecord['desk'] => {
  const held = undo.hand === undefined ? undefined : now[undo.hand]
  if (held) return { ...now, [held.id]: handBack(held, undo.by, at) }
  return Object.fromEntries(Object.entries(undo.desk).map(([id, task]) => [id, now[id] ?? handBack(task, undo.by, at)]))
}

const requestCorrection: Verb = (process, draft, command, world) => {
  const { seq, reason } = command.data
  const data = world.lookedUp?.fact ? corrected(process, world.lookedUp.fact, command.data) : null
  if (!data) throw new DomainError('not-possible-now')
  const wanted = { data, reason: String(reason), by: command.by.kind === 'person' ? command.by.id : '' }
  return told(
    change(draft, { corrections: { ...draft.record.corrections, [String(seq)]: wanted } }),
    command,
    world,
    'internal',
    command.data,
  )
}

/** 更正: the old fact stays; the case goes on with the corrected value and its clocks are derived again. */
const approveCorrection: Verb = (process, draft, command, world) => {
  const seq = String(command.data.seq)
  const { [seq]: wanted, ...others } = draft.record.corrections
  const fact = world.lookedUp?.fact
  if (!wanted || !fact) throw new DomainError('not-possible-now')
  const fields = Object.keys(wanted.data)
  return told(change(draft, { corrections: others, ...goesOn(process, draft.record, fact, wanted.data, world) }), command, world, 'party', {
    seq: fact.seq,
    about: fact.type,
    fields,
    was: fields.map((name) => fact.data[name]),
    is: Object.values(wanted.data),
    reason: wanted.reason,
  })
}

type Fact = NonNullable<NonNullable<World['lookedUp']>['fact']>

const goesOn = (process: ProcessDefinition, record: CaseRecord, fact: Fact, is: Record<string, unknown>, world: World) => {
  const { data, snapshot } = record
  const was = (fact.latest ? data[fact.type] : null) ?? fact.data
  const said = { ...was, ...is }
  const noted = fact.latest ? (process.corrected?.(record, { type: fact.type, was, is: said }) ?? {}) : {}
  const now = { ...record, snapshot: { ...snapshot, context: { ...snapshot.context, ...noted } } }
  const obligations = correctedPeriods(process, now, snapshot.context, { type: fact.type, seq: String(fact.seq), said, is }, world)
  return { data: fact.latest ? { ...data, [fact.type]: said } : data, snapshot: now.snapshot, obligations }
}

const reopen: Verb = (process, draft, command, world) => {
  if (!process.reopen) throw new DomainError('not-possible-now')
  const { record } = draft
  const snapshot = persist(process.machine.resolveState({ value: process.reopen.value, context: record.snapshot.context }))
  const alive = change(draft, { snapshot, status: 'open', closedAt: null, life: record.life + 1 })
  const spoken = told(alive, command, world, 'party', command.data, record.snapshot.value)
  const tasked = change(spoken, followSnapshot(process, spoken.record, null, command.occurredAt))
  const fact = { type: command.type, at: command.occurredAt, seq: tasked.record.facts, data: command.data }
  return change(tasked, { obligations: followFact(process, tasked.record, fact, world) })
}

const onClock =
  (treat: (process: ProcessDefinition, one: Obligation, command: Command, world: World) => Obligation): Verb =>
  (process, draft, command, world) => {
    const obligations = draft.record.obligations.map((one) =>
      one.id === command.data.obligation ? treat(process, one, command, world) : one,
    )
    const now = obligations.find(({ id }) => id === command.data.obligation)
    return told(change(draft, { obligations }), command, world, 'party', { ...command.data, due: now?.due, clock: now?.clock })
  }

const confirmRung: Verb = (process, draft, command, world) => {
  const one = draft.record.obligations.find(({ id }) => id === command.data.obligation)
  const rung = one?.rungs.find(({ rung, status }) => rung === command.data.rung && status === 'held')
  if (!one || !rung) throw new DomainError('not-possible-now', [text('没有待确认的到期事项', 'Nothing is waiting to be confirmed')])
  const item = { at: command.occurredAt, obligation: one.id, rung: rung.rung }
  const marked = told(
    change(draft, { obligations: markRung(draft.record, item, 'fired', world.at) }),
    command,
    world,
    'internal',
    command.data,
  )
  const definition = rungOf(process, one, rung.rung)
  const moved = definition.event ? clockEvent(process, marked, definition.event, command.occurredAt, world) : marked
  return wish(moved, ...rungNotice(process, moved.record, one, definition, command.occurredAt, world))
}

const verbs: Record<CaseVerb, Verb> = {
  'take-back': takeBack,
  'request-correction': requestCorrection,
  'approve-correction': approveCorrection,
  reopen,
  'pause-clock': onClock((process, one, { data }, world) =>
    pause(
      process,
      one,
      { kind: String(data.kind), reason: String(data.reason), article: typeof data.article === 'string' ? data.article : null },
      world,
    ),
  ),
  'resume-clock': onClock((process, one, _command, world) => resume(process, one, world)),
  'extend-clock': onClock((process, one, { data }, world) =>
    extend(process, one, { by: Number(data.by), reason: String(data.reason) }, world),
  ),
  'confirm-rung': confirmRung,
}
