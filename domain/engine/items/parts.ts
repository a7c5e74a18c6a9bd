// Which part of a case does an act work on: the case itself, or one of its items, seen as a small case of its own?
import type { Act } from '../../model/command.ts'
import { isDocumentVerb } from '../../model/document-verbs.ts'
import type { ItemDefinition, ProcessDefinition } from '../../model/process.ts'
import type { CaseItem, CaseRecord, NewFact } from '../../model/record.ts'
import { isBeside } from '../../tasks/beside.ts'
import { isCaseVerb } from '../../tasks/verbs.ts'

/**
 * A part with the process and the record that it is judged and decided by. The engine knows cases only: of an item it sees a case that has the
 * item's chart, acts, tasks and clocks; of the case itself one that has none of its items.
 */
export type Part = { process: ProcessDefinition; record: CaseRecord; item: CaseItem | null }

/** The part that an act is meant for: that of the task that it names, or of the period. */
export const partFor = (process: ProcessDefinition, record: CaseRecord, act: Act): Part =>
  process.items ? partOf(process, record, numberFor(record, act)) : { process, record, item: null }

/** What is done to the whole case is done to the case, whatever task is named beside it. */
const numberFor = (record: CaseRecord, { type, taskId, data }: Act): number | undefined => {
  if (isCaseVerb(type)) return numberOfPeriod(record, data.obligation)
  if (isBeside(type) || isDocumentVerb(type) || taskId === null) return undefined
  return Object.hasOwn(record.openTasks, taskId) ? record.openTasks[taskId]?.item : undefined
}

/** The part in which a period runs. */
export const partOfPeriod = (
  process: ProcessDefinition,
  record: CaseRecord,
  obligation: string,
): Part => partOf(process, record, numberOfPeriod(record, obligation))

/** The kind of item that a fact speaks of, if it speaks of one. */
export const itemKindOf = (
  { items = [] }: ProcessDefinition,
  { type, data }: Pick<NewFact, 'type' | 'data'>,
): ItemDefinition | undefined =>
  typeof data.itemNth === 'number'
    ? items.find(({ kind, opens }) => kind === data.itemKind || opens === type)
    : undefined

/** The part of the item with that number; without one, or where it is no longer open, the case itself. */
export const partOf = (
  process: ProcessDefinition,
  record: CaseRecord,
  no: number | undefined,
): Part => {
  const item = no === undefined ? undefined : record.items?.[no]
  const definition = item && process.items?.find(({ kind }) => kind === item.kind)
  return item && definition
    ? itemPart(process, definition, record, item)
    : { process, record: withoutItems(process, record), item: null }
}

const numberOfPeriod = (record: CaseRecord, obligation: unknown): number | undefined =>
  record.obligations.find(({ id }) => id === obligation)?.item

export const itemPart = (
  process: ProcessDefinition,
  definition: ItemDefinition,
  record: CaseRecord,
  item: CaseItem,
): Part => {
  const { items: _, itemSecrets: _secrets, trail: _trail, returns: _returns, ...rest } = record
  const openTasks = Object.entries(record.openTasks).filter(([, task]) => task.item === item.no)
  return {
    process: processOfItems(process, definition),
    item,
    record: {
      ...rest,
      snapshot: item.snapshot,
      material: item.material,
      data: {},
      around: record.snapshot.context,
      aroundData: record.data,
      undo: null,
      openTasks: Object.fromEntries(openTasks),
      obligations: record.obligations.filter((one) => one.item === item.no),
    },
  }
}

const withoutItems = (process: ProcessDefinition, record: CaseRecord): CaseRecord => {
  if (!process.items || !record.items) return record
  const openTasks = Object.entries(record.openTasks).filter(([, task]) => task.item === undefined)
  return {
    ...record,
    openTasks: Object.fromEntries(openTasks),
    obligations: record.obligations.filter(({ item }) => item === undefined),
  }
}

/** A definition never changes, so what follows from it is worked out once. */
const ofItems = new WeakMap<ItemDefinition, Map<ProcessDefinition, ProcessDefinition>>()

/** The process of one kind of item: that of the case with the item's own chart and acts, which nothing reopens, grants or corrects. */
const processOfItems = (
  process: ProcessDefinition,
  definition: ItemDefinition,
): ProcessDefinition => {
  const known = ofItems.get(definition) ?? new Map<ProcessDefinition, ProcessDefinition>()
  ofItems.set(definition, known)
  const found = known.get(process) ?? derivedProcess(process, definition)
  known.set(process, found)
  return found
}

const derivedProcess = (
  process: ProcessDefinition,
  { kind, machine, events, rules, states, usual = {}, concern }: ItemDefinition,
): ProcessDefinition => {
  const {
    items: _,
    corrected: _corrected,
    sharedAnswers: _answers,
    documents: _documents,
    concern: _concern,
    ...rest
  } = process
  return {
    ...rest,
    item: kind,
    ...(concern ? { concern } : {}),
    machine,
    events,
    rules,
    usual,
    reopen: null,
    migrations: [],
    words: { ...process.words, states, partyStates: states },
  }
}
