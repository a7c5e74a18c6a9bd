// What does a decision on one part make of the whole case, and how is an item opened?
import { stateKey } from '../model/chart.ts'
import type { PaymentRequest } from '../model/collection/collection.ts'
import { isAnswered, secretFields, withoutSecrets } from '../model/confidential.ts'
import { type DecisionContext, inRegion, lawOf } from '../model/decision-context.ts'
import type { ItemChange } from '../model/draft.ts'
import { addEffects, change, type Draft, draftOf, touch } from '../model/draft.ts'
import type { ItemDefinition } from '../model/process.ts'
import { type CaseEvent, definitionOf, type ProcessDefinition } from '../model/process.ts'
import type { CaseItem, CaseRecord, NewFact, Obligation, Snapshot } from '../model/record.ts'
import { followSnapshot, groupsFor } from '../tasks/tasks.ts'
import type { Instant } from '../time/instant.ts'
import { endAll, followFact, isRunning } from './clocks/obligations.ts'
import { numberOfItem, withChangedItems } from './items/other-items.ts'
import { itemPart, type Part } from './items/parts.ts'
import { openedItemNotice } from './notices/notices.ts'
import { firstSnapshot } from './snapshots.ts'

/**
 * The whole case after a part of it has been decided: what the other parts hold stays, and events of the case that open items have opened
 * them. `before`: the whole case as it was.
 */
export const wholeAfter = (
  process: ProcessDefinition,
  before: CaseRecord,
  part: Part,
  decided: Draft,
  decisionContext: DecisionContext,
): Draft => {
  if (!process.items) return decided
  return part.item
    ? afterItem(process, before, part.item, decided)
    : openItems(process, afterCase(before, decided), decisionContext)
}

/** The case has moved, and its open items with their tasks and periods stay, unless it has ended. */
const afterCase = (before: CaseRecord, decided: Draft): Draft => {
  const { record } = decided
  const items = Object.values(before.items ?? {})
  if (items.length === 0) return decided
  const held = before.obligations.filter(({ item }) => item !== undefined)
  if (record.status === 'closed') {
    const at = record.closedAt ?? record.openedAt
    const ended = endAll(held, { at })
    const changes = items.map((item) => ({
      ...changeOf(record, item, nothing, at),
      periods: ended.filter((one) => one.item === item.no),
    }))
    return { ...change(decided, { items: {} }), items: changes }
  }
  const tasks = Object.entries(before.openTasks).filter(([, { item }]) => item !== undefined)
  return change(decided, {
    openTasks: { ...record.openTasks, ...Object.fromEntries(tasks) },
    obligations: [...record.obligations, ...held],
  })
}

/** One item has moved; the case stands where it stood, and what was done before the item moved can no longer be taken back. */
const afterItem = (
  process: ProcessDefinition,
  before: CaseRecord,
  item: CaseItem,
  decided: Draft,
): Draft => {
  const { record } = decided
  const ended = record.status === 'closed'
  const moved: CaseItem = { ...item, snapshot: record.snapshot, material: record.material }
  const facts = decided.facts.map((fact) => namedAfter(fact, item))
  const definition = process.items?.find(({ kind }) => kind === item.kind)
  const { [item.no]: _, ...rest } = before.items ?? {}
  const others = withChangedItems(definition ?? {}, moved, rest)
  const periods = ofItem(item.no, record.obligations)
  const whole: CaseRecord = {
    ...before,
    snapshot: rememberedAfter(definition, before, moved, ended ? record.closedAt : null),
    revision: record.revision,
    facts: record.facts,
    entries: record.entries,
    ...(record.standIns ? { standIns: record.standIns } : {}),
    ...(record.links ? { links: record.links } : {}),
    undo: null,
    items: ended ? others : { ...others, [item.no]: moved },
    openTasks: {
      ...Object.fromEntries(
        Object.entries(before.openTasks).filter(([, task]) => task.item !== item.no),
      ),
      ...Object.fromEntries(
        Object.entries(record.openTasks).map(([id, task]) => [id, { ...task, item: item.no }]),
      ),
    },
    obligations: [
      ...before.obligations.filter((one) => one.item !== item.no),
      ...(ended ? [] : periods),
    ],
  }
  const said: ItemChange = {
    ...changeOf(whole, moved, saidIn(process, facts), ended ? record.closedAt : null),
    periods: ended ? periods : [],
  }
  const effects = decided.effects.map((one) =>
    one.kind === 'payment' ? { ...one, item: payerOf(before, item, one) } : one,
  )
  return { ...decided, record: whole, facts, effects, items: [...(decided.items ?? []), said] }
}

/** Whose money an act of an item asks for; null: that of the case. */
const payerOf = (record: CaseRecord, item: CaseItem, { of }: PaymentRequest): number | null => {
  if (of === 'case') return null
  return (of === undefined ? null : numberOfItem(record, of)) ?? item.no
}

/** The chart of the case stays where it is; what it remembers may change by an item. `at`: when that has ended. */
const rememberedAfter = (
  definition: ItemDefinition | undefined,
  { snapshot }: CaseRecord,
  item: CaseItem,
  at: Instant | null,
): Snapshot => {
  const { value, context } = item.snapshot
  const state = stateKey(value)
  const changed =
    at === null
      ? definition?.goesOn?.(snapshot.context, { state, context })
      : definition?.ends?.(snapshot.context, { state, context, at })
  if (!changed) return snapshot
  return { ...snapshot, context: { ...snapshot.context, ...changed } }
}

/** Which item a fact speaks of, for whoever reads it later. */
const namedAfter = (fact: NewFact, { no, kind, nth }: CaseItem): NewFact => ({
  ...fact,
  data: { ...fact.data, item: no, itemKind: kind, itemNth: nth },
})

const ofItem = (item: number, obligations: Obligation[]): Obligation[] =>
  obligations.map((one) => ({ ...one, item }))

type Said = Pick<ItemChange, 'forms' | 'times'>
const nothing: Said = { forms: {}, times: {} }

/** What was said in the forms of an item's acts, and when; what is confidential is read from the facts alone. */
const saidIn = (process: ProcessDefinition, facts: NewFact[]): Said =>
  facts.reduce<Said>(
    (said, { type, data: { item: _, itemKind: _kind, itemNth: _nth, ...data }, occurredAt }) => {
      const definition = definitionOf(process, type)
      return definition
        ? {
            forms: { ...said.forms, [type]: withoutSecrets(definition, data) },
            times: { ...said.times, [type]: occurredAt },
          }
        : said
    },
    nothing,
  )

const changeOf = (
  record: CaseRecord,
  item: CaseItem,
  said: Said,
  endedAt: Instant | null,
): ItemChange => ({
  item,
  ...said,
  to: Object.values(record.openTasks).flatMap((task) => (task.item === item.no ? task.groups : [])),
  dueAt: firstDueOf(record, item.no),
  endedAt,
  periods: [],
})

const firstDueOf = ({ obligations }: CaseRecord, no: number): Instant | null =>
  obligations
    .filter((one) => one.item === no && isRunning(one))
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null

/** Periods were reckoned again from outside: items with another end are written again, and their tasks, which lists sort by it. */
export const withMovedItems = (before: CaseRecord, draft: Draft): Draft => {
  const { record } = draft
  const moved = Object.values(record.items ?? {}).filter(
    ({ no }) => firstDueOf(record, no) !== firstDueOf(before, no),
  )
  if (moved.length === 0) return draft
  const numbers = new Set<number | undefined>(moved.map(({ no }) => no))
  const tasks = Object.entries(record.openTasks).map(([id, task]) => [
    id,
    numbers.has(task.item) ? { ...task } : task,
  ])
  return {
    ...change(draft, { openTasks: Object.fromEntries(tasks) }),
    items: moved.map((item) => changeOf(record, item, nothing, null)),
  }
}

/** Opens what the facts of this decision open. */
const openItems = (
  process: ProcessDefinition,
  decided: Draft,
  decisionContext: DecisionContext,
): Draft => {
  if (decided.record.status === 'closed') return decided
  const first = decided.record.facts - decided.facts.length + 1
  return decided.facts.reduce((draft, fact, index) => {
    const definition = process.items?.find(({ opens }) => opens === fact.type)
    if (!definition) return draft
    const no = first + index
    const opened = openItem(process, definition, draft, { ...fact, no }, decisionContext)
    const item = opened.record.items?.[no]
    return {
      ...opened,
      facts: opened.facts.map((one, nth) => (nth === index && item ? namedAfter(one, item) : one)),
    }
  }, decided)
}

/** What the form that opens an item keeps secret stands with the case, for who may look at it later. */
const secretsOf = (
  process: ProcessDefinition,
  { itemSecrets }: CaseRecord,
  { no, kind, nth }: CaseItem,
  { type, data }: NewFact,
): Pick<CaseRecord, 'itemSecrets'> => {
  const found = secretFields(definitionOf(process, type)).flatMap(({ name }) =>
    isAnswered(data[name]) ? [[name, data[name]]] : [],
  )
  return found.length === 0
    ? {}
    : { itemSecrets: { ...itemSecrets, [no]: { kind, nth, answers: Object.fromEntries(found) } } }
}

const openItem = (
  process: ProcessDefinition,
  definition: ItemDefinition,
  draft: Draft,
  fact: NewFact & { no: number },
  decisionContext: DecisionContext,
): Draft => {
  const { record } = draft
  const { type, data, occurredAt: at, no } = fact
  const nth = (record.itemsOpened?.[definition.kind] ?? 0) + 1
  const event: CaseEvent = {
    type,
    data,
    by: { kind: 'system' },
    at,
    signatures: [],
    ...lawOf(decisionContext, record),
    nth,
    ofCase: record.snapshot.context,
    ...(fact.actor.id === undefined ? {} : { openedBy: fact.actor.id }),
  }
  const item: CaseItem = {
    no,
    kind: definition.kind,
    nth,
    openedAt: at,
    snapshot: firstSnapshot(definition, event),
    material: {},
  }
  const part = itemPart(process, definition, record, item)
  const inner = touch(draftOf(part.record), 'whole').record
  const tasked = { ...inner, ...followSnapshot(part.process, inner, null, at) }
  const obligations = followFact(
    part.process,
    tasked,
    { type, at, seq: no, data },
    inRegion(decisionContext, record),
  )
  const opened = { ...item, material: tasked.material }
  const whole = change(draft, {
    undo: null,
    items: { ...withChangedItems(definition, opened, record.items ?? {}), [no]: opened },
    itemsOpened: { ...record.itemsOpened, [definition.kind]: nth },
    ...secretsOf(process, record, item, fact),
    entries: tasked.entries,
    openTasks: {
      ...record.openTasks,
      ...Object.fromEntries(
        Object.entries(tasked.openTasks).map(([id, task]) => [id, { ...task, item: no }]),
      ),
    },
    obligations: [...record.obligations, ...ofItem(no, obligations)],
  })
  const groups = [
    ...Object.values(tasked.openTasks).flatMap((task) => task.groups),
    ...groupsFor(definition.notify?.(item.snapshot.context) ?? [], record),
  ]
  const said = changeOf(whole.record, opened, saidIn(process, [fact]), null)
  return {
    ...addEffects(whole, ...openedItemNotice(process, whole.record, definition, { groups, at })),
    items: [...(draft.items ?? []), said],
  }
}
