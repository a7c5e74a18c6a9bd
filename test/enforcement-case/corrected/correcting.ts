// How do two people correct the latest fact of a kind in a case that is played in memory (更正)?
import { actor } from '../../support/people/cast.ts'
import type { prosecuting } from '../samples.ts'

type Play = ReturnType<typeof prosecuting>

/** An officer asks for it, the chief approves it. */
export const corrects = (play: Play, type: string, [field, value]: [string, string]): void => {
  const at = play.facts.findLastIndex((fact) => fact.type === type)
  const fact = play.facts[at]
  if (!fact) throw new Error(`no such fact: ${type}`)
  // The opening of the case is the first fact.
  const seq = at + 2
  const lookedUp = {
    people: [],
    fact: { seq, type, data: fact.data, actor: 'lin', latest: true },
  }
  play.act(actor('lin'), 'request-correction', { seq, field, value, reason: '笔误' }, { lookedUp })
  play.act(actor('chen'), 'approve-correction', { seq }, { lookedUp })
}
