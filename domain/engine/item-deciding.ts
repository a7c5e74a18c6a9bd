// What does a decision on one part make of the whole case, and how is an item opened?
import { isAnswered, secretFields } from '../model/confidential.ts'
import { type DecisionContext, inRegion, lawOf } from '../model/decision-context.ts'
import { addEffects, change, type Draft, draftOf, joined, touch } from '../model/draft.ts'
import type { ItemDefinition } from '../model/process.ts'
import { type CaseEvent, definitionOf, type ProcessDefinition } from '../model/process.ts'
import type { CaseItem, CaseRecord, NewFact } from '../model/record.ts'
import { followSnapshot, groupsFor } from '../tasks/tasks.ts'
import { endAll, followFact } from './clocks/obligations.ts'
import { itemsFollowing } from './item-following.ts'
import {
  afterItem,
  changeOf,
  changesBeside,
  firstDueOf,
  namedAfter,
  nothing,
  ofItem,
  saidIn,
} from './items/item-after.ts'
import { besideOpened } from './items/other-items.ts'
import { itemPart, type Part, partOf } from './items/parts.ts'
import { openedItemNotice } from './notices/notices.ts'
import { firstSnapshot } from './snapshots.ts'
import { clockEvent } from './step.ts'

/**
 * The whole case after a part of it has been decided: what the other parts hold stays, events of the case that open items have opened
 * them, and items that go by what the case has come to have followed it. `before`: the whole case as it was.
 */
export const wholeAfter = (
  process: ProcessDefinition,
  before: CaseRecord,
  part: Part,
  decided: Draft,
  decisionContext: DecisionContext,
): Draft => {
  if (!process.items) return decided
  if (!part.item) {
    const opened = openItems(process, afterCase(process, before, decided), decisionContext)
    return itemsFollowing(process, opened, decisionContext)
  }
  const whole = afterItem(process, before, part.item, decided)
  const followed = itemsFollowing(process, whole, decisionContext)
  return caseFollowing(process, followed, part.item, decisionContext)
}

/** The case itself takes the step that one of its items has brought about, at the moment of that. */
const caseFollowing = (
  process: ProcessDefinition,
  whole: Draft,
  { kind }: CaseItem,
  decisionContext: DecisionContext,
): Draft => {
  const definition = process.items?.find((one) => one.kind === kind)
  const event = definition?.brings?.(whole.record.snapshot.context) ?? null
  const at = whole.facts.at(-1)?.occurredAt
  if (event === null || at === undefined) return whole
  const part = partOf(process, whole.record, undefined)
  const moved = clockEvent(part.process, draftOf(part.record), { event }, at, decisionContext)
  if (moved.facts.length === 0) return whole
  return joined(whole, wholeAfter(process, whole.record, part, moved, decisionContext))
}

/** The case has moved, and its open items with their tasks and periods stay, unless it has ended. */
const afterCase = (process: ProcessDefinition, before: CaseRecord, decided: Draft): Draft => {
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
  const kept = change(decided, {
    openTasks: { ...record.openTasks, ...Object.fromEntries(tasks) },
    obligations: [...record.obligations, ...held],
  })
  return record.region === before.region && record.owner === before.owner
    ? kept
    : itemsElsewhere(process, kept, items)
}

type Tasks = CaseRecord['openTasks']

/** The same work for the same offices: who has claimed a task keeps it. */
const hasSameGroups = (before: Tasks, after: Tasks): boolean => {
  const asked = (tasks: Tasks) =>
    Object.values(tasks)
      .map(({ task, groups }) => `${task} ${groups.join(' ')}`)
      .sort()
      .join('; ')
  return asked(before) === asked(after)
}

/** The case lies with another authority, or another holder, now: work on its items that is for other offices there is opened anew. */
const itemsElsewhere = (process: ProcessDefinition, draft: Draft, items: CaseItem[]): Draft => {
  const { record } = draft
  const at = draft.facts.at(-1)?.occurredAt ?? record.openedAt
  const openTasks = Object.fromEntries(
    Object.entries(record.openTasks).filter(([, { item }]) => item === undefined),
  )
  let { entries } = record
  for (const item of items) {
    const definition = process.items?.find(({ kind }) => kind === item.kind)
    if (!definition) continue
    const part = itemPart(process, definition, { ...record, entries }, item)
    const opened = followSnapshot(part.process, { ...part.record, openTasks: {} }, null, at)
    const stays = hasSameGroups(part.record.openTasks, opened.openTasks)
    if (!stays) entries = opened.entries
    for (const [id, task] of Object.entries((stays ? part.record : opened).openTasks))
      openTasks[id] = { ...task, item: item.no }
  }
  const moved = change(draft, { openTasks, entries })
  return { ...moved, items: items.map((item) => changeOf(moved.record, item, nothing, null)) }
}

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
  const beside = besideOpened(process, definition, record, opened)
  const whole = change(draft, {
    undo: null,
    items: { ...beside.items, [no]: opened },
    itemsOpened: { ...record.itemsOpened, [definition.kind]: nth },
    ...secretsOf(process, record, item, fact),
    entries: tasked.entries,
    openTasks: {
      ...record.openTasks,
      ...Object.fromEntries(
        Object.entries(tasked.openTasks).map(([id, task]) => [id, { ...task, item: no }]),
      ),
    },
    obligations: [...beside.obligations, ...ofItem(no, obligations)],
  })
  const groups = [
    ...Object.values(tasked.openTasks).flatMap((task) => task.groups),
    ...groupsFor(definition.notify?.(item.snapshot.context) ?? [], record),
  ]
  const said = changeOf(whole.record, opened, saidIn(process, [fact]), null)
  return {
    ...addEffects(whole, ...openedItemNotice(process, whole.record, definition, { groups, at })),
    items: [...(draft.items ?? []), said, ...changesBeside(record, whole.record, no)],
  }
}
