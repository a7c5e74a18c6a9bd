// Which steps of a service need time of their own, and does that time count?

import { type Text, text } from '../language/words.ts'
import { citeText } from '../law/rules/norms.ts'
import { type PauseKind, pauseKinds } from '../law/rules/pauses.ts'
import type { Rule } from '../law/rules/rule.ts'
import type { GuideDefinition } from '../model/guide-definition.ts'
import type { ClockDefinition, ProcessDefinition } from '../model/process.ts'

export type RuleOf = (clock: string) => Rule | null

/** 特殊环节. `counted`: 是否计入办结时限; `of`: in which limits, when not in all of them. */
export type SpecialCase = { words: Text; counted: boolean; article: Text | null; of: Text[] }

/** A limit that may meet such a step, with its rule. */
type Ruled = { clock: ClockDefinition; rule: Rule; when: Text | null }

export const specialOf = (
  process: ProcessDefinition,
  guide: GuideDefinition,
  ruleOf: RuleOf,
): SpecialCase[] => [
  ...guide.special.map(({ words, counted, cites }) => ({
    words,
    counted,
    article: citeText(cites),
    of: [],
  })),
  ...stoppable(process, guide, ruleOf),
]

/** Steps that stop some limit, told of every limit of the same stage: what the rule book does not let stop counts. */
const stoppable = (
  process: ProcessDefinition,
  guide: GuideDefinition,
  ruleOf: RuleOf,
): SpecialCase[] => {
  const ruled = guide.limits.flatMap(({ clock: name, stage, when = null }) => {
    const [clock, rule] = [process.clocks.find(({ clock }) => clock === name), ruleOf(name)]
    return clock && rule ? [{ stage, clock, rule, when }] : []
  })
  const stages = new Set(ruled.filter(({ clock }) => clock.pausesOn).map(({ stage }) => stage))
  const near = ruled.filter(({ stage }) => stages.has(stage))
  const kinds = [...new Set(near.flatMap(({ clock }) => kindsIn(clock)))]
  return [
    ...kinds.flatMap((kind) => [specialCase(kind, near, false), specialCase(kind, near, true)]),
    others(near, kinds),
  ].filter((one) => one !== null)
}

const kindsIn = ({ pausesOn = {} }: ClockDefinition): PauseKind[] =>
  Object.values(pausesOn).map(({ kind }) => kind)

const stops = ({ clock, rule }: Ruled, kind: PauseKind): boolean =>
  kindsIn(clock).includes(kind) && rule.pauses[kind] !== undefined

const specialCase = (kind: PauseKind, near: Ruled[], counted: boolean): SpecialCase | null => {
  const those = near.filter((one) => stops(one, kind) !== counted)
  if (those.length === 0) return null
  const of = those.length === near.length ? [] : those.flatMap(({ when }) => when ?? [])
  return {
    words: titled(pauseKinds[kind]),
    counted,
    article: counted ? null : (those[0]?.rule.pauses[kind] ?? null),
    of,
  }
}

/** What else the rule lets stop, should it ever come up: a person enters it. */
const others = (near: Ruled[], known: PauseKind[]): SpecialCase | null => {
  const rule = near.find(({ clock }) => clock.pausesOn)?.rule
  const kinds = (Object.keys(rule?.pauses ?? {}) as PauseKind[]).filter(
    (kind) => !known.includes(kind),
  )
  const [first] = kinds
  if (!rule || !first) return null
  const names = kinds.map((kind) => pauseKinds[kind])
  const words = text(names.map(({ zh }) => zh).join('、'), names.map(({ en }) => en).join(', '))
  return { words: titled(words), counted: false, article: rule.pauses[first] ?? null, of: [] }
}

/** At the head of a row. */
const titled = ({ zh, en }: Text): Text => text(zh, en.charAt(0).toUpperCase() + en.slice(1))
