// How do rules hear all that is observed, remember what they heard, and say what they find as if a device had told it?

import type { Condition, Observation } from '../port.ts'
import type { AnyRule, Subject } from '../rules/rule.ts'
import type { Intake } from './intake.ts'
import type { DeviceRegistry } from './registry.ts'
import type { ReadPast } from './ruling-past.ts'

type Deps = { registry: Pick<DeviceRegistry, 'device'>; intake: Intake; rules: readonly AnyRule[]; past: ReadPast }

type Heard = { rule: AnyRule; key: string; one: Observation; of: Subject }

/** What is in the database already, and may grow without end, is read anew each time. */
const isKept = ({ past }: AnyRule): boolean => past === 'papers' || past === 'readings'
const mostKept = 50_000

/**
 * An intake that also takes what the rules find. What they remember is only true once all of it is stored: if it is not, the same may be
 * brought again and is judged as if for the first time.
 */
export const createRuling = ({ registry, intake, rules, past }: Deps): Intake => {
  const kept = new Map<string, unknown>()
  return async (feed, observations, now) => {
    const heard = observations.flatMap((one) => concerned(rules, registry.device(feed, one.device), notAhead(one, now)))
    const draft = new Map<string, unknown>()
    for (const { rule, key } of heard) {
      const name = nameOf(feed, rule, key)
      if (isKept(rule) && kept.has(name)) draft.set(name, kept.get(name))
    }
    await begin(feed, heard, draft, past, now)
    const said = heard.flatMap((one) => judge(feed, one, draft, now))
    const untaken = await intake(feed, [...observations, ...said], now)
    for (const { rule, key } of heard) {
      const name = nameOf(feed, rule, key)
      if (isKept(rule)) keep(kept, name, draft.get(name))
    }
    return untaken
  }
}

/** A clock that runs ahead does not decide what is newest. */
const notAhead = (one: Observation, now: Date): Observation =>
  Date.parse(one.at) > now.getTime() ? { ...one, at: now.toISOString() } : one

const nameOf = (feed: string, { name }: AnyRule, key: string): string => JSON.stringify([feed, name, key])

const keep = (kept: Map<string, unknown>, name: string, memory: unknown): void => {
  kept.delete(name)
  kept.set(name, memory)
  const oldest = kept.keys().next()
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
}

const concerned = (rules: readonly AnyRule[], of: Subject | undefined, one: Observation): Heard[] =>
  of === undefined
    ? []
    : rules.flatMap((rule) => {
        const key = rule.about(one, of)
        return key === null ? [] : [{ rule, key, one, of }]
      })

/** Rules that hear of something for the first time hear its past first. */
const begin = async (feed: string, heard: Heard[], draft: Map<string, unknown>, past: ReadPast, now: Date): Promise<void> => {
  const fresh = heard.filter(({ rule, key }) => !draft.has(nameOf(feed, rule, key)))
  for (const rule of new Set(fresh.map((one) => one.rule))) {
    const mine = fresh.filter((one) => one.rule === rule)
    for (const { key } of mine) draft.set(nameOf(feed, rule, key), rule.fresh)
    const before = await past(feed, rule.past, mine, now)
    for (const { one, of } of before) {
      const key = rule.about(one, of)
      const then = notAhead(one, now)
      if (key !== null && draft.has(nameOf(feed, rule, key))) judge(feed, { rule, key, one: then, of }, draft, new Date(then.at))
    }
  }
}

const judge = (feed: string, { rule, key, one, of }: Heard, draft: Map<string, unknown>, now: Date): Condition[] => {
  const name = nameOf(feed, rule, key)
  const { memory, said } = rule.judge(draft.get(name), one, of, now)
  draft.set(name, memory)
  return said
}
