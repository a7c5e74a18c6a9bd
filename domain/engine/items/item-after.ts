// What does the case look like once one of its items has moved, and what is written of that item?
import { stateKey } from '../../model/chart.ts'
import type { PaymentRequest } from '../../model/collection/collection.ts'
import { withoutSecrets } from '../../model/confidential.ts'
import type { Draft, ItemChange } from '../../model/draft.ts'
import { definitionOf, type ItemDefinition, type ProcessDefinition } from '../../model/process.ts'
import type { CaseItem, CaseRecord, NewFact, Obligation, Snapshot } from '../../model/record.ts'
import type { Instant } from '../../time/instant.ts'
import { isRunning } from '../clocks/obligations.ts'
import { numberOfItem, withChangedItems, withYieldedPeriods } from './other-items.ts'

/** One item has moved; the case stands where it stood, and what was done before the item moved can no longer be taken back. */
export const afterItem = (
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
  const beside = before.obligations.filter((one) => one.item !== item.no)
  const at = facts.at(-1)?.occurredAt
  const periodsBeside =
    definition?.changesOther && at ? withYieldedPeriods(process, others, beside, at) : beside
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
    obligations: [...periodsBeside, ...(ended ? [] : periods)],
  }
  const said: ItemChange = {
    ...changeOf(whole, moved, saidIn(process, facts), ended ? record.closedAt : null),
    periods: ended ? periods : [],
  }
  const effects = decided.effects.map((one) =>
    one.kind === 'payment' ? { ...one, item: payerOf(before, item, one) } : one,
  )
  return {
    ...decided,
    record: whole,
    facts,
    effects,
    items: [...(decided.items ?? []), said, ...changesBeside(before, whole, item.no)],
  }
}

/** Other items whose periods are no longer waited for: the first of them that is due may be another. */
export const changesBeside = (before: CaseRecord, whole: CaseRecord, no: number): ItemChange[] =>
  Object.values(whole.items ?? {}).flatMap((one) =>
    one.no !== no && firstDueOf(before, one.no) !== firstDueOf(whole, one.no)
      ? [changeOf(whole, one, nothing, null)]
      : [],
  )

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
export const namedAfter = (fact: NewFact, { no, kind, nth }: CaseItem): NewFact => ({
  ...fact,
  data: { ...fact.data, item: no, itemKind: kind, itemNth: nth },
})

/** Its periods, as the case keeps them. */
export const ofItem = (item: number, obligations: Obligation[]): Obligation[] =>
  obligations.map((one) => ({ ...one, item }))

type Said = Pick<ItemChange, 'forms' | 'times'>
/** No form of it was filled in. */
export const nothing: Said = { forms: {}, times: {} }

/** What was said in the forms of an item's acts, and when; what is confidential is read from the facts alone. */
export const saidIn = (process: ProcessDefinition, facts: NewFact[]): Said =>
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

/** What is written of an item that was opened, moved or ended. */
export const changeOf = (
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

/** When the first of its periods ends; null: none runs. */
export const firstDueOf = ({ obligations }: CaseRecord, no: number): Instant | null =>
  obligations
    .filter((one) => one.item === no && isRunning(one))
    .map(({ dueAt }) => dueAt)
    .sort()[0] ?? null
