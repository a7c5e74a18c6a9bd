// What does the person whom an item concerns, or his counsel, read of it, and what may he do?
import { isRunning } from '../engine/clocks/obligations.ts'
import { clockOf } from '../engine/clocks/rearming.ts'
import { partOf } from '../engine/items/parts.ts'
import { offer } from '../engine/judging/judge.ts'
import { type Text, text } from '../language/words.ts'
import { type DecisionContext, formLawOf, inRegion } from '../model/decision-context.ts'
import type { Concern, ConcernLine, Power } from '../model/own-matter/concern.ts'
import type { Field, ItemDefinition, ProcessDefinition } from '../model/process.ts'
import { definitionOf } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import type { CounselScope, Holder } from '../organisation/actor.ts'
import { civilDate, type Instant } from '../time/instant.ts'
import type { FactField } from './answers/fact-views.ts'
import type { DueView } from './case-views.ts'
import { dueView } from './clock-view.ts'
import { fieldsOf } from './fact-fields.ts'

/** What lists keep of the item, open or ended. */
export type OwnItem = {
  no: number
  kind: string
  nth: number
  state: string
  forms: Record<string, Record<string, unknown>>
  times: Record<string, Instant>
}

export type OwnLimit = Pick<DueView, 'date' | 'overdue' | 'provisional'> & {
  words: Text
  left: Text
  article: string
}
export type OwnAct = {
  type: string
  words: Text
  fields: Field[]
  consequence: { effect: Text; article: string } | null
}
export type OwnForm = { type: string; words: Text; at: Instant | null; fields: FactField[] }

/** Of the case its number and title, and nothing else of it that is not his. */
export type OwnMatter = {
  number: string
  title: string
  item: Text
  /** Who reads by power of attorney, and how far it goes; null: the person himself. */
  counsel: { name: string; scope: CounselScope; words: Text } | null
  open: boolean
  state: Text
  lines: ConcernLine[]
  limits: OwnLimit[]
  forms: OwnForm[]
  acts: OwnAct[]
  /** Acts that his power of attorney does not reach. */
  beyond: Text[]
}

type Reading = {
  process: ProcessDefinition
  record: CaseRecord
  item: OwnItem
  holder: Holder
  decisionContext: DecisionContext
}

const scopes: Record<CounselScope, Text> = {
  general: text('一般授权', 'General power of attorney'),
  special: text('特别授权', 'Special power of attorney'),
}

/** The item with what it says of whom it concerns; null: it concerns nobody who could come in. */
export const concernOf = (
  { items = [] }: Pick<ProcessDefinition, 'items'>,
  kind: string,
): { definition: ItemDefinition; concern: Concern } | null => {
  const definition = items.find((one) => one.kind === kind)
  return definition?.concern ? { definition, concern: definition.concern } : null
}

/** Who reads by power of attorney, and how far it goes. */
export const counselView = ({ counsel }: Holder): OwnMatter['counsel'] =>
  counsel ? { name: counsel.name, scope: counsel.scope, words: scopes[counsel.scope] } : null

export const ownMatter = (reading: Reading): OwnMatter => {
  const { process, record, item, holder } = reading
  const found = concernOf(process, item.kind)
  if (!found) throw new Error(`${item.kind} concerns nobody`)
  const { definition, concern } = found
  const { zh, en } = definition.words
  return {
    number: record.number,
    title: record.title,
    item: text(`${zh}第${item.nth}号`, `${en} no. ${item.nth}`),
    counsel: counselView(holder),
    open: record.items?.[item.no] !== undefined,
    state: concern.states[item.state] ?? definition.states[item.state] ?? text('', ''),
    lines: [
      ...linesOf(reading, concern),
      ...counselLines(reading, { kind: item.kind, nth: item.nth }),
    ],
    limits: limitsOf(reading, concern),
    forms: formsOf(reading, definition, concern),
    ...actsOf(reading, concern),
  }
}

/** Who may act for this principal now, and until when: he is the first to notice a power that he never gave. */
export const counselLines = (
  { process: { items = [] }, record, decisionContext }: Omit<Reading, 'item' | 'holder'>,
  principal: Power['of'],
): ConcernLine[] => {
  const today = civilDate(decisionContext.at)
  return Object.values(record.items ?? {}).flatMap(({ kind, snapshot }) => {
    const power = items.find((one) => one.kind === kind)?.empowers?.of(snapshot)
    if (!power || today < power.from || today > power.until) return []
    if (power.of?.kind !== principal?.kind || power.of?.nth !== principal?.nth) return []
    const { zh, en } = scopes[power.scope]
    return [
      {
        words: text('已同意的代理人', 'Counsel accepted'),
        value: text(
          `${power.name}（${zh}，至${power.until}）`,
          `${power.name} (${en}, until ${power.until})`,
        ),
      },
    ]
  })
}

const linesOf = ({ record, item, decisionContext }: Reading, { lines }: Concern): ConcernLine[] => [
  ...lines({
    nth: item.nth,
    ofCase: record.snapshot.context,
    context: record.items?.[item.no]?.snapshot.context ?? null,
    forms: item.forms,
    today: civilDate(decisionContext.at),
    law: formLawOf(decisionContext, record),
  }),
]

const limitsOf = (
  { process, record, item, decisionContext }: Reading,
  { clocks }: Concern,
): OwnLimit[] =>
  record.obligations
    .filter((one) => one.item === item.no && isRunning(one) && clocks.includes(one.clock))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
    .map((one) => {
      const { date, overdue, provisional, words } = dueView(one, inRegion(decisionContext, record))
      const { words: named } = clockOf(process, one)
      return { date, overdue, provisional, words: named, left: words, article: one.article }
    })

const formsOf = (
  { process, item }: Reading,
  { events }: ItemDefinition,
  { reads }: Concern,
): OwnForm[] =>
  Object.entries(reads)
    .flatMap(([type, { words, fields: names }]): OwnForm[] => {
      const [said, declared] = [item.forms[type], events[type] ?? definitionOf(process, type)]
      if (!said || !declared) return []
      const fields = fieldsOf({ type, data: said }, declared, 'internal').filter(
        ({ name, confidential }) => names.includes(name) && !confidential,
      )
      return [{ type, words, at: item.times[type] ?? null, fields }]
    })
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? -1 : 1))

/** Hints speak to officers who write down what he has said. */
export const withoutHint = ({ hint: _, ...field }: Field): Field => field

const actsOf = (
  { process, record, item, holder, decisionContext }: Reading,
  { acts }: Concern,
): Pick<OwnMatter, 'acts' | 'beyond'> => {
  const part = partOf(process, record, item.no)
  const [taskId] = Object.keys(part.record.openTasks)
  if (!part.item || taskId === undefined) return { acts: [], beyond: [] }
  const able = (by: Holder, type: string): boolean =>
    offer(process, record, by, type, decisionContext, taskId).allowed
  const { counsel: _, ...himself } = holder
  const own = Object.keys(acts).filter((type) => able(holder, type))
  const beyond = Object.keys(acts).filter((type) => !own.includes(type) && able(himself, type))
  return {
    acts: own.flatMap((type): OwnAct[] => {
      const definition = part.process.events[type]
      const words = acts[type]?.words
      if (!definition || !words) return []
      const fields =
        definition.fieldsFor?.(part.record, formLawOf(decisionContext, record)) ?? definition.fields
      const { consequence = null } = definition
      return [{ type, words, fields: fields.map(withoutHint), consequence }]
    }),
    beyond: beyond.flatMap((type) => acts[type]?.words ?? []),
  }
}
