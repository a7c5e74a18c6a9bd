// What does whoever reported or applied for something learn about it with number and code?

import { isRunning } from '../engine/clocks/obligations.ts'
import { type Text, text } from '../language/words.ts'
import type { StoredFact } from '../model/chain.ts'
import { type DecisionContext, inRegion } from '../model/decision-context.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { regions } from '../organisation/regions.ts'
import { factsInForce } from '../statistics/counted.ts'
import type { Instant } from '../time/instant.ts'
import type { FactField } from '../views/answers/fact-views.ts'
import { valueWords } from '../views/answers/value-words.ts'
import type { DueView } from '../views/case-views.ts'
import { dueView } from '../views/clock-view.ts'
import { coursesOf, type FollowStage, publicClocksOf, stagesOf, wantedOf } from './progress.ts'

export type FollowStep = { at: Instant; words: Text }
export type FollowAnswer = { at: Instant; fields: FactField[] }
/** Until when he is answered at the latest, by which article. */
export type FollowLimit = Pick<DueView, 'date' | 'overdue' | 'provisional'> & {
  words: Text
  left: Text
  article: string
  course: Text | null
}

/** Nothing of the enterprise, of officials or of what was written inside; only where it stands and what he is told. */
export type FollowView = {
  number: string | null
  process: Text
  region: Text | null
  status: 'received' | 'open' | 'closed'
  state: Text
  reportedAt: Instant
  steps: FollowStep[]
  answers: FollowAnswer[]
  limits: FollowLimit[]
  /** Of an application: its five steps, and what the applicant has to do. */
  stages: FollowStage[]
  wanted: Text[]
}

const received = text('已收到', 'Received')
const waiting = text('已收到，正在登记编号', 'Received; the number is being given')

/** Accepted and safely stored, but no case yet. */
export const followWaiting = (process: ProcessDefinition, reportedAt: Instant): FollowView => ({
  number: null,
  process: process.title,
  region: null,
  status: 'received',
  state: waiting,
  reportedAt,
  steps: [{ at: reportedAt, words: received }],
  answers: [],
  limits: [],
  stages: [],
  wanted: [],
})

export const followView = (
  process: ProcessDefinition,
  record: CaseRecord,
  facts: StoredFact[],
  decisionContext: DecisionContext,
): FollowView => {
  const steps = stepsOf(process, record, facts)
  return {
    number: record.number,
    process: process.title,
    region: regions[record.region].name,
    status: record.status,
    state: steps.at(-1)?.words ?? received,
    reportedAt: record.openedAt,
    steps,
    answers: factsInForce(facts).flatMap((fact) => answerIn(process, fact)),
    limits: limitsOf(process, record, decisionContext),
    stages: stagesOf(process, record, facts),
    wanted: wantedOf(process, record),
  }
}

/** Each time the case came to stand elsewhere in the words of the public; what happens beside is nobody's business outside. */
const stepsOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  facts: StoredFact[],
): FollowStep[] => {
  const steps: FollowStep[] = [{ at: record.openedAt, words: received }]
  for (const { after, occurredAt } of facts) {
    const words = after === null ? null : publicState(process, after)
    if (words && words.zh !== steps.at(-1)?.words.zh) steps.push({ at: occurredAt, words })
  }
  return steps
}

/** The first region of the chart in public words; without such words, those of the party. */
const publicState = (process: ProcessDefinition, key: string): Text | null => {
  const leaf = key
    .split('|')
    .find(
      (name) =>
        process.machine.root.type !== 'parallel' || name.split('.')[0] === firstRegion(process),
    )
  const { publicStates = {}, partyStates } = process.words
  return leaf === undefined ? null : (publicStates[leaf] ?? partyStates[leaf] ?? null)
}

const firstRegion = (process: ProcessDefinition): string | undefined =>
  Object.keys(process.machine.root.states)[0]

/** The fields of a fact that are meant for whoever reported. */
const answerIn = (process: ProcessDefinition, fact: StoredFact): FollowAnswer[] => {
  const definition = definitionOf(process, fact.type)
  const visibleFields = definition?.show.reporter ?? []
  const fields = (definition?.fields ?? [])
    .filter(
      ({ name, kind, confidential }) =>
        visibleFields.includes(name) &&
        !confidential &&
        kind !== 'files' &&
        typeof fact.data[name] !== 'undefined',
    )
    .map((field) => ({
      name: field.name,
      label: field.words,
      value: valueWords(field, fact.data[field.name]),
    }))
  return fields.length > 0 ? [{ at: fact.occurredAt, fields }] : []
}

/** The running periods that end with an answer to him or that the guide tells of, soonest first. */
const limitsOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  decisionContext: DecisionContext,
): FollowLimit[] => {
  const answering = Object.keys(process.events).filter(
    (type) => process.events[type]?.show.reporter !== undefined,
  )
  const visibleClocks = publicClocksOf(process)
  const courses = coursesOf(process, record, decisionContext)
  const clocks = new Map(
    process.clocks
      .filter(
        ({ clock, endsOn }) =>
          visibleClocks.includes(clock) || endsOn.some((type) => answering.includes(type)),
      )
      .map((one) => [one.clock, one]),
  )
  return record.obligations
    .filter((one) => isRunning(one) && clocks.has(one.clock))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map((one) => {
      const { date, overdue, provisional, words } = dueView(one, inRegion(decisionContext, record))
      return {
        date,
        overdue,
        provisional,
        words: clocks.get(one.clock)?.words ?? text('', ''),
        left: words,
        article: one.article,
        course: courses[one.id] ?? null,
      }
    })
}

/** A number as people type it on a telephone: other brackets, spaces, without the last character. */
export const plainNumber = (typed: string): string => {
  const bare = typed
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[[({〔【]/g, '〔')
    .replace(/[\])}〕】]/g, '〕')
  return /〔\d{4}〕\d+$/.test(bare) ? `${bare}号` : bare
}

/** A code as people type it: small letters, spaces and strokes do not matter. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
