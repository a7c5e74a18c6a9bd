// Whom of the people of a post do the rules of the chart let have a task, and whom does a routing rule choose among them?

import { type Text, text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import type { CaseRecord, Holder, OpenTask } from '../model/record.ts'
import { type Actor, groupsOf, type Person } from '../organisation/actor.ts'
import { isMember } from '../tasks/assignment.ts'
import type { RoutingRule } from '../tasks/routing/rules.ts'
import { canDecide, strangerIn } from './judging/judge-verbs.ts'
import { actingOn, decisionsAt, type RuledBy } from './judging/judgement.ts'

/** Who stands in for a candidate now, by which order, for which of his groups (null = all). */
export type StandIn = { id: string; name: string; order: string; posts: string[] | null }
/** Somebody who holds one of the groups; `load`: open tasks in his name in other cases; `turns`: his last turn by rule. */
export type Candidate = {
  person: Person
  load: number
  turns: Record<string, number>
  standIns: StandIn[]
}

type Routed = NonNullable<OpenTask['routed']>
type Question = {
  process: ProcessDefinition
  record: CaseRecord
  task: OpenTask
  decisionContext: RuledBy
}

const openTo = ({ process, record, task, decisionContext }: Question, by: Actor): string[] =>
  decisionsAt(process, record, task, by, decisionContext).flatMap(({ type, verdict }) =>
    verdict.allowed ? [type] : [],
  )

/** Whether somebody may have a task. */
export const isAble = (question: Question, person: Person): boolean => {
  const { process, record, task, decisionContext } = question
  const by = actingOn(record, person)
  if (by.kind !== 'person' || !isMember(task, by)) return false
  return canDecide(process, record, task, by, decisionContext) === true
}

/** Whether he may do whatever anybody of the post may: nobody is given a task of which he is barred from a part. */
const isFree = (question: Question, by: Actor, most: Set<string>): boolean => {
  const { process, record, task, decisionContext } = question
  return (
    canDecide(process, record, task, by, decisionContext) === true &&
    openTo(question, by).length === most.size
  )
}

/** The substitute as he would work the task: in the posts, and in the name, of the absent person. */
const inPlaceOf = ({ person }: Candidate, { id, name, order }: StandIn): Person => {
  const actsFor = { id: person.id, name: person.name, order }
  return {
    ...person,
    id,
    name,
    appointments: person.appointments.map((held) => ({ ...held, onBehalfOf: actsFor })),
    actsFor,
  }
}

const standingIn = ({ standIns }: Candidate, group: string): StandIn | undefined =>
  standIns.find(({ posts }) => posts === null || posts.includes(group))

type Considered = { one: Candidate; free: boolean; away: StandIn | undefined }

/** The people of the rule's group, each with whether he, and while he is away his substitute, may have the task. */
const considered = (question: Question, group: string, candidates: Candidate[]): Considered[] => {
  const { record, task } = question
  const members = candidates.filter(({ person }) => {
    const by = actingOn(record, person)
    return groupsOf(by).includes(group) && isMember(task, by)
  })
  const most = new Set(
    members.flatMap(({ person }) => [
      ...openTo(question, person),
      ...openTo(question, strangerIn(person)),
    ]),
  )
  return members.map((one) => {
    const away = standingIn(one, group)
    const both = [one.person, ...(away ? [inPlaceOf(one, away)] : [])]
    return { one, away, free: both.every((by) => isFree(question, by, most)) }
  })
}

/** To whom a rule gives a task, with the reason; to nobody where the one it means may not have it. The same for the same people. */
export const chosen = (question: Question, rule: RoutingRule, candidates: Candidate[]): Routed => {
  const all = considered(question, rule.group, candidates)
  const found =
    rule.way === 'person' ? all.filter(({ one }) => one.person.id === rule.person?.id) : all
  const free = found.filter((one) => one.free)
  const here = free.filter(({ away }) => away === undefined)
  const first = (here.length > 0 ? here : free).sort(before(rule))[0]
  if (!first) return { rule: rule.id, to: null, why: whyNobody(rule, found) }
  const { id, name } = first.one.person
  return { rule: rule.id, to: { id, name }, why: whyHim(rule, first) }
}

const before = (rule: RoutingRule) => (a: Considered, b: Considered) => {
  const [one, other] = [a.one, b.one]
  const measure =
    rule.way === 'round' ? turnOf(one, rule) - turnOf(other, rule) : one.load - other.load
  return (
    measure || turnOf(one, rule) - turnOf(other, rule) || (one.person.id < other.person.id ? -1 : 1)
  )
}

const turnOf = ({ turns }: Candidate, { id }: RoutingRule): number => turns[id] ?? 0

const named = ({ order }: RoutingRule): Text =>
  order ? text(`按分派规则（${order}）`, `By a rule (${order})`) : text('按分派规则', 'By a rule')

const whyHim = (rule: RoutingRule, { one, away }: Considered): Text => {
  const head = named(rule)
  const { name } = one.person
  const ground = {
    'least-loaded': text(`在办最少（${one.load} 件）`, `least in hand (${one.load})`),
    round: text('轮到其办理', 'it is his turn'),
    person: text('规则指定', 'named by the rule'),
  }[rule.way]
  const absent = away
    ? text(
        `；其不在岗，由${away.name}代理（${away.order}）`,
        `; away, ${away.name} stands in (${away.order})`,
      )
    : text('', '')
  return text(
    `${head.zh}分派给${name}：${ground.zh}${absent.zh}`,
    `${head.en} given to ${name}: ${ground.en}${absent.en}`,
  )
}

const whyNobody = (rule: RoutingRule, found: Considered[]): Text => {
  const head = named(rule)
  const stays = text('，由本岗位人员自行领取', '; it stays with the post')
  const name: Holder['name'] = rule.person?.name ?? ''
  const why =
    rule.way !== 'person'
      ? text('没有可分派的人：均须回避或者不能办理', 'nobody can be given it: all are barred')
      : found.length === 0
        ? text(
            `应由${name}办理，但其已不在该岗位`,
            `it is for ${name}, who holds the post no longer`,
          )
        : text(`应由${name}办理，但按回避规则不能办理`, `it is for ${name}, who is barred from it`)
  return text(`${head.zh}${why.zh}${stays.zh}`, `${head.en}: ${why.en}${stays.en}`)
}

/** How a rule would give out a task that is not there yet; who is barred is known when it is. */
export const expected = (
  rule: RoutingRule,
  holders: { id: string; name: string; open: number; away: boolean }[],
): Text => {
  const head = named(rule)
  const here = holders.filter(({ away }) => !away)
  const [first] = (here.length > 0 ? here : holders).sort(
    (one, other) => one.open - other.open || (one.id < other.id ? -1 : 1),
  )
  if (rule.way === 'round')
    return text(`${head.zh}由本岗位轮流办理`, `${head.en} it goes to everybody of the post in turn`)
  const name = rule.way === 'person' ? rule.person?.name : first?.name
  const ground =
    rule.way === 'person'
      ? text('规则指定', 'named by the rule')
      : text('目前在办最少', 'least in hand now')
  return text(
    `${head.zh}将分派给${name ?? '—'}（${ground.zh}）`,
    `${head.en} it would go to ${name ?? '—'} (${ground.en})`,
  )
}
