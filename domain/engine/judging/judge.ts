// May this actor do this to this case now, and if not, why not?
import { text } from '../../language/words.ts'
import { regionOf } from '../../model/chart.ts'
import type { Act } from '../../model/command.ts'
import { type DecisionContext, formLawOf, lawOf } from '../../model/decision-context.ts'
import { isDocumentVerb } from '../../model/document-verbs.ts'
import {
  type CaseEvent,
  definitionOf,
  type EventDefinition,
  isForNobody,
  type ProcessDefinition,
} from '../../model/process.ts'
import type { CaseRecord, OpenTask } from '../../model/record.ts'
import { isRecordingVerb } from '../../model/recordings/recordings.ts'
import { type Actor, groupsOf, mayReport } from '../../organisation/actor.ts'
import { mayWork } from '../../tasks/assignment.ts'
import { isBeside } from '../../tasks/beside.ts'
import { addressesOfAct, groupsFor } from '../../tasks/tasks.ts'
import { isCaseVerb, isSightVerb, isTaskVerb } from '../../tasks/verbs.ts'
import { newerAnswers } from '../answers/shared-answers.ts'
import { partFor } from '../items/parts.ts'
import { barredVerb } from './barred-verb.ts'
import { asWhom } from './capacity.ts'
import { judgeDocumentVerb, servable } from './document-acts.ts'
import { atOwnItem, closedToHolder, isHolders, notOfHolder } from './holder.ts'
import { judgeForm } from './judge-form.ts'
import { judgeCaseVerb, judgeTaskVerb } from './judge-verbs.ts'
import {
  type Judgement,
  judgeRules,
  postsWanted,
  refused,
  signaturesWith,
  taskOfAct,
  whoseItIs,
} from './judgement.ts'
import { judgeNamed } from './named-case.ts'
import { knownTo, leftKnownTo } from './party-sight.ts'
import { judgeRecording } from './recording.ts'
import { judgeReserved } from './reserved-entry.ts'
import { judgeUnmask } from './unmask.ts'

/** Judges an act as it would be done: state, post, task, form, rules, in this order. The same answer for buttons, API and transaction. */
export const judge = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  if (notOfHolder(actor, act.type)) return refused('not-allowed')
  if (!definitionOf(process, act.type)) {
    const barred = barredVerb(process, record, asWhom(process, record, actor, act), act.type)
    if (barred) return barred
  }
  if (isSightVerb(act.type))
    return judgeUnmask(process, record, asWhom(process, record, actor, act), act)
  if (isRecordingVerb(act.type))
    return judgeRecording(process, record, asWhom(process, record, actor, act), act)
  const part = partFor(process, record, act)
  return judgePart(part.process, part.record, actor, act, decisionContext)
}

/** An act of an item whose task is named, and which is not open: another was quicker, or there never was one. */
const notHere = (process: ProcessDefinition, { type, taskId }: Act): Judgement =>
  refused(taskId && definitionOf(process, type) ? 'task-not-open' : 'unknown-act')

const judgePart = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  const by = asWhom(process, record, actor, act)
  if (isTaskVerb(act.type)) return judgeTaskVerb(process, record, by, act, decisionContext)
  if (isCaseVerb(act.type)) return judgeCaseVerb(process, record, by, act, decisionContext)
  if (isDocumentVerb(act.type)) return judgeDocumentVerb(process, record, by, act, decisionContext)
  const definition = eventIn(process, act.type)
  if (!definition) return notHere(process, act)
  const place = judgePlace(process, record, by, act, definition)
  if (!place.allowed) return place
  const form = judgeForm(definition, record, by, {
    data: act.data,
    law: formLawOf(decisionContext, record),
  })
  if (!form.allowed) return form
  const other = decisionContext.lookedUp?.named
  const named = other === undefined ? form : judgeNamed(definition, record, other, by)
  if (!named.allowed) return named
  const reserved = judgeReserved(definition, decisionContext.lookedUp?.entry, {
    items: process.items,
    record,
    by,
    at: decisionContext.at,
  })
  return reserved.allowed ? judgeEvent(process, record, by, act, decisionContext) : reserved
}

/** Whether `by` could do the event at all, before anybody has filled in a form; of an item, at the task that is named. */
export const offer = (
  whole: ProcessDefinition,
  wholeRecord: CaseRecord,
  actor: Actor,
  type: string,
  decisionContext: DecisionContext,
  taskId: string | null = null,
): Judgement => {
  const act = { type, data: {}, taskId }
  const { process, record } = partFor(whole, wholeRecord, act)
  const by = asWhom(process, record, actor, act)
  const definition = eventIn(process, type)
  if (!definition) return notHere(process, act)
  const place = judgePlace(process, record, by, act, definition)
  return place.allowed ? judgeEvent(process, record, by, act, decisionContext) : place
}

/** The rules of the chart, and for what serves a document that there is one to serve. */
const judgeEvent = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  const full = tooMany(process, record, act.type)
  if (full) return full
  const served = servable(process, act.type, decisionContext.documents)
  return served === true
    ? judgeRules(process, record, eventOf(process, record, by, act, decisionContext))
    : refused('not-possible-now', served)
}

const tooMany = (
  { items = [] }: ProcessDefinition,
  { itemsOpened = {} }: CaseRecord,
  type: string,
): Judgement | null => {
  const opened = items.find(({ opens }) => opens === type)
  if (!opened || (itemsOpened[opened.kind] ?? 0) < opened.most) return null
  const { zh, en } = opened.words
  return refused(
    'not-possible-now',
    text(`${zh}已达上限${opened.most}件`, `No more than ${opened.most}: ${en}`),
  )
}

/** Types come from outside: `constructor` and its like are no events. */
const eventIn = (process: ProcessDefinition, type: string): EventDefinition | undefined =>
  Object.hasOwn(process.events, type) ? process.events[type] : undefined

const eventOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): CaseEvent => ({
  type: act.type,
  data: act.data,
  by,
  at: decisionContext.at,
  signatures: signaturesWith(taskOfAct(process, record, act), by, decisionContext),
  ...(decisionContext.lookedUp?.entries ? { entries: decisionContext.lookedUp.entries } : {}),
  ...lawOf(decisionContext, record),
})

const judgePlace = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  definition: EventDefinition,
): Judgement => {
  if (record.status === 'closed') return refused('case-closed')
  if (!isHolders(process, by, act.type)) return closedToHolder
  if (definition.by === 'clock')
    return refused(
      'not-allowed',
      text('此事件只由期限届满触发', 'Only the end of a period sends this event'),
    )
  if (isForNobody(definition))
    return refused(
      'not-allowed',
      text('此事件只由关联案件触发', 'Only a linked case brings about this event'),
    )
  if (definition.by === 'machine' && !mayReport(process, by))
    return refused(
      'not-allowed',
      text('此事件只由设备接入上报', 'Only a device reports this event'),
    )
  const from = leftKnownTo(process, record, by, act.type)
  const known = knownTo(process, record, by).openTasks
  const task = from.length === 0 ? undefined : taskOfAct(process, record, act, known)
  if (act.taskId && !task) return refused('task-not-open')
  if (from.length === 0)
    return refused(
      'not-possible-now',
      text('案件当前环节没有此操作', 'The present step has no such act'),
    )
  if (definition.by === 'machine') return { allowed: true }
  if (by.kind === 'holder') return atOwnItem(process, task, by, act.type)
  return definition.by === 'task' && (task || !definition.withoutTask)
    ? atTask(task, by)
    : atPost(definition, record, by)
}

const atTask = (task: OpenTask | undefined, by: Actor): Judgement => {
  if (!task) return refused('not-possible-now')
  const may = mayWork(task, by)
  return may === true
    ? { allowed: true }
    : refused('not-allowed', may, ...whoseItIs(task.groups, by), postsWanted(task.groups))
}

const atPost = (definition: EventDefinition, record: CaseRecord, by: Actor): Judgement => {
  const groups = groupsFor(addressesOfAct(definition, record.snapshot.context), record)
  return groupsOf(by).some((group) => groups.includes(group))
    ? { allowed: true }
    : refused('not-allowed', ...whoseItIs(groups, by), postsWanted(groups))
}

/** Whether somebody has changed what this act decides on since `ifMatch`; urges, claims and levels elsewhere do not count. */
export const isStale = (
  whole: ProcessDefinition,
  wholeRecord: CaseRecord,
  act: Act,
  ifMatch: number | null,
  by: Actor,
): boolean => {
  if (ifMatch === null || isBeside(act.type)) return false
  const { process, record } = partFor(whole, wholeRecord, act)
  if (eventIn(process, act.type)?.appendsOnly) return false
  if (newerAnswers(process, record, act, ifMatch).length > 0) return true
  const from = leftKnownTo(process, record, by, act.type).map((state) => regionOf(process, state))
  const { openTasks } = knownTo(process, record, by)
  const state =
    act.taskId && Object.hasOwn(openTasks, act.taskId) ? openTasks[act.taskId]?.state : undefined
  const regions = state
    ? [regionOf(process, state)]
    : from.length > 0
      ? from
      : Object.keys(record.material)
  return regions.some((region) => (record.material[region] ?? 0) > ifMatch)
}

/** The newest material revision of the whole case, which a client sends back as `If-Match`. */
export const materialOf = ({ material, items = {} }: CaseRecord): number =>
  Math.max(
    0,
    ...Object.values(material),
    ...Object.values(items).flatMap((item) => Object.values(item.material)),
  )
