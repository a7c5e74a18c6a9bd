// Which acts stand beside a case for this reader, open or closed, and why are they closed?
import { namedApart } from '../engine/items/named-apart.ts'
import { type Part, partOf } from '../engine/items/parts.ts'
import { eventsToFollow } from '../engine/items/to-follow.ts'
import { itemsWorkedBy } from '../engine/items/worked.ts'
import type { ActView } from '../engine/judging/act-view.ts'
import { closedVerb } from '../engine/judging/barred-verb.ts'
import { asWhom } from '../engine/judging/capacity.ts'
import { documentActs } from '../engine/judging/document-acts.ts'
import { offer } from '../engine/judging/judge.ts'
import { mayUse, offerCaseVerb } from '../engine/judging/judge-verbs.ts'
import { actingOn, taskOfAct } from '../engine/judging/judgement.ts'
import { isParty, knownTo, leftKnownTo } from '../engine/judging/party-sight.ts'
import { markUsual, standingProposal } from '../engine/usual-acts.ts'
import type { Text } from '../language/words.ts'
import { type DecisionContext, formLawOf } from '../model/decision-context.ts'
import {
  type EventDefinition,
  type Field,
  isForNobody,
  type ProcessDefinition,
} from '../model/process.ts'
import type { CaseRecord, OpenTask } from '../model/record.ts'
import { type Actor, groupsOf } from '../organisation/actor.ts'
import { isMember } from '../tasks/assignment.ts'
import { addressesOfAct, groupsFor } from '../tasks/tasks.ts'
import { type CaseVerb, caseVerbs, type TaskVerb, taskVerbs } from '../tasks/verbs.ts'
import { caseVerbFields, taskVerbFields } from './verbs/verb-fields.ts'

/**
 * Every act of the process, desk and clock with the answer this person would get now; the API, the buttons and the tests read the same list.
 * Of the items of a case those that he is to work.
 */
export const acts = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  decisionContext: DecisionContext,
): ActView[] => {
  const alone = partOf(process, record, undefined)
  return [
    ...actsOnPart(alone.process, alone.record, actor, decisionContext),
    ...itemsWorkedBy(record, actor).flatMap((no) => {
      const part = partOf(process, record, no)
      return [
        ...itemActs(part, actor, decisionContext),
        ...actsToFollow(part, actor, decisionContext),
      ]
    }),
  ]
}

/** What of an item comes after its next act: who has no connection writes one after the other, and each is judged when it arrives. */
const actsToFollow = (
  { process, record }: Part,
  actor: Actor,
  decisionContext: DecisionContext,
): ActView[] => {
  const [taskId = null] = Object.keys(record.openTasks)
  const events = eventsToFollow(process.machine, record.snapshot)
  return actsOnPart(process, record, actor, decisionContext)
    .filter(({ deferrable, allowed, type }) => deferrable && !allowed && events.has(type))
    .map((act) => ({ ...act, taskId, relevant: false }))
}

/** What a person may do with an item now; each names the item by its task. */
export const itemActs = (
  { process, record }: Part,
  actor: Actor,
  decisionContext: DecisionContext,
): ActView[] => {
  const [task = null] = Object.keys(record.openTasks)
  const open = actsOnPart(process, record, actor, decisionContext).filter(
    ({ allowed, kind, taskId, type }) =>
      allowed && (kind === 'event' || taskId !== null || type === 'confirm-rung'),
  )
  const named = open.map((act) => ({ ...act, taskId: act.taskId ?? task }))
  return namedApart(process, record, named)
}

const actsOnPart = (
  process: ProcessDefinition,
  record: CaseRecord,
  actor: Actor,
  decisionContext: DecisionContext,
): ActView[] => {
  const by = actingOn(record, actor)
  const party = isParty(by)
  const all = [
    ...eventActs(process, record, by, decisionContext).filter(
      (act) => !party || concerns(process, record, by, act),
    ),
    ...Object.values(knownTo(process, record, by).openTasks).flatMap((task) =>
      taskActs(process, record, task, by, decisionContext).filter(
        ({ allowed }) => !party || allowed || isMember(task, by),
      ),
    ),
    ...caseActs(process, record, by),
    ...(party ? [] : documentActs(process, record, by, decisionContext)),
  ]
  return markUsual(process, record, by, all).map((act) => ({
    ...act,
    ...closedVerb(process, record, by, act),
    ...forWhom(process, record, by, act),
  }))
}

/** Whose post is used, where it is not one's own: said before the act, not only in the record of it. */
const forWhom = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { allowed, type, taskId }: ActView,
): Pick<ActView, 'onBehalfOf'> => {
  const used = allowed ? asWhom(process, record, by, { type, data: {}, taskId }) : by
  return used.kind === 'person' && used.actsFor
    ? { onBehalfOf: { name: used.actsFor.name, order: used.actsFor.order } }
    : {}
}

/** A party reads of its own acts, open or closed; what the posts of the authorities may do at this step is no request to it. */
const concerns = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { type, taskId, allowed, relevant }: ActView,
): boolean => {
  const definition = process.events[type]
  if (!definition || definition.audience === 'internal') return false
  const posts =
    Array.isArray(definition.by) || (definition.withoutTask && taskId === null)
      ? groupsFor(addressesOfAct(definition, record.snapshot.context), record)
      : (record.openTasks[taskId ?? '']?.groups ?? [])
  return allowed || !relevant || groupsOf(by).some((group) => posts.includes(group))
}

const eventActs = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  decisionContext: DecisionContext,
): ActView[] =>
  Object.entries(process.events)
    .filter(
      ([, definition]) =>
        definition.by !== 'clock' &&
        !isForNobody(definition) &&
        (definition.by !== 'machine' || by.kind === 'machine'),
    )
    .map(([type, definition]) => {
      const verdict = offer(process, record, by, type, decisionContext)
      const from = leftKnownTo(process, record, by, type)
      const task =
        definition.by === 'task' && from.length > 0
          ? taskOfAct(process, record, { type, taskId: null })
          : undefined
      return {
        type,
        kind: 'event',
        words: definition.words,
        taskId: task?.id ?? null,
        allowed: verdict.allowed,
        relevant: record.status === 'open' && from.length > 0,
        reasons: verdict.allowed ? [] : verdict.reasons,
        fields: applicable(
          verdict.allowed && definition.fieldsFor
            ? definition.fieldsFor(record, formLawOf(decisionContext, record))
            : definition.fields,
        ),
        consequence: definition.consequence ?? null,
        ...writtenLater(definition),
        ...overProposal(process, task, type, verdict.allowed),
      }
    })

/** What of an act may be written where there is no connection, and how. */
const writtenLater = ({
  deferrable,
  happenedIn,
  fieldNote,
}: EventDefinition): Pick<ActView, 'deferrable' | 'happenedIn' | 'fieldNote'> => ({
  ...(deferrable ? { deferrable } : {}),
  ...(happenedIn ? { happenedIn } : {}),
  ...(fieldNote ? { fieldNote } : {}),
})

/** Where a proposal waits, sending the same is agreeing, and anything else undoes what has been signed. */
const overProposal = (
  process: ProcessDefinition,
  task: OpenTask | undefined,
  type: string,
  allowed: boolean,
): Pick<ActView, 'proposal'> => {
  const waiting = allowed ? standingProposal(process, task) : undefined
  return waiting
    ? { proposal: { falls: waiting.falls, data: waiting.type === type ? waiting.data : null } }
    : {}
}

/** What the product gives nobody is asked for. */
const applicable = (fields: Field[]): Field[] =>
  fields.filter(({ systemSupplied }) => !systemSupplied)

const taskActs = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  decisionContext: DecisionContext,
): ActView[] =>
  (Object.keys(taskVerbs) as TaskVerb[])
    .filter((verb) => taskVerbs[verb].listed)
    .map((verb) => {
      const own = asWhom(process, record, by, { type: verb, data: {}, taskId: task.id })
      const may = mayUse(process, record, task, own, { type: verb, data: {} }, decisionContext)
      const fields = taskVerbFields(process, record, task, own, verb)
      return {
        type: verb,
        kind: 'task',
        words: taskVerbs[verb].words,
        taskId: task.id,
        ...answer(may === true, may === true ? [] : [may]),
        fields,
        consequence: null,
      }
    })

const caseActs = (process: ProcessDefinition, record: CaseRecord, by: Actor): ActView[] =>
  (Object.keys(caseVerbs) as CaseVerb[]).map((verb) => {
    const verdict = offerCaseVerb(process, record, by, verb)
    return {
      type: verb,
      kind: verb.endsWith('-clock') || verb === 'confirm-rung' ? 'clock' : 'task',
      words: caseVerbs[verb].words,
      taskId: null,
      ...answer(verdict.allowed, verdict.allowed ? [] : verdict.reasons),
      fields: caseVerbFields(process, record, by, verb),
      consequence: null,
    }
  })

const answer = (allowed: boolean, reasons: Text[]) => ({ allowed, relevant: allowed, reasons })
