// Which other cases does an event open, which acts on the case of a licence held follow from it, and what is asked of a device?

import { addEffects, change, type Draft } from '../model/draft.ts'
import type {
  CaseEvent,
  EventDefinition,
  LinkDefinition,
  SendDefinition,
} from '../model/process.ts'
import { type Actor, markOf } from '../organisation/actor.ts'
import { linkedActOf, linksAfter } from './links.ts'

type Fact = Parameters<typeof linkedActOf>[1]

/** The effects that carry the acts out, and the links that will keep their outcomes. */
export const sendOn = (draft: Draft, sends: readonly SendDefinition[], fact: Fact): Draft =>
  sends.reduce((sent, { process, act }, nth) => {
    const wanted = act(sent.record)
    if (!wanted) return sent
    const { link, effect } = linkedActOf(sent.record, fact, process, wanted, nth)
    return addEffects(change(sent, { links: [...(sent.record.links ?? []), link] }), effect)
  }, draft)

/** The link, and the effect that opens the other case under its id where a person's act says with what. */
export const linkOn = (
  draft: Draft,
  cause: LinkDefinition,
  fact: Fact & { by: Actor; data: Record<string, unknown> },
): Draft => {
  const links = linksAfter(draft.record, fact, cause)
  const linked = change(draft, { links })
  const link = links.at(-1)
  if (!link || !cause.opens || fact.by.kind !== 'person') return linked
  const data = cause.opens(linked.record, fact.data)
  return addEffects(linked, {
    kind: 'case',
    about: fact.type,
    link: link.id,
    process: cause.process,
    by: fact.by.id,
    data,
    notBefore: fact.at,
  })
}

/** The request of the person who acted to the device behind the case. */
export const askDevice = (
  draft: Draft,
  asks: NonNullable<EventDefinition['asks']>,
  { type, data, by, at }: CaseEvent,
): Draft =>
  addEffects(draft, {
    kind: 'device',
    about: type,
    ...asks(data, draft.record.snapshot.context),
    by: markOf(by).name ?? '',
    notBefore: at,
  })
