// How is a period of an emergency declared that is told at once where it is missed?

import { type Text, text } from '../../language/words.ts'
import type { ClockDefinition } from '../../model/process.ts'
import type { Address } from '../../organisation/offices.ts'
import { countyLeader } from '../regions/addresses.ts'
import { id } from '../regions/ends.ts'

export type Context = Record<string, unknown>
type Limit = Pick<
  ClockDefinition,
  'startsOn' | 'startsIf' | 'endsOn' | 'endsIf' | 'yieldsOn' | 'yieldsIf' | 'doneAt'
> & {
  /** Of this process, or named with its own. */
  rule?: string
  from?: string
  /** Who hears of it at its end. */
  notify: Address[]
  warn?: number
  event?: string
  clockOwner?: Address
  clockOwnersAmong?: ClockDefinition['clockOwnersAmong']
  audience?: ClockDefinition['audience']
}

/** What nobody has done by its end is told at once: hours leave no days to wait. */
export const limit = (
  clock: string,
  words: Text,
  {
    rule = clock,
    from,
    notify,
    warn,
    event,
    clockOwner,
    clockOwnersAmong,
    audience,
    ...between
  }: Limit,
): ClockDefinition => ({
  clock,
  words,
  due: { rule: rule.includes('.') ? rule : `${id}.${rule}`, ...(from ? { from } : {}) },
  ...between,
  warn: warn === undefined ? null : { unit: 'ND', n: warn },
  warnNotify: warn === undefined ? [] : notify,
  escalationPolicy: [
    {
      escalationLevel: event ? 'ended' : 'missed',
      words: event ? text(`${words.zh}届满`, `${words.en} is over`) : late(words),
      after: { unit: 'ND', n: 0 },
      event: event ?? null,
      notify,
      force: event ? 'legal' : 'supervision',
      late: 'fire',
    },
  ],
  audience: audience ?? 'internal',
  clockOwner: clockOwner ?? countyLeader,
  ...(clockOwnersAmong ? { clockOwnersAmong } : {}),
})

const late = ({ zh, en }: Text): Text => text(`${zh}逾期`, `${en} overdue`)

/** Facts after which nothing more is asked of anybody. */
export const stops = ['declare-false', 'refer', 'join-case']
/** The moment that the chart keeps under this name. */
export const told = (name: string) => (context: Context) => {
  const at = context[name]
  return typeof at === 'string' ? at : null
}
