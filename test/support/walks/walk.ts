// Which situations can a case come into, walking every open act of every person and every clock?

import { applyDue, nextDue } from '../../../domain/engine/apply-due.ts'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { decide } from '../../../domain/engine/decide.ts'
import { begin } from '../../../domain/engine/step.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import { activeNodes, candidates, stateKey } from '../../../domain/model/chart.ts'
import type { DecisionContext, Known } from '../../../domain/model/decision-context.ts'
import { definitionOf, type ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord } from '../../../domain/model/record.ts'
import type { Machine, Person, Public } from '../../../domain/organisation/actor.ts'
import { decreeCalendars } from '../../../domain/time/decrees.ts'
import { later } from '../../../domain/time/instant.ts'
import { posts } from '../people/people.ts'
import { withShortStacks } from '../short-stacks.ts'

export type Situation = { record: CaseRecord; decisionContext: DecisionContext; path: string[] }
export type Samples = Record<string, Record<string, unknown>[]>

const reckoned: Known = new Map()
/** By the committed calendars and rules, which never change, so equal periods are reckoned once. */
export const decisionContextAt = (at: string): DecisionContext => ({
  at,
  calendars: decreeCalendars,
  noticeWindowMs: 0,
  known: reckoned,
})

/** Opens a case in memory. */
export const opened = (
  process: ProcessDefinition,
  by: Person | Public | Machine,
  data: Record<string, unknown>,
  at: string,
): Situation => {
  const event = { type: process.start.type, data, by, at, signatures: [] }
  return {
    record: begin(process, { id: 'c-1', number: '试1号' }, event, decisionContextAt(at)).record,
    decisionContext: decisionContextAt(at),
    path: [`${by.id} ${process.start.type}`],
  }
}

/** Does one act in memory; throws the refusal. */
export const done = (
  process: ProcessDefinition,
  { record, decisionContext, path }: Situation,
  by: Person | Machine,
  type: string,
  data: Record<string, unknown> = {},
): Situation => ({
  record: decide(
    process,
    record,
    { type, data, taskId: null, by, ifMatch: null, occurredAt: decisionContext.at },
    decisionContext,
  ).record,
  decisionContext,
  path: [...path, `${by.id} ${type}`],
})

/** Lets time pass until something falls due that makes a difference to people. */
export const waited = (process: ProcessDefinition, from: Situation): Situation | null => {
  let now: Situation | null = from
  for (let more = 0; now && more < 12; more += 1) {
    now = fallenDue(process, now)
    if (now && keyOf(now) !== keyOf(from)) return now
  }
  return null
}

const fallenDue = (
  process: ProcessDefinition,
  { record, decisionContext, path }: Situation,
): Situation | null => {
  const first = agenda(record)[0]
  if (record.status === 'closed' || !first) return null
  const then = {
    ...decisionContext,
    at: [first.at, decisionContext.at].sort().at(-1) ?? decisionContext.at,
  }
  const item = nextDue(record, then)
  return (
    item && {
      record: applyDue(process, record, item, then).record,
      decisionContext: then,
      path: [...path, `clock ${item.escalationLevel ?? 'end'}`],
    }
  )
}

/** What makes two situations the same for people: where the chart stands, what its rules remember, whose signature is under what. */
export const keyOf = ({ record }: Situation): string => {
  const signatures = Object.values(record.openTasks).map((task) => [
    task.task,
    task.proposal?.type,
    task.signatures.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person),
  ])
  return nameless(
    JSON.stringify([stateKey(record.snapshot.value), record.snapshot.context, signatures]),
  )
}

/** People of one post are alike: only who is the same person as whom makes a difference. */
const nameless = (key: string): string => {
  const met = new Map<string, string>()
  return key.replace(/"(\w+)"/g, (whole, id: string) => {
    const role = posts[id]?.[1]
    if (!role) return whole
    if (!met.has(id))
      met.set(id, `${role}#${[...met.values()].filter((one) => one.startsWith(role)).length}`)
    return `"${met.get(id)}"`
  })
}

/** Breadth first over everything anybody could do, each situation once. */
export const explore = (
  process: ProcessDefinition,
  starts: Situation[],
  everybody: (Person | Machine)[],
  samples: Samples,
  most: number,
): Situation[] => {
  const known = new Set<string>()
  const isNew = (one: Situation) => !known.has(keyOf(one)) && Boolean(known.add(keyOf(one)))
  return exploreFrom(process, starts, everybody, samples, most, isNew)
}

/**
 * The same for a chart of many regions, whose situations are too many: one is followed only if it shows two states together,
 * or a state with something remembered, that no other has shown.
 */
export const exploreNovel = (
  process: ProcessDefinition,
  starts: Situation[],
  everybody: (Person | Machine)[],
  samples: Samples,
): Situation[] => {
  const seen = new Set<string>()
  const isNew = (one: Situation) => {
    const fresh = pairsOf(process, one).filter((pair) => !seen.has(pair))
    for (const pair of fresh) seen.add(pair)
    return fresh.length > 0
  }
  return exploreFrom(process, starts, everybody, samples, 20_000, isNew)
}

/** Every state beside that of the first region, beside whose signatures stand under what, and beside what the chart remembers in a word. */
const pairsOf = (process: ProcessDefinition, { record }: Situation): string[] => {
  const [first] = Object.keys(process.machine.root.states)
  const states = stateKey(record.snapshot.value).split('|')
  const main = states.filter((state) => state.startsWith(`${first}.`))
  const remembered = Object.entries(record.snapshot.context).flatMap(([name, value]) =>
    typeof value === 'boolean' ||
    [
      'grade',
      'order',
      'listedBy',
      'kind',
      'barred',
      'unanswered',
      'level',
      'ring',
      'standing',
    ].includes(name)
      ? [`${name}=${value}`]
      : [],
  )
  const signed = Object.values(record.openTasks).flatMap(({ task, proposal }) =>
    proposal ? [`${task}~${JSON.stringify(proposal)}`] : [],
  )
  const others = [...states, ...remembered]
  return [...main, ...signed].flatMap((one) => others.map((other) => `${one} ${other}`))
}

const exploreFrom = (
  process: ProcessDefinition,
  starts: Situation[],
  everybody: (Person | Machine)[],
  samples: Samples,
  most: number,
  isNew: (one: Situation) => boolean,
): Situation[] => {
  const kept = starts.filter(isNew)
  const fruitless = new Map<string, number>()
  for (let at = 0; at < kept.length && kept.length < most; at += 1) {
    const from = kept[at] as Situation
    // What an act would write into the case it is tried on, and not into the one that it makes, is an error here.
    freeze(from.record.snapshot)
    const forms = Object.entries(samples).filter(([type]) => (fruitless.get(type) ?? 0) < enough)
    const after = withShortStacks(() =>
      afterAct(process, from, everybody, Object.fromEntries(forms)),
    )
    for (const [type, one] of after) {
      const fresh = isNew(one)
      fruitless.set(type, fresh ? -Infinity : (fruitless.get(type) ?? 0) + 1)
      if (fresh) kept.push(one)
    }
    const later = waited(process, from)
    if (later && isNew(later)) kept.push(later)
  }
  return kept
}

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const below of Object.values(value)) freeze(below)
}

/** An act that was done so often and never once led to a new situation is not tried again. */
const enough = 300

const afterAct = (
  process: ProcessDefinition,
  from: Situation,
  people: (Person | Machine)[],
  samples: Samples,
): [type: string, after: Situation][] => {
  const possible = Object.entries(samples).filter(([type]) => mayLead(process, from, type))
  const then = {
    ...from,
    decisionContext: { ...from.decisionContext, at: later(from.decisionContext.at, 60_000) },
  }
  return whoDiffer(from.record, people).flatMap((by) =>
    possible.flatMap(([type, all]) =>
      all.flatMap((data) => {
        try {
          return [[type, done(process, then, by, type, data)] as [string, Situation]]
        } catch (error) {
          if (error instanceof DomainError) return []
          throw error
        }
      }),
    ),
  )
}

/** Not so an act of an item, which wants its task, nor an act of one signature that leaves the chart as it is: it makes no situation that differs. */
const mayLead = (process: ProcessDefinition, { record }: Situation, type: string): boolean => {
  const definition = process.events[type]
  if (!definition) return !definitionOf(process, type)
  if (candidates(process.machine, record.snapshot, type).length === 0) return false
  return (
    definition.by === 'task' ||
    activeNodes(process.machine, record.snapshot)
      .flatMap((node) => node.transitions.get(type) ?? [])
      .some(({ target, actions }) => target !== undefined || actions.length > 0)
  )
}

/** Of people of one post whom the case does not know yet the first acts for all: nothing tells the others from him. */
export const whoDiffer = <One extends Person | Machine>(
  record: CaseRecord,
  people: One[],
): One[] => {
  const known = JSON.stringify(record)
  const met = new Set<string>()
  return people.filter((by) => {
    if (by.kind !== 'person' || known.includes(`"${by.id}"`)) return true
    const post = JSON.stringify([by.enterprise, by.appointments])
    return !met.has(post) && Boolean(met.add(post))
  })
}
