// How is something applied for, drawn from the process and from the rule book of a day?

import { type Text, text } from '../language/words.ts'
import { inBook, ruleBook } from '../law/rule-book.ts'
import { type Cite, citeText } from '../law/rules/norms.ts'
import type { Rule } from '../law/rules/rule.ts'
import { statesOf, transitionsOf } from '../model/chart.ts'
import {
  type GuideDefinition,
  type Stage,
  stageNames,
  stageOf,
  stages,
} from '../model/guide-definition.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { addressWords } from '../organisation/group-words.ts'
import { signaturesNeeded } from '../tasks/tasks.ts'
import type { Day } from '../time/days.ts'
import { type GuideLimitView, type GuidePeriod, limitsOf, periodOf } from './limits.ts'
import { type SpecialCase, specialOf } from './special.ts'

export type GuideStep = {
  stage: Stage
  words: Text
  tasks: { words: Text; who: Text[]; signers: number }[]
  documents: Text[]
}
type Founded = { words: Text; article: Text }

/** 办事指南 in the order in which government services tell it. */
export type ServiceGuide = {
  process: string
  title: Text
  summary: Text
  /** The day whose rule book it follows. */
  on: Day
  organ: Text
  kinds: Text[]
  conditions: Founded[]
  materials: { words: Text; shape: Text; when: Text }[]
  steps: GuideStep[]
  limits: GuideLimitView[]
  special: SpecialCase[]
  basis: Text[]
  fees: Text
  visits: GuideDefinition['visits']
  results: { words: Text; validity: GuidePeriod | null }[]
  contact: Text[]
}

export type ServiceRow = Pick<
  ServiceGuide,
  'process' | 'title' | 'summary' | 'fees' | 'visits' | 'on'
> & { limit: GuideLimitView | null }

/** The guide to a service as the rules of a day have it; null for a process that is no service. */
export const serviceGuide = (
  process: ProcessDefinition,
  on: Day,
  book: readonly Rule[] = ruleBook,
): ServiceGuide | null => {
  const { guide, id, title, summary } = process
  if (!guide) return null
  const ruleOf = (clock: string): Rule | null => ruleOfClock(process, clock, on, book)
  return {
    process: id,
    title,
    summary,
    on,
    organ: guide.organ,
    kinds: kindsOf(process),
    conditions: guide.conditions.map(({ words, cites }) => ({ words, article: citeText(cites) })),
    materials: materialsOf(process, guide),
    steps: stageNames.map((stage) => stepOf(process, guide, stage)),
    limits: limitsOf(process, guide, ruleOf),
    special: specialOf(process, guide, ruleOf),
    basis: guide.basis.map((cite: Cite) => citeText([cite])),
    fees: guide.fees,
    visits: guide.visits,
    contact,
    results: guide.results.map(({ event, validity }) => ({
      words: process.words.documents?.[event] ?? text(event, event),
      validity: validity ? periodOf(ruleOf(validity)) : null,
    })),
  }
}

/** One line of the list of services: its longest step stands for its time. */
export const serviceRow = (
  process: ProcessDefinition,
  on: Day,
  book: readonly Rule[] = ruleBook,
): ServiceRow | null => {
  const guide = serviceGuide(process, on, book)
  if (!guide) return null
  const { title, summary, fees, visits, limits } = guide
  const limit = limits.find(({ stage }) => stage === 'review') ?? limits[0] ?? null
  return { process: process.id, title, summary, fees, visits, on, limit }
}

const ruleOfClock = (
  { clocks }: ProcessDefinition,
  name: string,
  on: Day,
  book: readonly Rule[],
): Rule | null => {
  const due = clocks.find(({ clock }) => clock === name)?.due
  return due && 'rule' in due ? inBook(book, due.rule, on) : null
}

const kindsOf = ({ start }: ProcessDefinition): Text[] =>
  Object.values(
    start.fields.find(({ name, kind }) => name === 'kind' && kind === 'choice')?.choices ?? {},
  )

/** The files that the form of the application asks for. */
const materialsOf = (
  { start }: ProcessDefinition,
  { materials }: GuideDefinition,
): ServiceGuide['materials'] =>
  start.fields
    .filter(({ kind }) => kind === 'files')
    .map(({ name, words, required, hint }) => ({
      words,
      shape: materials[name]?.shape ?? electronic,
      when: materials[name]?.when ?? hint ?? (required ? always : onRequest),
    }))

const electronic = text('电子件', 'Electronic copy')
const always = text('必要', 'Always')
const onRequest = text('非必要', 'Where there is one')

/** Who does what in a step, as the chart has it, and which documents its acts make. */
const stepOf = (process: ProcessDefinition, guide: GuideDefinition, stage: Stage): GuideStep => {
  const { machine, words, start } = process
  const here = statesOf(machine).filter(({ name }) => stageOf(guide, name) === stage)
  const names = new Set(here.map(({ name }) => name))
  const acts = transitionsOf(machine).flatMap(({ from, event }) => (names.has(from) ? [event] : []))
  const events = [...new Set(stage === 'apply' ? [start.type, ...acts] : acts)]
  const partyTasks = here.flatMap(({ task }) =>
    task && !task.internal
      ? [
          {
            words: words.tasks[task.task] ?? text(task.task, task.task),
            who: whoOf(task),
            signers: signaturesNeeded(task.signers),
          },
        ]
      : [],
  )
  const opening = stage === 'apply' ? [{ words: start.words, who: [applicant], signers: 1 }] : []
  return {
    stage,
    words: stages[stage],
    tasks: [...opening, ...partyTasks],
    documents: events
      .filter((event) => isPartyInformed(process, event))
      .flatMap((event) => words.documents?.[event] ?? []),
  }
}

const isPartyInformed = ({ start, events }: ProcessDefinition, type: string): boolean =>
  (type === start.type ? start : events[type])?.audience !== 'internal'

const applicant = text('申请人', 'Applicant')

const whoOf = ({
  to,
  also = [],
}: NonNullable<ReturnType<typeof statesOf>[number]['task']>): Text[] =>
  to.office === 'enterprise' ? [applicant] : [to, ...also].map(addressWords)

/** 咨询投诉: the same for every service of the city. */
const contact: Text[] = [
  text(
    '咨询：拨打12345政务服务便民热线，或到受理机关的行政审批窗口',
    'Questions: call 12345, or ask at the licensing window of the authority',
  ),
  text(
    '投诉：拨打12345；安全生产方面的举报拨打12350',
    'Complaints: call 12345; to report a safety hazard call 12350',
  ),
]
