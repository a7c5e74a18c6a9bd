// Which other cases does an event open, which acts on other cases follow from it, and what is asked of a device?

import { addEffects, change, type Draft } from '../model/draft.ts'
import type { LinkDefinition, SendDefinition } from '../model/link-definition.ts'
import type { CaseEvent, EventDefinition } from '../model/process.ts'
import type { CaseRecord } from '../model/record.ts'
import { type Actor, markOf } from '../organisation/actor.ts'
import { type DirectedAct, linkedActOf, linksAfter, openedBy } from './links.ts'

type Fact = Parameters<typeof linkedActOf>[1] & { by: Actor }

/** The effects that carry the acts out, and the links that will keep their outcomes. */
export const sendOn = (draft: Draft, sends: readonly SendDefinition[], fact: Fact): Draft =>
  sends.reduce(
    (before, send, nth) =>
      actsOf(before.record, send, fact.by).reduce((sent, act) => {
        const { link, effect } = linkedActOf(sent.record, fact, send.process, act, nth)
        return addEffects(change(sent, { links: [...(sent.record.links ?? []), link] }), effect)
      }, before),
    draft,
  )

/** One for each case it falls on: none where no such case has opened this one, or this one has opened none. */
const actsOf = (record: CaseRecord, send: SendDefinition, by: Actor): DirectedAct[] => {
  if (send.target === 'named') return send.act(record, by)
  if (send.target === 'licence') {
    const act = send.act(record)
    return act ? [act] : []
  }
  const act = send.act(record)
  const { opener } = record
  const openers = opener?.process === send.process ? [opener.id] : []
  const cases = send.target === 'opener' ? openers : openedBy(record, send.process)
  return act ? cases.map((to) => ({ ...act, to })) : []
}

/** The link, and the effect that opens the other case under its id where a person's act says with what. */
export const linkOn = (
  draft: Draft,
  cause: LinkDefinition,
  fact: Fact & { data: Record<string, unknown> },
): Draft => {
  const links = linksAfter(draft.record, fact, cause)
  const linked = change(draft, { links })
  const data = cause.opens?.(linked.record, fact.data)
  if (data === null) return draft
  const link = links.at(-1)
  if (!link || !data || fact.by.kind !== 'person') return linked
  return addEffects(linked, {
    kind: 'case',
    about: fact.type,
    link: link.id,
    process: cause.process,
    opener: {
      process: draft.record.process,
      id: draft.record.id,
      ...(link.drill ? { drill: true as const } : {}),
    },
    by: fact.by.id,
    data,
    notBefore: fact.at,
  })
}

/** What the event asks of the treasury's platform. */
export const billOn = (
  draft: Draft,
  { bills }: Partial<EventDefinition>,
  event: CaseEvent,
): Draft =>
  addEffects(
    draft,
    ...(bills?.(draft.record.snapshot.context) ?? []).map((request) => ({
      kind: 'payment' as const,
      about: event.type,
      ...request,
      item: null,
      notBefore: event.at,
    })),
  )

/** The request of the person who acted to the device behind the case. */
export const askDevice = (
  draft: Draft,
  requestOf: NonNullable<EventDefinition['deviceRequest']>,
  { type, data, by, at }: CaseEvent,
): Draft =>
  addEffects(draft, {
    kind: 'device',
    about: type,
    ...requestOf(data, draft.record.snapshot.context),
    by: markOf(by).name ?? '',
    notBefore: at,
  })
