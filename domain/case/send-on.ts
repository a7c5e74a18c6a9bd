// Which act on the case of a licence held follows from an event, and who waits for its outcome?
import { change, type Draft, wish } from './draft.ts'
import { linkedActOf } from './links.ts'
import type { EventDefinition } from './process.ts'

type Fact = Parameters<typeof linkedActOf>[1]

/** The effect that carries the act out, and the link that will keep its outcome. */
export const sendOn = (draft: Draft, { process, act }: NonNullable<EventDefinition['sends']>, fact: Fact): Draft => {
  const wanted = act(draft.record)
  if (!wanted) return draft
  const { link, effect } = linkedActOf(draft.record, fact, process, wanted)
  return wish(change(draft, { links: [...(draft.record.links ?? []), link] }), effect)
}
