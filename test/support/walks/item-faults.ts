// What may be wrong with the items of a case after a walk, by what was said of each?
import { initialTransition, transition } from 'xstate'
import { isFinished, persist, restore, stateKey } from '../../../domain/model/chart.ts'
import type { ItemDefinition, ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, NewFact, Snapshot } from '../../../domain/model/record.ts'

export type Standing = { definition: ItemDefinition; nth: number; snapshot: Snapshot }

/** The items of a case, each moved by its facts through its chart. */
export const followItems = (process: ProcessDefinition, start: CaseRecord) => {
  const open = new Map<number, Standing>()
  const definitionOf = (kind: string) => process.items?.find((one) => one.kind === kind)
  for (const { no, kind, nth, snapshot } of Object.values(start.items ?? {})) {
    const definition = definitionOf(kind)
    if (definition) open.set(no, { definition, nth, snapshot })
  }
  const changeOthers = (no: number, { definition, snapshot }: Standing): void => {
    const moved = { state: stateKey(snapshot.value), context: snapshot.context }
    for (const [other, one] of open) {
      if (other === no) continue
      const { kind } = one.definition
      const { context } = one.snapshot
      const changed = definition.changesOther?.(moved, { kind, nth: one.nth, context })
      open.set(other, {
        ...one,
        snapshot: { ...one.snapshot, context: { ...context, ...changed } },
      })
    }
  }
  /** The item that this fact, of that number, has moved or ended; null: none. */
  const follow = (
    { type, data, occurredAt: at }: NewFact,
    seq: number,
    ofCase: Record<string, unknown>,
  ): Standing | null => {
    const nth = Number(data.itemNth)
    const event = { type, data, at, by: { kind: 'system' }, signatures: [], ofCase, nth } as never
    const opened = process.items?.find(({ opens }) => opens === type)
    if (opened) {
      const snapshot = persist(initialTransition(opened.machine, event)[0] as never)
      const begun = { definition: opened, nth, snapshot }
      open.set(seq, begun)
      changeOthers(seq, begun)
    }
    const no = Number(data.item)
    const one = open.get(no)
    if (!one || !Object.hasOwn(one.definition.events, type)) return null
    const { machine } = one.definition
    const snapshot = persist(transition(machine, restore(machine, one.snapshot), event)[0])
    const moved = { ...one, snapshot }
    if (isFinished(snapshot)) open.delete(no)
    else open.set(no, moved)
    changeOthers(no, moved)
    return moved
  }
  return { open, follow }
}

/** What does not fit: an item that its facts do not explain, a task or a period of one that is not open, an open one that nobody is to work. */
export const itemFaults = (
  process: ProcessDefinition,
  replayed: Map<number, Standing>,
  record: CaseRecord,
): string[] => {
  if (!process.items) return []
  const open = new Set(Object.keys(record.items ?? {}))
  // Those that the end of a case has ended with it are gone as well.
  const said = record.status === 'closed' ? [] : [...replayed]
  const explained = said.map(([no, { snapshot }]) => `${no} ${stateKey(snapshot.value)}`)
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
