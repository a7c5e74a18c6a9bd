// Can the case follow a correction, or has it gone on by what is to be corrected?
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { ask, type Transition, transitionsOf } from '../../model/chart.ts'
import { type DecisionContext, type LookedUp, lawOf } from '../../model/decision-context.ts'
import type { CaseEvent, ProcessDefinition, Verdict } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { restatedVerdict } from './restated.ts'

type Fact = NonNullable<LookedUp['fact']>
type Data = Record<string, unknown>
type Remembered = Record<string, unknown>

/** What the fact says today: of the latest of its kind as the case has it, so that what was corrected before counts. */
export const statedIn = ({ data }: CaseRecord, fact: Fact): Data =>
  (fact.latest ? data[fact.type] : null) ?? fact.data

/** What the chart remembers otherwise of a corrected fact; empty where a later one counts. */
export const rememberedAnew = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  is: Data,
  decisionContext: DecisionContext,
): Remembered => {
  const was = statedIn(record, fact)
  return fact.latest || process.addsUp?.includes(fact.type)
    ? (process.corrected?.(
        record,
        { type: fact.type, was, is: { ...was, ...is }, ...(fact.actor ? { by: fact.actor } : {}) },
        lawOf(decisionContext, record),
      ) ?? {})
    : {}
}

type Described = ReturnType<ProcessDefinition['describe']>

/** What the case was called by the corrected fact, where it lay and whom it concerned, as far as that is so still and would now be otherwise. */
export const describedAnew = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  is: Data,
): Partial<Described> => {
  const was = statedIn(record, fact)
  const { context } = record.snapshot
  const starts = fact.type === process.start.type
  const author = starts ? authorOf(process, record, was) : nobody
  const [before, now] = [was, { ...was, ...is }].map(
    (data): Partial<Described> =>
      starts
        ? process.describe(data, author)
        : (process.events[fact.type]?.moves?.(data, context) ?? {}),
  ) as [Partial<Described>, Partial<Described>]
  const names = Object.keys(now) as (keyof Described)[]
  const changed = names.filter(
    (name) => now[name] !== before[name] && record[name] === before[name],
  )
  return Object.fromEntries(changed.map((name) => [name, now[name]]))
}

/** Whether the act itself could say so: by its own rules at the moment at which it was done, and by what the process asks of corrections today. */
export const correctionVerdict = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  is: Data,
  decisionContext: DecisionContext,
): Verdict => {
  const was = statedIn(record, fact)
  const { type, latest } = fact
  const restated = { type, was, is: { ...was, ...is } }
  const law = lawOf(decisionContext, record)
  // Who may act was judged when it was done.
  const said = { at: fact.at ?? decisionContext.at, by: nobody, signatures: [], ...law }
  const verdict = restatedVerdict(process, record.snapshot.context, restated, said)
  if (verdict !== true) return verdict
  return (
    process.correctionLawful?.(record, { ...restated, at: decisionContext.at, latest }, law) ?? true
  )
}

const nobody = {
  kind: 'person',
  id: '',
  name: '',
  enterprise: null,
  appointments: [],
} as const satisfies Actor

/** By whom the case is called as it is: what somebody nameless reports is called by its kind, whatever his words. */
const authorOf = (process: ProcessDefinition, { title }: CaseRecord, was: Data): Actor =>
  authors.find((by) => process.describe(was, by).title === title) ?? nobody
const authors: readonly Actor[] = [nobody, { kind: 'public', id: '' }]

/**
 * No, where the chart has taken it into its memory and would go on remembering what was wrong, or has gone one way by it and by the other would have
 * gone another: such a step is taken back or returned, and done anew.
 */
export const followsCorrection = (
  process: ProcessDefinition,
  record: CaseRecord,
  fact: Fact,
  is: Data,
  decisionContext: DecisionContext,
): boolean => {
  const was = statedIn(record, fact)
  const law = lawOf(decisionContext, record)
  const said = (data: Data): CaseEvent => ({
    type: fact.type,
    data,
    at: decisionContext.at,
    by: { ...nobody, id: fact.actor ?? '' },
    signatures: [],
    ...law,
  })
  const [wrong, right] = [said(was), said({ ...was, ...is })]
  const later = fact.latest ? null : said(record.data[fact.type] ?? {})
  const { context } = record.snapshot
  const anew = rememberedAnew(process, record, fact, is, decisionContext)
  const isFollowed = (note: Note): boolean =>
    stillRemembered(note, { context, wrong, right, later }).every((name) => name in anew)
  const goesOtherwise = (ways: readonly Transition[]): boolean => {
    const [gone, now] = [wrong, right].map((event) => wayBy(process, ways, { context, event }))
    return gone !== undefined && now !== undefined && gone !== now
  }
  return (
    notesOf(process, fact.type).every(isFollowed) &&
    !choicesBy(process.machine, fact.type).some(goesOtherwise)
  )
}

type Note = (context: Remembered, event: CaseEvent) => Remembered

type Said = { context: Remembered; wrong: CaseEvent; right: CaseEvent; later: CaseEvent | null }

/** The names under which the chart still remembers what was wrong. */
const stillRemembered = (note: Note, { context, wrong, right, later }: Said): string[] => {
  const after = (...events: (CaseEvent | null)[]): Remembered => {
    const noted: Remembered = {}
    for (const event of events)
      if (event) Object.assign(noted, note({ ...context, ...noted }, event))
    return noted
  }
  const [before, now, again] = [after(wrong, later), after(right, later), after(wrong, wrong)]
  return Object.keys({ ...before, ...now }).filter((name) => {
    if (isSame(before[name], now[name])) return false
    const addsUp = !isSame(after(wrong)[name], again[name])
    return addsUp || isSame(context[name], before[name])
  })
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Where a state is left by one event in several ways. */
const choicesBy = (machine: AnyStateMachine, type: string): Transition[][] => {
  const byState = Map.groupBy(
    transitionsOf(machine).filter(({ event }) => event === type),
    ({ from }) => from,
  )
  return [...byState.values()].filter((ways) => ways.length > 1)
}

/** The first way that is open, by its number. */
const wayBy = (
  { rules }: ProcessDefinition,
  ways: readonly Transition[],
  said: { context: Remembered; event: CaseEvent },
): number | undefined => {
  const found = ways.findIndex(({ guard }) => {
    const rule = guard ? rules[guard.name] : undefined
    return !rule || ask(rule, said, guard?.params) === true
  })
  return found < 0 ? undefined : found
}

/** What the chart notes of an event, in whichever state; at the beginning of the case its whole memory. A note that does not understand it notes nothing. */
const notesOf = (process: ProcessDefinition, type: string): Note[] => {
  const { machine, start } = process
  const opening: unknown = machine.config.context
  const first: Note[] =
    type === start.type && typeof opening === 'function'
      ? [(_, event) => opening({ input: event }) as Remembered]
      : []
  return [...notesBy(machine, type), ...first].map((note) => (context, event) => {
    try {
      return note(context, event)
    } catch {
      return {}
    }
  })
}

/** XState keeps what it was given to assign with the action that does so. */
const notesBy = (machine: AnyStateMachine, type: string): Note[] => {
  const given = machine.implementations.actions as Record<string, { assignment?: unknown }>
  const used = nodesOf(machine.root).flatMap((node) =>
    (node.transitions.get(type) ?? []).flatMap(({ actions }) => actions),
  )
  const names = used.map((one) =>
    typeof one === 'string' ? one : String((one as { type?: unknown }).type),
  )
  return [...new Set(names)].flatMap((name): Note[] => {
    const note = given[name]?.assignment
    return typeof note === 'function'
      ? [(context, event) => note({ context, event }) as Remembered]
      : []
  })
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(nodesOf),
]
