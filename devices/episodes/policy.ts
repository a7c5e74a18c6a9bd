// Which alarms become cases, which are only told, which merely recorded?
import { isDeadlyKind } from '../../domain/duty/kinds.ts'
import type { Level } from '../port/port.ts'

export type Way = 'record' | 'notify' | 'episode'
export type Policy = { way: Way; afterMs: number }
export type About = { feed: string; kind: string; condition: string; level: Level }

type Rule = { when: (about: About) => boolean; policy: Policy }

const atOnce: Policy = { way: 'episode', afterMs: 0 }

/** The first rule that fits decides. Levels: 1 red … 4 blue. */
const rules: Rule[] = [
  { when: ({ condition }) => condition === 'feed-silent' || condition === 'flood', policy: atOnce },
  { when: ({ level }) => level <= 2, policy: atOnce },
  // A detector of gas or fire that is itself faulty is no gas and no fire.
  {
    when: ({ condition, level }) => level === 3 && ['fault', 'bad-quality'].includes(condition),
    policy: { way: 'episode', afterMs: 300_000 },
  },
  { when: ({ condition }) => isDeadlyKind(condition), policy: atOnce },
  {
    when: ({ kind, condition, level }) =>
      isDeadlyKind(kind) && ['high', 'low', 'rise'].includes(condition) && level < 4,
    policy: atOnce,
  },
  { when: ({ condition }) => condition === 'device-silent', policy: { way: 'notify', afterMs: 0 } },
  { when: ({ level }) => level === 3, policy: { way: 'episode', afterMs: 300_000 } },
]

/** `afterMs`: how long it must stand before its case begins. */
export const policyOf = (about: About): Policy =>
  rules.find(({ when }) => when(about))?.policy ?? { way: 'record', afterMs: 0 }

/** No flood holds them back, and no coalescing takes them away. */
export const alwaysPasses = ({
  kind,
  level,
  condition,
}: Pick<About, 'kind' | 'level' | 'condition'>): boolean =>
  condition === 'flood' || (level === 1 && isDeadlyKind(kind))
