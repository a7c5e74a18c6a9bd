// In which form is a verdict on an act given, and on which post, task, rule and signature does it rest?

import { type ErrorCode, errorCodes } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import { ask, candidates, type GuardUse, type Transition } from '../../model/chart.ts'
import { type DecisionContext, lawOf } from '../../model/decision-context.ts'
import type { CaseEvent, ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord, OpenTask, Signature } from '../../model/record.ts'
import { type Actor, groupsOf, type Person } from '../../organisation/actor.ts'
import { groupWords } from '../../organisation/group-words.ts'
import { enterpriseOffice } from '../../organisation/offices.ts'
import { asOne } from '../../organisation/own-posts.ts'
import { roles } from '../../organisation/roles.ts'
import { agreeing } from '../../tasks/signing.ts'
export type Judgement =
  | { allowed: true }
  | { allowed: false; code: ErrorCode; reasons: Text[]; details?: Record<string, unknown> }

/** A refusal always says why: at least what its code means. */
export const refused = (code: ErrorCode, ...reasons: Text[]): Judgement => ({
  allowed: false,
  code,
  reasons: reasons.length > 0 ? reasons : [errorCodes[code].title],
})

/** "This is for: inspector, section chief." */
export const postsWanted = (groups: string[]): Text => {
  const names = [...new Set(groups.map((group) => group.slice(group.lastIndexOf('/') + 1)))].map(
    (role) => roles[role as keyof typeof roles],
  )
  return text(
    `需要的岗位：${names.map(({ zh }) => zh).join('、')}`,
    `Posts that may: ${names.map(({ en }) => en).join(', ')}`,
  )
}

/** Said to whoever holds the post that is wanted, but in another office. */
export const whoseItIs = (groups: string[], by: Actor): Text[] => {
  const own = groupsOf(by)
  const roleOf = (group: string) => group.slice(group.lastIndexOf('/') + 1)
  if (own.some((group) => groups.includes(group))) return []
  const wanted = groups.filter((group) => own.some((held) => roleOf(held) === roleOf(group)))
  if (wanted.length === 0) return []
  const names = wanted.map((group) => groupWords(group))
  return [
    text(
      `由${names.map(({ zh }) => zh).join('、')}办理`,
      `For: ${names.map(({ en }) => en).join('; ')}`,
    ),
  ]
}

/** The rules behind the guards of all ways this event could take; the first open way suffices. */
export const judgeRules = (
  process: ProcessDefinition,
  record: CaseRecord,
  event: CaseEvent,
): Judgement => {
  const ways = candidates(process.machine, record.snapshot, event.type)
  const answers = ways.map(({ guard }) => askWay(process, record, event, guard))
  if (answers.length === 0) return refused('not-possible-now')
  const barred = barredBy(process, record, event)
  if (barred) return barred
  if (answers.some((answer) => answer === true))
    return barredWith(process, record, event, ways) ?? { allowed: true }
  return refused(
    'not-allowed',
    ...(answers.filter(
      (answer, index) =>
        answer !== true &&
        answers.findIndex((one) => one !== true && one.zh === (answer as Text).zh) === index,
    ) as Text[]),
  )
}

const askWay = (
  process: ProcessDefinition,
  record: CaseRecord,
  event: CaseEvent,
  guard: GuardUse | null,
): true | Text => {
  if (!guard) return true
  const rule = process.rules[guard.name]
  return rule
    ? ask(rule, { context: record.snapshot.context, event }, guard.params)
    : text('规则缺失', 'A rule is missing')
}

/**
 * Four eyes with a substitute: a way open to the real person must also be open to everybody who counts as one with him. Only a refusal
 * that would not meet a stranger is about what somebody did; that one is not the reporter, say, is no reason to bar the reporter.
 */
const barredWith = (
  process: ProcessDefinition,
  record: CaseRecord,
  event: CaseEvent,
  ways: Transition[],
): Judgement | null => {
  const { by } = event
  if (by.kind !== 'person') return null
  for (const id of asOne(record, by).filter((id) => id !== by.id))
    for (const { guard } of ways) {
      const [own, other, stranger] = [by.id, id, ''].map((one) =>
        askWay(process, record, asIf(event, by, one), guard),
      )
      if (own === true && other !== true && other !== undefined && stranger === true)
        return refused('not-allowed', asSubstitute(other))
    }
  return null
}

const asSubstitute = ({ zh, en }: Text): Text =>
  text(
    `${zh}（代理人与被代理人视为同一人）`,
    `${en} (a substitute and the absent person count as one)`,
  )

type Barring = Pick<CaseEvent, 'type' | 'data' | 'by' | 'at'>

/** 回避: why somebody, or whoever counts as one with him, has no hand in the case or its items; null: he may have one. */
export const barredBy = (
  { bars }: ProcessDefinition,
  record: CaseRecord,
  act: Barring,
): Judgement | null => {
  const { by } = act
  if (!bars || by.kind !== 'person') return null
  const context = record.around ?? record.snapshot.context
  for (const id of asOne(record, by)) {
    const verdict = ask(bars, { context, event: { ...act, by: { ...by, id }, signatures: [] } })
    if (verdict !== true)
      return refused('not-allowed', id === by.id ? verdict : asSubstitute(verdict))
  }
  return null
}

const asIf = (event: CaseEvent, by: Person, id: string): CaseEvent => ({
  ...event,
  by: { ...by, id },
  signatures: event.signatures.map((signature) =>
    signature.person === by.id ? { ...signature, person: id } : signature,
  ),
})

/** 回避: who belongs to the enterprise of a case acts on it for the enterprise alone, whatever other posts he holds. */
export const actingOn = (record: Pick<CaseRecord, 'owner'>, by: Actor): Actor => {
  const { owner } = record
  if (by.kind !== 'person' || owner === null || by.enterprise !== owner) return by
  return {
    ...by,
    appointments: by.appointments.filter(({ office }) => office === enterpriseOffice(owner)),
  }
}

/** The states that an event would leave from here. */
export const leftBy = (process: ProcessDefinition, record: CaseRecord, type: string): string[] =>
  candidates(process.machine, record.snapshot, type).map(({ from }) => from)

type Fit = (task: OpenTask, state: string) => boolean
const isOf: Fit = (task, state) => task.state === state
const isAround: Fit = (task, state) => state.startsWith(`${task.state}.`)
const isWithin: Fit = (task, state) => task.state.startsWith(`${state}.`)

/**
 * The open task that an event belongs to: that of the state the event leaves from, else of the nearest state around it; where no such task
 * is open, known or not, one within it. A named one must be among them. `known`: the tasks that whoever acts may know of; absent: all.
 */
export const taskFor = (
  record: Pick<CaseRecord, 'openTasks'>,
  from: string[],
  taskId: string | null,
  known: CaseRecord['openTasks'] = record.openTasks,
): OpenTask | undefined => {
  const fitting = (tasks: OpenTask[], fits: Fit) =>
    tasks.filter((task) => from.some((state) => fits(task, state)))
  const open = Object.values(known).filter((task) => !taskId || task.id === taskId)
  const nearest = (fits: Fit) =>
    fitting(open, fits).sort((one, other) => other.state.length - one.state.length)[0]
  const found = nearest(isOf) ?? nearest(isAround)
  if (found) return found
  const all = Object.values(record.openTasks)
  const elsewhere = fitting(all, isOf).length + fitting(all, isAround).length > 0
  return elsewhere ? undefined : nearest(isWithin)
}

/** The open task of an act, `known` as above: none where the task that stands there is not the one it belongs to. */
export const taskOfAct = (
  process: Pick<ProcessDefinition, 'machine' | 'events'>,
  record: CaseRecord,
  { type, taskId }: { type: string; taskId: string | null },
  known?: CaseRecord['openTasks'],
): OpenTask | undefined => {
  const from = candidates(process.machine, record.snapshot, type).map((one) => one.from)
  const found = taskFor(record, from, taskId, known)
  const own = Object.hasOwn(process.events, type) ? process.events[type]?.ownTask : undefined
  return own === undefined || found?.task === own ? found : undefined
}

/** The signatures of the task’s own people under an outcome if `by` added his now; only an act that is co-signed has a task here. */
export const signaturesWith = (
  task: OpenTask | undefined,
  by: Actor,
  decisionContext: Pick<DecisionContext, 'at'>,
): Signature[] => {
  if (by.kind !== 'person') return []
  const standing = task ? agreeing(task) : []
  const others = standing.filter(({ person }) => person !== by.id)
  const own = standing.find(({ person }) => person === by.id)
  const fresh = {
    person: by.id,
    name: by.name,
    at: decisionContext.at,
    opinion: null,
    ...(by.actsFor ? { onBehalfOf: by.actsFor } : {}),
    ...(by.picture ? { picture: by.picture } : {}),
  }
  return [...others, own ?? fresh]
}

/** What rules need to know of the world: the moment, and the calendars and rules in force then. */
export type RuledBy = Pick<DecisionContext, 'at' | 'calendars' | 'rules' | 'amounts'>

/** The acts of a task with what the rules of the chart say to each of `by`, before any form is filled in. */
export const decisionsAt = (
  process: ProcessDefinition,
  record: CaseRecord,
  task: OpenTask,
  by: Actor,
  decisionContext: RuledBy,
): { type: string; verdict: Judgement }[] => {
  const eventContext = { by, at: decisionContext.at, ...lawOf(decisionContext, record) }
  return [
    ...Object.keys(process.events).filter((type) => process.events[type]?.by === 'task'),
    'return',
  ]
    .filter((type) => taskOfAct(process, record, { type, taskId: task.id }))
    .map((type) => {
      const signatures = signaturesWith(task, by, decisionContext)
      return {
        type,
        verdict: judgeRules(process, record, { type, data: {}, ...eventContext, signatures }),
      }
    })
}
