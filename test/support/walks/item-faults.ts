// What may be wrong with the items of a case after a walk, by what was said of each?
import { initialTransition, transition } from 'xstate'
import { isFinished, persist, restore, stateKey } from '../../../domain/model/chart.ts'
import type { ItemDefinition, ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, NewFact, Snapshot } from '../../../domain/model/record.ts'

type Standing = { definition: ItemDefinition; snapshot: Snapshot }

/** Each fact of an item replayed through its chart; those that its case has ended with it are gone as well. */
const replayedItems = (
  process: ProcessDefinition,
  start: CaseRecord,
  facts: NewFact[],
): Map<number, Standing> => {
  const found = new Map<number, Standing>()
  const definitionOf = (kind: string) => process.items?.find((one) => one.kind === kind)
  for (const { no, kind, snapshot } of Object.values(start.items ?? {})) {
    const definition = definitionOf(kind)
    if (definition) found.set(no, { definition, snapshot })
  }
  facts.forEach(({ type, data, occurredAt: at }, index) => {
    const event = { type, data, at, by: { kind: 'system' }, signatures: [] } as never
    const opened = process.items?.find(({ opens }) => opens === type)
    if (opened)
      found.set(start.facts + index + 1, {
        definition: opened,
        snapshot: persist(initialTransition(opened.machine, event)[0] as never),
      })
    const one = found.get(Number(data.item))
    if (!one || !Object.hasOwn(one.definition.events, type)) return
    const { machine } = one.definition
    const snapshot = persist(transition(machine, restore(machine, one.snapshot), event)[0])
    if (isFinished(snapshot)) found.delete(Number(data.item))
    else found.set(Number(data.item), { ...one, snapshot })
  })
  return found
}

/** What does not fit: an item that its facts do not explain, a task or a period of one that is not open, an open one that nobody is to work. */
export const itemFaults = (
  process: ProcessDefinition,
  start: CaseRecord,
  facts: NewFact[],
  record: CaseRecord,
): string[] => {
  if (!process.items) return []
  const open = new Set(Object.keys(record.items ?? {}))
  const said = record.status === 'closed' ? new Map() : replayedItems(process, start, facts)
  const explained = [...said].map(([no, { snapshot }]) => `${no} ${stateKey(snapshot.value)}`)
  const standing = Object.values(record.items ?? {}).map(
    ({ no, snapshot }) => `${no} ${stateKey(snapshot.value)}`,
  )
  const tasks = Object.values(record.openTasks).flatMap(({ item }) => item ?? [])
  const periods = record.obligations.flatMap(({ item }) => item ?? [])
  return [
    ...(explained.sort().join() === standing.sort().join()
      ? []
      : [`items stand as ${standing} where their facts say ${explained}`]),
    ...[...tasks, ...periods]
      .filter((no) => !open.has(String(no)))
      .map((no) => `item ${no} has ended and has a task or a period`),
    ...[...open]
      .filter((no) => !tasks.includes(Number(no)))
      .map((no) => `item ${no} is open and nobody is to work it`),
  ]
}
