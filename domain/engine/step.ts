// What becomes of a case when one event of its chart happens?
import { DomainError } from '../language/errors.ts'
import { genesis } from '../model/chain.ts'
import { isFinished, regionOf, transitionsNow } from '../model/chart.ts'
import { type DecisionContext, inRegion, lawOf } from '../model/decision-context.ts'
import { addEffects, appendFact, change, type Draft, draftOf, touch } from '../model/draft.ts'
import { exerciseFault } from '../model/exercises/exercise.ts'
import type { Opener } from '../model/link.ts'
import type {
  CaseEvent,
  EscalationLevelDefinition,
  EventDefinition,
  ProcessDefinition,
} from '../model/process.ts'
import type { CaseRecord, Snapshot } from '../model/record.ts'
import { mayReport } from '../organisation/actor.ts'
import { nameOnBehalf, withStandIn } from '../organisation/own-posts.ts'
import { isRegion } from '../organisation/regions.ts'
import { followSnapshot } from '../tasks/tasks.ts'
import type { Instant } from '../time/instant.ts'
import { touchAnswers } from './answers/shared-answers.ts'
import { acknowledgeEscalationLevels } from './clocks/escalation-policy.ts'
import { endAll, followFact } from './clocks/obligations.ts'
import { creationPlace, refuseStart, withCompetentOffice } from './creation.ts'
import { dataOfEvent, leftUndone, markOfEvent, momentOfEvent, withStated } from './event-fact.ts'
import { asStarter } from './judging/capacity.ts'
import { judgeRules } from './judging/judgement.ts'
import { eventNotice, leftNotice } from './notices/notices.ts'
import { runningAgain, waysAfter } from './returning.ts'
import { askDevice, billOn, linkOn, sendOn } from './send-on.ts'
import { firstSnapshot, nextSnapshot } from './snapshots.ts'

/** What the start of a case needs beside its first event. */
export type Creation = { id: string; number: string; opener?: Opener }

/** Opens a case with its first event. */
export const begin = (
  process: ProcessDefinition,
  creation: Creation,
  sent: CaseEvent,
  decisionContext: DecisionContext,
): Draft => {
  if (process.start.by === 'machine' && !mayReport(process, sent.by))
    throw new DomainError('not-allowed')
  const competent = withCompetentOffice(process, sent, decisionContext)
  refuseStart(process, competent)
  const region = creationPlace(process, competent)
  const event = { ...competent, ...lawOf(decisionContext, { region }) }
  const { title, owner, site } = process.describe(event.data, event.by)
  const apart = exerciseFault(process, event.data, { title, opener: creation.opener })
  if (apart) throw new DomainError('invalid-input', [apart])
  const record: CaseRecord = {
    ...creation,
    process: process.id,
    chart: process.version,
    generation: 1,
    revision: 1,
    material: {},
    status: 'open',
    region,
    owner,
    title,
    site,
    snapshot: firstSnapshot(process, event),
    data: { [event.type]: event.data },
    openTasks: {},
    entries: {},
    obligations: [],
    undo: null,
    corrections: {},
    openedAt: event.at,
    closedAt: null,
    headHash: genesis(creation.id),
    facts: 0,
  }
  const by = asStarter(process, record, event.by)
  const standIns = withStandIn(undefined, by)
  const draft = draftOf({ ...record, ...(standIns ? { standIns } : {}) })
  return settle(
    process,
    touch(draft, ...regionsOf(process)),
    process.start,
    { ...event, by },
    { before: null, elsewhere: false },
    decisionContext,
  )
}

/** Sends one event through the chart. The caller has judged it; what the chart does not take is refused, so no fact speaks of it. */
export const happen = (
  process: ProcessDefinition,
  draft: Draft,
  given: CaseEvent,
  decisionContext: DecisionContext,
): Draft => {
  const before = draft.record.snapshot
  const definition = process.events[given.type]
  const event = withStated(draft.record, definition, given)
  const from = transitionsNow(process.machine, before, event.type)
  if (!judgeRules(process, draft.record, event).allowed) throw new DomainError('not-possible-now')
  const snapshot = nextSnapshot(process, before, event)
  const advanced = change(draft, {
    snapshot,
    ...waysAfter(process, draft.record, snapshot, {
      event,
      from: from[0]?.from ?? '',
      fact: draft.record.facts + 1,
    }),
    data: { ...draft.record.data, [event.type]: event.data },
    undo:
      event.by.kind === 'person' && !reachesOut(definition, snapshot)
        ? undoOf(draft.record, event)
        : null,
  })
  const place = placeOf(advanced.record, definition, event)
  const elsewhere = place.region !== draft.record.region || place.owner !== draft.record.owner
  const placed = change(advanced, elsewhere ? { ...place, undo: null } : {})
  const touched = definition?.appendsOnly
    ? placed
    : touch(placed, ...new Set(from.map((one) => regionOf(process, one.from))))
  const settled = addEffects(
    settle(
      process,
      touchAnswers(process, before, touched),
      definition,
      event,
      { before, elsewhere },
      decisionContext,
    ),
    ...(place.owner === draft.record.owner ? [] : leftNotice(process, draft.record, event.at)),
  )
  if (event.type !== 'return') return settled
  const there = inRegion(decisionContext, settled.record)
  return change(settled, {
    obligations: runningAgain(process, draft.record, settled.record.obligations, event, there),
  })
}

/** What another case or a device has been asked, everybody or the reporter has read, or nobody reads any longer, or was seen at the place, is not taken back. */
const reachesOut = (
  definition: Partial<EventDefinition> = {},
  { context }: Pick<Snapshot, 'context'>,
): boolean => {
  const { links, sends, deviceRequest, publishes, withdraws, fieldNote, bills, show } = definition
  const told = show?.reporter
  return (
    Boolean(links ?? sends ?? deviceRequest ?? publishes ?? withdraws ?? fieldNote ?? told) ||
    (bills?.(context) ?? []).length > 0
  )
}

/** Where the case lies and whom it concerns after an event that moves it. */
const placeOf = (
  record: CaseRecord,
  definition: EventDefinition | undefined,
  event: CaseEvent,
): Pick<CaseRecord, 'region' | 'owner'> => {
  const { region = record.region, owner = record.owner } =
    definition?.moves?.(event.data, record.snapshot.context) ?? {}
  if (!isRegion(region)) throw new DomainError('invalid-input', [], { field: 'region' })
  return { region, owner }
}

/** Sends the event of a level of a legal clock, where it has one and the chart takes it. */
export const clockEvent = (
  process: ProcessDefinition,
  draft: Draft,
  { event: type, says }: Pick<EscalationLevelDefinition, 'event' | 'says'>,
  at: Instant,
  decisionContext: DecisionContext,
): Draft => {
  if (type === null) return draft
  const event: CaseEvent = {
    type,
    data: says?.(draft.record) ?? {},
    by: { kind: 'clock' },
    at,
    signatures: [],
    ...lawOf(decisionContext, draft.record),
  }
  return judgeRules(process, draft.record, event).allowed
    ? happen(process, draft, event, decisionContext)
    : draft
}

const settle = (
  process: ProcessDefinition,
  draft: Draft,
  definition: EventDefinition | undefined,
  event: CaseEvent,
  { before, elsewhere }: { before: Snapshot | null; elsewhere: boolean },
  decisionContext: DecisionContext,
): Draft => {
  const group = Object.values(draft.record.openTasks)
    .flatMap(({ groups }) => groups)
    .find(
      (one) =>
        event.by.kind === 'person' &&
        event.by.appointments.some((held) => `${held.office}/${held.role}` === one),
    )
  const stayed = elsewhere ? null : before
  const openTasks = followSnapshot(process, draft.record, stayed, event.at, event)
  const recorded = appendFact(draft, {
    ...markOfEvent(event, definition, group),
    recordedAt: decisionContext.at,
    data: { ...dataOfEvent(event), ...leftUndone(draft.record, openTasks.openTasks, event) },
    before: before?.value,
  })
  const tasked = change(recorded, openTasks)
  const fact = {
    type: event.type,
    at: momentOfEvent(event),
    seq: tasked.record.facts,
    data: event.data,
  }
  const linked = definition?.links
    ? linkOn(tasked, definition.links, { ...fact, by: event.by })
    : tasked
  const requested =
    definition?.deviceRequest && event.by.kind === 'person'
      ? askDevice(linked, definition.deviceRequest, event)
      : linked
  const sending = definition?.sends
    ? sendOn(requested, definition.sends, { ...fact, at: event.at, by: event.by })
    : requested
  const sent = billOn(sending, definition ?? {}, event)
  const clocked = change(sent, {
    obligations: followFact(process, sent.record, fact, inRegion(decisionContext, sent.record)),
  })
  const acknowledged =
    definition?.acknowledges && event.by.kind === 'person' && !event.carried
      ? change(clocked, {
          obligations: acknowledgeEscalationLevels(
            clocked.record.obligations,
            event.at,
            nameOnBehalf({ ...event.by, onBehalfOf: event.by.actsFor }),
          ),
        })
      : clocked
  const noticed =
    definition && !event.carried
      ? addEffects(
          acknowledged,
          ...eventNotice(process, acknowledged.record, event.type, definition, event.at),
        )
      : acknowledged
  return isFinished(noticed.record.snapshot) ? close(noticed, event) : noticed
}

const close = (draft: Draft, { type, at }: Pick<CaseEvent, 'type' | 'at'>): Draft =>
  change(draft, {
    status: 'closed',
    closedAt: at,
    openTasks: {},
    undo: null,
    obligations: endAll(draft.record.obligations, { type, at }),
  })

const undoOf = (record: CaseRecord, event: CaseEvent): CaseRecord['undo'] =>
  event.by.kind !== 'person'
    ? null
    : {
        by: event.by.id,
        event: event.type,
        snapshot: record.snapshot,
        entries: record.entries,
        openTasks: record.openTasks,
        obligations: record.obligations,
        data: record.data,
        ...(record.trail ? { trail: record.trail } : {}),
        ...(record.returns ? { returns: record.returns } : {}),
      }

const regionsOf = (process: ProcessDefinition): string[] =>
  process.machine.root.type === 'parallel' ? Object.keys(process.machine.root.states) : ['whole']
