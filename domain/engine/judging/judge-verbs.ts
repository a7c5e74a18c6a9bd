// May this actor use this desk or clock verb on the case now?

import { errorCodes } from '../../language/errors.ts'
import { text } from '../../language/words.ts'
import { ask, candidates, wanted } from '../../model/chart.ts'
import type { Act } from '../../model/command.ts'
import { type DecisionContext, lawOf } from '../../model/decision-context.ts'
import type { ProcessDefinition, Verdict } from '../../model/process.ts'
import type { CaseRecord, OpenTask, Proposal } from '../../model/record.ts'
import { type Actor, groupsOf } from '../../organisation/actor.ts'
import { type Asking, isMember, slotOf } from '../../tasks/assignment.ts'
import { isRequestedSigner } from '../../tasks/signers.ts'
import { agreeing } from '../../tasks/signing.ts'
import { verbRules } from '../../tasks/task-rules.ts'
import { groupsFor } from '../../tasks/tasks.ts'
import { type CaseVerb, isTaskVerb, verbOf } from '../../tasks/verbs.ts'
import { judgeClock, offerClockVerb } from './judge-clocks.ts'
import { judgeCorrection, mayCorrect } from './judge-corrections.ts'
import {
  decisionsAt,
  type Judgement,
  judgeRules,
  postsWanted,
  type RuledBy,
  refused,
  signaturesWith,
} from './judgement.ts'
import { knownTo } from './party-sight.ts'
import { mayTakeBack } from './taking-back.ts'

/** Steps that a task may be returned to, as its chart declares and what it remembers of the case allows. */
export const returnTargets = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
): string[] =>
  candidates(process.machine, record.snapshot, 'return')
    .filter(({ from }) => from === task.state)
    .flatMap(({ guard }) => {
      const to = String(guard?.params.to)
      const event = { ...anyReturn, data: { to }, at: record.openedAt }
      const { context } = record.snapshot
      const rule = process.rules[guard?.name ?? '']
      return rule && ask(rule, { context, event }, guard?.params) !== true ? [] : [to]
    })

const anyReturn = { type: 'return', by: { kind: 'system' }, signatures: [] } as const

export const askingOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  data: Record<string, unknown>,
  decisionContext: DecisionContext,
): Asking => ({
  task,
  by,
  data,
  returnTargets: returnTargets(process, record, task),
  lenders: lendersOf(process, record, task),
  region: record.region,
  lookedUp: decisionContext.lookedUp,
})

/** Groups of a higher level that this task may still ask for a second pair of eyes. */
const lendersOf = (process: ProcessDefinition, record: CaseRecord, task: OpenTask): string[] => {
  const meta = wanted(process.machine, record.snapshot).find(
    ({ state }) => state === task.state,
  )?.task
  return groupsFor(meta?.borrow ?? [], record).filter((group) => !task.groups.includes(group))
}

/** The task that a desk verb works on: the named one, the only one, or the first that belongs to a post of `by` or asks for his signature. */
export const taskOfVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  taskId: string | null,
): OpenTask | undefined => {
  const open = Object.values(knownTo(process, record, by).openTasks)
  if (taskId) return open.find(({ id }) => id === taskId)
  if (open.length === 1) return open[0]
  return open.find((task) => isMember(task, by)) ?? open.find((task) => isRequestedSigner(task, by))
}

/** Whether a desk verb is open to this person on that task, or why not; the same for buttons and judgement. */
export const mayUse = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  { type, data }: Pick<Act, 'type' | 'data'>,
  decisionContext: DecisionContext,
): Verdict => {
  if (!isTaskVerb(type)) return errorCodes['unknown-act'].title
  const asking = askingOf(process, record, task, by, data, decisionContext)
  const may = verbRules[type](asking)
  // What is delegated comes back to who has delegated it.
  const decides =
    type === 'claim' || type === 'delegate' || (type === 'oppose' && !slotOf(task, by))
  const holder = decides ? by : type === 'transfer' || type === 'reassign' ? named(asking) : null
  return may === true && holder ? canDecide(process, record, task, holder, decisionContext) : may
}

const named = ({ lookedUp, data }: Asking): Actor | null => {
  const found = lookedUp?.people.find(({ id }) => id === data.to)
  return found
    ? { kind: 'person', id: found.id, name: found.name, enterprise: null, appointments: [] }
    : null
}

/** Somebody whom nobody knows, in the same posts: what he is refused has nothing to do with who somebody is. */
export const strangerIn = (by: Actor): Actor => {
  if (by.kind !== 'person') return by
  const { actsFor: _, ...posts } = by
  return { ...posts, id: '', name: '' }
}

/**
 * Whom the rules bar from every decision at a task may not hold it: it would wait for him, and nobody else could go on. What the case is
 * not ready for bars nobody.
 */
export const canDecide = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  decisionContext: RuledBy,
): Verdict => {
  const decisionsOf = (who: Actor) => decisionsAt(process, record, task, who, decisionContext)
  const strangers = decisionsOf(strangerIn(by))
  const own = decisionsOf(by)
  const barred = own.every(
    ({ verdict }, nth) => !verdict.allowed && !isSameVerdict(verdict, strangers[nth]?.verdict),
  )
  const [first] = own
  return barred && first && !first.verdict.allowed ? (first.verdict.reasons[0] ?? true) : true
}

const isSameVerdict = (one: Judgement, other: Judgement | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export const judgeTaskVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  if (record.status === 'closed') return refused('case-closed')
  const task = taskOfVerb(process, record, by, act.taskId)
  if (!task) return refused('task-not-open')
  if (!isTaskVerb(act.type)) return refused('unknown-act')
  const may = mayUse(process, record, task, by, act, decisionContext)
  if (may !== true) return refused('not-allowed', may)
  const form = verbForm(act)
  if (!form.allowed) return form
  if (act.type === 'return') return judgeReturn(process, record, by, act, task, decisionContext)
  if (act.type === 'sign' && task.proposal)
    return judgeSignature(process, record, by, { task, proposal: task.proposal }, decisionContext)
  return { allowed: true }
}

/** The signature of one of its own people is judged as if it made the act happen; an added signer's leaves the act whose it is. */
const judgeSignature = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  { task, proposal: { by: proposer, ...proposal } }: { task: OpenTask; proposal: Proposal },
  decisionContext: DecisionContext,
): Judgement => {
  const slot = slotOf(task, by)
  if (slot?.position === 'before') return { allowed: true }
  const author = slot ? (proposer ?? by) : by
  const signatures = slot ? agreeing(task) : signaturesWith(task, by, decisionContext)
  return judgeRules(process, record, {
    ...proposal,
    by: author,
    at: decisionContext.at,
    signatures,
    ...lawOf(decisionContext, record),
  })
}

const judgeReturn = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  task: OpenTask,
  decisionContext: DecisionContext,
): Judgement => {
  const targets = returnTargets(process, record, task)
  if (!targets.includes(String(act.data.to)))
    return refused('invalid-input', text('不能退回到该环节', 'It cannot be returned to that step'))
  return judgeRules(process, record, {
    type: 'return',
    data: act.data,
    by,
    at: decisionContext.at,
    signatures: [],
    ...lawOf(decisionContext, record),
  })
}

/** A verb's form: every required field there and of the right kind, and nothing else, for all of it enters the record. */
export const verbForm = (act: Act): Judgement => {
  const fields = verbOf(act.type)?.fields ?? []
  const foreign = Object.keys(act.data).filter((key) => !fields.some(({ name }) => name === key))
  if (foreign.length > 0)
    return {
      ...refused(
        'invalid-input',
        ...foreign.map((key) =>
          text(`没有这一栏：${key.slice(0, 40)}`, `No such field: ${key.slice(0, 40)}`),
        ),
      ),
      details: { issues: foreign.map((key) => ({ pointer: `/${key}` })) },
    } as Judgement
  const missing = fields.filter(({ name, required, kind, choices, most }) => {
    const value = act.data[name]
    if (value === undefined || value === '') return required
    if (kind === 'number') return !Number.isInteger(value) || (value as number) < 1
    return (
      typeof value !== 'string' ||
      value.length > (most ?? 2000) ||
      (choices !== undefined && !Object.hasOwn(choices, value))
    )
  })
  if (missing.length === 0) return { allowed: true }
  return {
    ...refused(
      'invalid-input',
      ...missing.map(({ words }) => text(`${words.zh}：请填写`, `${words.en}: please fill in`)),
    ),
    details: { issues: missing.map(({ name }) => ({ pointer: `/${name}` })) },
  } as Judgement
}

export const judgeCaseVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  act: Act,
  decisionContext: DecisionContext,
): Judgement => {
  const ofClock = act.type.endsWith('-clock') || act.type === 'confirm-rung'
  const may = offerCaseVerb(process, record, by, act.type as CaseVerb)
  // The period that is named is judged by itself: of others nothing is said.
  const named = ofClock && typeof act.data.obligation === 'string' && record.status !== 'closed'
  if (!may.allowed) return named ? judgeClock(process, record, by, act) : may
  const form = verbForm(act)
  if (!form.allowed) return form
  if (ofClock) return judgeClock(process, record, by, act)
  return act.type.endsWith('-correction')
    ? judgeCorrection(process, record, by, act, decisionContext)
    : { allowed: true }
}

/** Whether a verb on the whole case is open to this person, before a form is filled in. */
export const offerCaseVerb = (
  process: ProcessDefinition,
  record: CaseRecord,
  by: Actor,
  verb: CaseVerb,
): Judgement => {
  if (verb === 'reopen') return mayReopen(process, record, by)
  if (record.status === 'closed') return refused('case-closed')
  if (verb.endsWith('-correction')) return mayCorrect(process, record, by, verb)
  if (verb === 'take-back') return mayTakeBack(record, by)
  return offerClockVerb(process, record, by, verb)
}

const mayReopen = (process: ProcessDefinition, record: CaseRecord, by: Actor): Judgement => {
  if (record.status !== 'closed')
    return refused('not-possible-now', text('案件尚未办结', 'The case is not closed'))
  if (!process.reopen)
    return refused(
      'not-possible-now',
      text('此类案件不能重新办理', 'Cases of this kind are not reopened'),
    )
  const groups = groupsFor(process.reopen.by, record)
  if (!groupsOf(by).some((group) => groups.includes(group)))
    return refused('not-allowed', postsWanted(groups))
  const verdict = reopenVerdict(process, process.reopen.rule, record, by)
  return verdict === true ? { allowed: true } : refused('not-possible-now', verdict)
}

const reopenVerdict = (
  { rules }: ProcessDefinition,
  name: string | undefined,
  { closedAt, openedAt, snapshot }: CaseRecord,
  by: Actor,
): Verdict => {
  const rule = name === undefined ? undefined : rules[name]
  const event = { type: 'reopen', data: {}, by, at: closedAt ?? openedAt, signatures: [] }
  return rule === undefined || ask(rule, { context: snapshot.context, event })
}
