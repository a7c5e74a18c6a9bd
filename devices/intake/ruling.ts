// How do rules hear all that is observed, remember what they heard, and say what they find as if a device had reported it?

import type { DeviceRegistry } from '../episodes/registry.ts'
import type { Condition, Observation } from '../port/port.ts'
import type { AnyRule, Subject } from '../rules/rule.ts'
import type { Intake } from './intake.ts'
import type { ReadPast } from './ruling-past.ts'
import { asRegistered } from './units.ts'

type Given = { registry: Pick<DeviceRegistry, 'device'>; rules: readonly AnyRule[]; past: ReadPast }
type Deps = Given & { intake: Intake }

/** `forget`: what the rules remember of a feed may be older than what is stored by now, and is made again from the database. */
type Ruling = { intake: Intake; forget: (feed: string) => void }

type RuleInput = { rule: AnyRule; key: string; one: Observation; of: Subject }

/** What is in the database already, and may grow without end, is read anew each time. */
const isKept = ({ past }: AnyRule): boolean => past === 'papers' || past === 'readings'
const mostKept = 50_000

/** Several that each remember for themselves, since each hears only a part; what one of them has stored the others forget. */
export const createRulings = (given: Given) => {
  const all: Ruling[] = []
  return {
    of: (intake: Intake): Intake => {
      const one = createRuling({ ...given, intake })
      all.push(one)
      return one.intake
    },
    forget: (feed: string): void => {
      for (const one of all) one.forget(feed)
    },
  }
}

/**
 * An intake that also takes what the rules find. What they remember is only true once all of it is stored: if it is not, the same may be
 * brought again and is judged as if for the first time.
 */
const createRuling = ({ registry, intake, rules, past }: Deps): Ruling => {
  const memories = createMemories()
  const take: Intake = async (feed, observations, now) => {
    const began = memories.age(feed)
    const inputs = observations.flatMap((one) => {
      const device = registry.device(feed, one.device)
      return concerned(rules, device, asRegistered(device, notAhead(one, now)))
    })
    const draft = new Map<string, unknown>()
    for (const { rule, key } of inputs) {
      const name = nameOf(feed, rule, key)
      if (isKept(rule) && memories.has(name)) draft.set(name, memories.get(name))
    }
    await begin(feed, inputs, draft, past, now)
    const findings = inputs.flatMap((one) => judge(feed, one, draft, now))
    const untaken = await intake(feed, [...observations, ...findings], now)
    // What was forgotten meanwhile does not come back.
    if (memories.age(feed) !== began) return untaken
    for (const { rule, key } of inputs) {
      const name = nameOf(feed, rule, key)
      if (isKept(rule)) memories.keep(name, draft.get(name))
    }
    return untaken
  }
  return { intake: take, forget: memories.forget }
}

/** The oldest goes first. `age`: how often all of a feed has been forgotten. */
const createMemories = () => {
  const memories = new Map<string, unknown>()
  const ages = new Map<string, number>()
  const age = (feed: string): number => ages.get(feed) ?? 0
  return {
    age,
    has: (name: string): boolean => memories.has(name),
    get: (name: string): unknown => memories.get(name),
    keep: (name: string, memory: unknown): void => {
      memories.delete(name)
      memories.set(name, memory)
      const oldest = memories.keys().next()
      if (memories.size > mostKept && !oldest.done) memories.delete(oldest.value)
    },
    forget: (feed: string): void => {
      ages.set(feed, age(feed) + 1)
      for (const name of memories.keys()) if (name.startsWith(startOf(feed))) memories.delete(name)
    },
  }
}

/** A clock that runs ahead does not decide what is newest. */
const notAhead = (one: Observation, now: Date): Observation =>
  Date.parse(one.at) > now.getTime() ? { ...one, at: now.toISOString() } : one

const nameOf = (feed: string, { name }: AnyRule, key: string): string =>
  `${startOf(feed)}${JSON.stringify([name, key])}`
const startOf = (feed: string): string => JSON.stringify([feed])

const concerned = (
  rules: readonly AnyRule[],
  of: Subject | undefined,
  one: Observation,
): RuleInput[] =>
  of === undefined
    ? []
    : rules.flatMap((rule) => {
        const key = rule.about(one, of)
        return key === null ? [] : [{ rule, key, one, of }]
      })

/** Rules that hear of something for the first time hear its past first. */
const begin = async (
  feed: string,
  inputs: RuleInput[],
  draft: Map<string, unknown>,
  past: ReadPast,
  now: Date,
): Promise<void> => {
  const fresh = inputs.filter(({ rule, key }) => !draft.has(nameOf(feed, rule, key)))
  for (const rule of new Set(fresh.map((one) => one.rule))) {
    const mine = fresh.filter((one) => one.rule === rule)
    for (const { key } of mine) draft.set(nameOf(feed, rule, key), rule.fresh)
    const before = await past(feed, rule.past, mine, now)
    for (const { one, of } of before) {
      const key = rule.about(one, of)
      const then = notAhead(one, now)
      if (key !== null && draft.has(nameOf(feed, rule, key)))
        judge(feed, { rule, key, one: then, of }, draft, new Date(then.at))
    }
  }
}

const judge = (
  feed: string,
  { rule, key, one, of }: RuleInput,
  draft: Map<string, unknown>,
  now: Date,
): Condition[] => {
  const name = nameOf(feed, rule, key)
  const { memory, findings } = rule.judge(draft.get(name), one, of, now)
  // What puts things in order by their own moments has no present that a wrong clock could take the place of.
  const unsure = one.flags.includes('doubtful') && isKept(rule)
  if (unsure && findings.some(({ active }) => !active)) return []
  draft.set(name, memory)
  return unsure
    ? findings.map((found) => ({ ...found, flags: [...found.flags, 'doubtful' as const] }))
    : findings
}
