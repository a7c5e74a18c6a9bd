// Which acts on the case of a licence held follow from an event, and who waits for their outcome?
import { change, type Draft, wish } from './draft.ts'
import { linkedActOf } from './links.ts'
import type { SendDefinition } from './process.ts'

type Fact = Parameters<typeof linkedActOf>[1]

/** The effects that carry the acts out, and the links that will keep their outcomes. */
export const sendOn = (draft: Draft, sends: readonly SendDefinition[], fact: Fact): Draft =>
  sends.reduce((sent, { process, act }, nth) => {
    const wanted = act(sent.record)
    if (!wanted) return sent
    const { link, effect } = linkedActOf(sent.record, fact, process, wanted, nth)
    return wish(change(sent, { links: [...(sent.record.links ?? []), link] }), effect)
  }, draft)
