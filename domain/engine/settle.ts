// What becomes of the tasks that a decision has opened: to whom are they given, and where do they go if nobody holds their post?

import { type Text, text } from '../language/words.ts'
import type { DecisionContext } from '../model/decision-context.ts'
import { addEffects, appendFact, change, type Draft } from '../model/draft.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, NoticeEffect, OpenTask } from '../model/record.ts'
import { groupWords } from '../organisation/group-words.ts'
import { isMember } from '../tasks/assignment.ts'
import { administratorsOf, isOfAuthority, stepsUp } from '../tasks/routing/climbing.ts'
import { type RoutingRule, ruleFor } from '../tasks/routing/rules.ts'
import { agreeing } from '../tasks/signing.ts'
import type { Instant } from '../time/instant.ts'
import { type Candidate, chosen, isAble } from './choosing.ts'
import { sentence } from './notices/notices.ts'

const emptyPost = text('岗位无人', 'A post stands empty')

/** What the registers say of the groups of freshly opened tasks; `vacant`: of which it is known already that nobody holds them. */
export type Register = { rules: RoutingRule[]; candidates: Candidate[]; vacant: string[] }
/** The draft with its tasks given out; `turns`: which rules were followed for whom; `emptied`: groups found empty for the first time. */
export type Settled = { draft: Draft; turns: { rule: string; person: string }[]; emptied: string[] }
type SettleInput = {
  process: ProcessDefinition
  decisionContext: Pick<DecisionContext, 'at' | 'calendars' | 'rules' | 'amounts'>
  register: Register
}

/** Tasks opened since `before`, and those that have passed on to other posts; what was worked on or given out once is left alone. */
export const freshTasks = (
  before: Pick<CaseRecord, 'openTasks'> | null,
  { openTasks }: Pick<CaseRecord, 'openTasks'>,
): OpenTask[] =>
  Object.values(openTasks).filter((task) => {
    if (task.assignee || !task.groups.every(isOfAuthority)) return false
    const old = before?.openTasks[task.id]
    if (!old) return task.seenAt === null && !task.routed && !task.climbed
    return task.signers.mode === 'sequence' && old.groups.join() !== task.groups.join()
  })

/** Every group that matters for these tasks: their own, and the same posts higher up. */
export const groupsAround = (
  process: ProcessDefinition,
  record: CaseRecord,
  tasks: OpenTask[],
): string[] => [
  ...new Set(tasks.flatMap((task) => [...task.groups, ...stepsUp(process, record, task).flat()])),
]

/** Gives out what is fresh. Decides by its arguments alone, so that the same decision made again is the same. */
export const settleTasks = (
  input: SettleInput,
  before: Pick<CaseRecord, 'openTasks'> | null,
  created: Draft,
): Settled =>
  freshTasks(before, created.record).reduce<Settled>(
    (done, { id }) => give(input, climb(input, done, id), id),
    {
      draft: created,
      turns: [],
      emptied: [],
    },
  )

const put = (draft: Draft, task: OpenTask): Draft =>
  change(draft, { openTasks: { ...draft.record.openTasks, [task.id]: task } })

const appendRoutingFact = (
  { decisionContext }: SettleInput,
  draft: Draft,
  type: 'routed' | 'climbed',
  task: OpenTask,
  data: Record<string, unknown>,
): Draft => {
  const at = [task.openedAt, draft.facts.at(-1)?.occurredAt ?? ''].sort()[1] as Instant
  const by = { kind: 'system' } as const
  return appendFact(draft, {
    type,
    at,
    recordedAt: decisionContext.at,
    by,
    audience: 'internal',
    data: { task: task.task, ...data },
  })
}

/** A post where nobody may act: the task goes to the same post higher up as well, and the administrators are notified once. */
const climb = (input: SettleInput, done: Settled, id: string): Settled => {
  const { process, decisionContext, register } = input
  const task = done.draft.record.openTasks[id]
  if (!task) return done
  const { record } = done.draft
  const ableAt = (groups: string[]) => {
    const there = { ...task, groups }
    return register.candidates.some(({ person }) =>
      isAble({ process, record, task: there, decisionContext }, person),
    )
  }
  if (ableAt(task.groups)) return done
  const up = stepsUp(process, record, task).find(ableAt) ?? []
  const held = register.candidates.some(({ person }) => isMember(task, person))
  const why = whyUp(task.groups, up, held)
  const next: OpenTask = {
    ...task,
    groups: [...task.groups, ...up],
    signers: withTurn(task, up),
    climbed: { groups: up, why },
  }
  const recorded = appendRoutingFact(input, put(done.draft, next), 'climbed', task, { reason: why })
  const news = held
    ? []
    : task.groups.filter(
        (group) => !register.vacant.includes(group) && !done.emptied.includes(group),
      )
  const notified =
    news.length > 0 || (held && up.length === 0)
      ? addEffects(recorded, ...alarm(process, record, why, decisionContext.at))
      : recorded
  return { ...done, draft: notified, emptied: [...done.emptied, ...news] }
}

/** In a sequence the turn belongs to the wider circle, too: else the next hand would take the task back from it. */
const withTurn = (task: OpenTask, up: string[]): OpenTask['signers'] => {
  const { signers } = task
  if (signers.mode !== 'sequence') return signers
  const now = Math.min(agreeing(task).length, signers.turns.length - 1)
  return {
    mode: 'sequence',
    turns: signers.turns.map((groups, index) => (index === now ? [...groups, ...up] : groups)),
  }
}

const listed = (groups: string[]): Text => {
  const words = groups.map((group) => groupWords(group))
  return text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join('; '))
}

const whyUp = (own: string[], up: string[], held: boolean): Text => {
  const [from, to] = [listed(own), listed(up)]
  const lack = held
    ? text(`${from.zh}的人员均须回避`, `everybody is barred who holds: ${from.en}`)
    : text(`${from.zh}目前无人在岗`, `nobody holds: ${from.en}`)
  return up.length > 0
    ? text(`${lack.zh}，任务上提至${to.zh}`, `${lack.en}. The task climbs to: ${to.en}`)
    : text(
        `${lack.zh}，上级也无人可办，已告知系统管理员`,
        `${lack.en}, and nobody higher up can act. The administrators are told`,
      )
}

const alarm = (
  process: ProcessDefinition,
  record: CaseRecord,
  why: Text,
  at: Instant,
): NoticeEffect[] => {
  const words = (language: 'zh' | 'en', rest: string) => `${record.number} ${why[language]}${rest}`
  return [
    {
      kind: 'notice',
      about: 'vacancy',
      escalationLevel: null,
      obligation: null,
      groups: administratorsOf(record),
      title: sentence(process.title, emptyPost, record),
      body: text(
        words('zh', '。请在“人员与岗位”中任命人员，或者告知该单位。'),
        words('en', '. Appoint somebody under “People and roles”, or tell the office.'),
      ),
      audience: 'internal',
      notBefore: at,
    },
  ]
}

/** The load of everybody with what this very decision has given out already. */
const loaded = ({ record }: Draft, { candidates }: Register): Candidate[] =>
  candidates.map((one) => {
    const here = Object.values(record.openTasks).filter(
      ({ assignee }) => assignee?.id === one.person.id,
    ).length
    return { ...one, load: one.load + here }
  })

const give = (input: SettleInput, done: Settled, id: string): Settled => {
  const { process, decisionContext, register } = input
  const { record } = done.draft
  const task = record.openTasks[id]
  const rule = task && ruleFor(process, record, task, register.rules)
  if (!task || !rule) return done
  const routed = chosen(
    { process, record, task, decisionContext },
    rule,
    loaded(done.draft, register),
  )
  const { to, why } = routed
  const next = put(done.draft, { ...task, assignee: to, routed })
  const recorded = appendRoutingFact(input, next, 'routed', task, {
    rule: rule.id,
    ...(to ? { assignee: to.name } : {}),
    reason: why,
  })
  return {
    ...done,
    draft: recorded,
    turns: to ? [...done.turns, { rule: rule.id, person: to.id }] : done.turns,
  }
}
