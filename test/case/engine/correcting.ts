// How do two people of the county correct what a case was told?
import { actor } from '../../support/people/cast.ts'
import type { playedBy } from '../../support/processes/lines.ts'

type Play = ReturnType<ReturnType<typeof playedBy>>

/** The latest fact of a kind is corrected by two people of the county. */
export const correct = (
  play: Play,
  type: string,
  field: string,
  value: string,
  values?: Record<string, unknown>,
) => {
  const at = play.facts.findLastIndex((fact) => fact.type === type)
  const fact = {
    seq: at + 2,
    type,
    ...(play.facts[at] ? { at: play.facts[at].occurredAt } : {}),
    data: values ?? play.facts[at]?.data ?? {},
    actor: 'lin',
    latest: true,
  }
  const lookedUp = { people: [], fact }
  play.act(
    actor('lin'),
    'request-correction',
    { seq: fact.seq, field, value, reason: '笔误' },
    { lookedUp },
  )
  play.act(actor('chen'), 'approve-correction', { seq: fact.seq }, { lookedUp })
}
