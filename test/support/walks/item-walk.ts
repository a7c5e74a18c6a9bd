// Where can everybody and every clock bring one item of a case, and what is offered on the way?
import { expect } from 'vitest'
import { applyDue, nextDue } from '../../../domain/engine/apply-due.ts'
import { agenda } from '../../../domain/engine/clocks/escalation-policy.ts'
import { decide } from '../../../domain/engine/decide.ts'
import { partOf } from '../../../domain/engine/items/parts.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import { stateKey } from '../../../domain/model/chart.ts'
import type { ProcessDefinition } from '../../../domain/model/process.ts'
import type { CaseItem, CaseRecord } from '../../../domain/model/record.ts'
import type { Actor } from '../../../domain/organisation/actor.ts'
import { instant } from '../../../domain/time/instant.ts'
import { itemActs } from '../../../domain/views/acts.ts'
import { decisionContextAt } from './walk.ts'

/** `ended`: how the item has ended, once it has. `kind`: which of several it is; absent: there is only one. */
export type ItemSpot = { record: CaseRecord; at: string; ended: string | null; kind?: string }
/** `stuck`: the item is open and nobody can act on it. */
export type ReachedSpot = ItemSpot & { stuck: boolean }
type Offer = { by: Actor; type: string; taskId: string | null }

export const itemIn = ({ record, kind }: ItemSpot): CaseItem | undefined =>
  Object.values(record.items ?? {}).find((one) => kind === undefined || one.kind === kind)
export const itemStateIn = (spot: ItemSpot): string =>
  spot.ended ?? stateKey(itemIn(spot)?.snapshot.value ?? '')
const keyOf = (spot: ItemSpot): string =>
  JSON.stringify([itemStateIn(spot), itemIn(spot)?.snapshot.context ?? null])

const afterDraft = (
  { record, items = [] }: ReturnType<typeof decide>,
  { kind }: ItemSpot,
  at: string,
): ItemSpot => {
  const last = items.findLast(({ item }) => kind === undefined || item.kind === kind)
  const ended = last?.endedAt ? stateKey(last.item.snapshot.value) : null
  return { record, at, ended, ...(kind ? { kind } : {}) }
}

/** `samples`: by act, every filling that is lawful somewhere. */
type Walkers = {
  process: ProcessDefinition
  people: () => Actor[]
  samples: Record<string, Record<string, unknown>[]>
  kind?: string
}

export const walkItems = ({ process, people, samples, kind }: Walkers) => {
  const offered = (spot: ItemSpot): Offer[] => {
    const item = itemIn(spot)
    if (!item) return []
    const part = partOf(process, spot.record, item.no)
    const context = decisionContextAt(spot.at)
    return people().flatMap((by) =>
      itemActs(part, by, context).flatMap(({ kind, type, taskId }) =>
        kind === 'event' ? [{ by, type, taskId }] : [],
      ),
    )
  }
  const acted = (spot: ItemSpot, offers: Offer[]): ItemSpot[] =>
    offers.flatMap((one) =>
      (samples[one.type] ?? [{}]).flatMap((data) => {
        const wish = { ...one, data, ifMatch: null, occurredAt: instant(spot.at) }
        try {
          const draft = decide(process, spot.record, wish, decisionContextAt(spot.at))
          return [afterDraft(draft, spot, spot.at)]
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          expect([one.type, error.reasons.length > 0]).toEqual([one.type, true])
          return []
        }
      }),
    )
  /** What comes when nobody does anything; an unconfirmed end waits for a hand. */
  const waited = (from: ItemSpot): ItemSpot[] => {
    let spot = from
    for (let more = 0; more < 12 && keyOf(spot) === keyOf(from); more += 1) {
      const at = [agenda(spot.record)[0]?.at ?? '', spot.at].sort().at(-1) ?? spot.at
      const due = nextDue(spot.record, decisionContextAt(at))
      if (!due) return []
      spot = afterDraft(applyDue(process, spot.record, due, decisionContextAt(at)), from, at)
    }
    return keyOf(spot) === keyOf(from) ? [] : [spot]
  }
  /** Every spot that can be reached from a case that has just opened the item. */
  const reachedFrom = (record: CaseRecord, at: string): ReachedSpot[] => {
    const known = new Map<string, ReachedSpot>()
    const open: ItemSpot[] = [{ record, at, ended: null, ...(kind ? { kind } : {}) }]
    for (let spot = open.shift(); spot; spot = open.shift()) {
      if (known.has(keyOf(spot))) continue
      const from = spot
      const offers = from.ended === null ? offered(from) : []
      known.set(keyOf(from), { ...from, stuck: from.ended === null && offers.length === 0 })
      if (from.ended === null) open.push(...acted(from, offers), ...waited(from))
    }
    return [...known.values()]
  }
  return { reachedFrom }
}
