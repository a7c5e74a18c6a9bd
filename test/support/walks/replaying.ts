// Does what was said of a case, replayed through its chart alone, explain where it stands?
import { transition } from 'xstate'
import { isFinished, persist, restore, stateKey } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseRecord, NewFact, Snapshot } from '../../../domain/model/record.ts'
import type { Actor, Person } from '../../../domain/organisation/actor.ts'

import type { Instant } from '../../../domain/time/instant.ts'
import { followItems, type Standing } from './item-faults.ts'

type Overrides = {
  type: string
  data: Record<string, unknown>
  by: Actor
  signatures: { person: string | undefined }[]
  beside?: { person: string | undefined }[]
  at: string
}
type SignatureEntry = { name: string; added?: true; against?: true }

/** Where a case stands, as text to compare. */
export const standingOf = ({ snapshot }: { snapshot: Snapshot }): string =>
  JSON.stringify([stateKey(snapshot.value), snapshot.context, snapshot.status])

/** A taken-back step and a reopening say where the case stands again; an act carried over is the one given earlier. */
export const replay = (
  process: ProcessDefinition,
  start: CaseRecord,
  facts: NewFact[],
  everybody: Person[],
): { standing: string; items: Map<number, Standing> } => {
  let snapshot = start.snapshot
  const before: Snapshot[] = start.undo ? [start.undo.snapshot] : []
  const input = new Map<number, Overrides>(
    (start.trail ?? []).map((step) => [step.fact, step as never]),
  )
  // What is taken back brings back what could be carried over before it.
  const returns = [...(start.returns ?? []), ...(start.undo?.returns ?? [])]
  for (const one of [...(start.undo?.trail ?? []), ...returns.flatMap(({ path }) => path)])
    input.set(one.fact, one as never)
  const items = followItems(process, start)
  facts.forEach((fact, index) => {
    const { type, data, occurredAt } = fact
    snapshot = afterItem(
      items.follow(fact, start.facts + index + 1, snapshot.context),
      snapshot,
      occurredAt,
    )
    if (type === 'take-back' && !data.signatureOnly) snapshot = before.pop() ?? snapshot
    if (type === 'reopen')
      snapshot = persist(
        process.machine.resolveState({
          value: process.reopen?.value as never,
          context: process.reopen?.context?.(snapshot.context) ?? snapshot.context,
        }),
      )
    const event =
      type === 'carried'
        ? input.get(Number(data.of))
        : type in process.events || type === 'return'
          ? eventOf(fact, everybody)
          : null
    if (!event) return
    if (type !== 'carried') before.push(snapshot)
    if (type !== 'carried') input.set(start.facts + index + 1, event)
    snapshot = persist(
      transition(process.machine, restore(process.machine, snapshot), {
        ...event,
        at: occurredAt,
      } as never)[0],
    )
  })
  return { standing: standingOf({ snapshot }), items: items.open }
}

export const replayed = (...whole: Parameters<typeof replay>): string => replay(...whole).standing

/** What a step of an item, or its end, changes of what its case remembers. */
const afterItem = (moved: Standing | null, snapshot: Snapshot, at: Instant): Snapshot => {
  if (!moved) return snapshot
  const { value, context } = moved.snapshot
  const state = stateKey(value)
  const { ends, goesOn } = moved.definition
  const changed = isFinished(moved.snapshot)
    ? ends?.(snapshot.context, { state, context, at })
    : goesOn?.(snapshot.context, { state, context })
  return { ...snapshot, context: { ...snapshot.context, ...changed } }
}

const eventOf = (
  { type, data, actor: mark, occurredAt }: NewFact,
  everybody: Person[],
): Overrides => {
  const { signatures, skipped: _, unsigned: __, ...values } = data
  const by =
    everybody.find(({ id }) => id === mark.id) ??
    ({ kind: mark.kind === 'person' ? 'system' : 'clock' } as Actor)
  const all = (signatures as SignatureEntry[]) ?? [{ name: mark.name ?? '' }]
  const signaturesOf = (entries: SignatureEntry[]) =>
    entries.map(({ name }) => ({ person: everybody.find((one) => one.name === name)?.id }))
  return {
    type,
    data: values,
    by,
    at: occurredAt,
    signatures: signaturesOf(all.filter(({ added, against }) => !added && !against)),
    beside: signaturesOf(all.filter(({ added, against }) => added || against)),
  }
}
