// Whom does a yearly plan visit: one class for each enterprise, and how often?
import { DomainError } from '../language/errors.ts'
import { type Text, text } from '../language/words.ts'
import type { YearPlanDefinition } from '../model/register-definition.ts'

/** One class as somebody has chosen it: which of its choices, trades or ids, and how often each of it is visited. */
export type ChosenClass = { class: string; of: string[]; visits: number }
/** 双随机: so many in a hundred of a trade; null: of all others. */
export type RandomShare = { industry: string | null; percent: number }

/** What somebody says from whom the plan follows. */
export type PlanSelection = {
  classes: ChosenClass[]
  random: RandomShare[]
  /** In days of one officer. */
  otherDays: number
  absentDays: number
  /** How long the officers of a visit are there. */
  keyVisitDays: number
  randomVisitDays: number
  answers: Record<string, string>
}

export type PlanObject = {
  id: string
  code: string
  name: string
  region: string
  industry: string
}
export type PlannedObject = {
  seq: number
  enterprise: string
  name: string
  class: string
  visits: number
}

export const mostVisits = 12

const refused = (field: string, zh: string, en: string): DomainError => {
  const words = text(zh, en)
  return new DomainError('invalid-input', [words], { fields: { [field]: words } })
}

/** Refuses what no class of the process can mean. */
export const judgeSelection = (
  { classes }: Pick<YearPlanDefinition, 'classes'>,
  selection: PlanSelection,
): void => {
  const names = selection.classes.map((one) => one.class)
  if (new Set(names).size < names.length)
    throw refused('classes', '同一类对象只能填写一次', 'Each class is said once')
  for (const chosen of selection.classes) judgeClass(classes, chosen)
  const trades = selection.random.map(({ industry }) => industry ?? '')
  if (new Set(trades).size < trades.length)
    throw refused('random', '同一行业只能填写一次', 'Each trade is said once')
}

const judgeClass = (classes: YearPlanDefinition['classes'], chosen: ChosenClass): void => {
  const declared = Object.hasOwn(classes, chosen.class) ? classes[chosen.class] : undefined
  if (!declared) throw refused('classes', '没有这一类对象', 'There is no such class')
  const { choices, source } = declared
  if (choices && chosen.of.some((one) => !Object.hasOwn(choices, one)))
    throw refused(
      'classes',
      `${declared.words.zh}的选项有误`,
      `${declared.words.en}: no such choice`,
    )
  const needs = choices !== undefined || source.from === 'industry' || source.from === 'name'
  if (needs && chosen.of.length === 0)
    throw refused('classes', `请填写${declared.words.zh}`, `Say which: ${declared.words.en}`)
}

/**
 * An enterprise found by several classes stands under the first of them, in the order of the process, and is visited as often as the one
 * that asks most of it. In the order of classes and ids, so that the same choice makes the same plan.
 */
export const plannedObjects = (
  { classes }: Pick<YearPlanDefinition, 'classes'>,
  found: readonly { chosen: ChosenClass; objects: readonly PlanObject[] }[],
): PlannedObject[] => {
  const order = Object.keys(classes)
  const inOrder = [...found].sort(
    (one, other) => order.indexOf(one.chosen.class) - order.indexOf(other.chosen.class),
  )
  const known = new Map<string, Omit<PlannedObject, 'seq'>>()
  for (const { chosen, objects } of inOrder)
    for (const { id, name } of objects) {
      const before = known.get(id)
      if (before) before.visits = Math.max(before.visits, chosen.visits)
      else known.set(id, { enterprise: id, name, class: chosen.class, visits: chosen.visits })
    }
  const rank = (one: { class: string }) => order.indexOf(one.class)
  return [...known.values()]
    .sort((a, b) => rank(a) - rank(b) || (a.enterprise < b.enterprise ? -1 : 1))
    .map((one, at) => ({ seq: at + 1, ...one }))
}

/** How many enterprises of each trade no class has named. */
export type Remaining = Record<string, number>

export type PlannedShare = RandomShare & { pool: number; visits: number }

/** Rounded up: a share of few is not nobody. What a trade has of its own does not count among all others. */
export const plannedShares = (
  random: readonly RandomShare[],
  remaining: Remaining,
): PlannedShare[] => {
  const own = new Set(random.flatMap(({ industry }) => industry ?? []))
  const rest = Object.entries(remaining).reduce(
    (sum, [industry, count]) => (own.has(industry) ? sum : sum + count),
    0,
  )
  return random.map((share) => {
    const pool = share.industry === null ? rest : (remaining[share.industry] ?? 0)
    return { ...share, pool, visits: Math.ceil((pool * share.percent) / 100) }
  })
}

export type ClassTotal = { class: string; objects: number; visits: number }

export const totalsOf = (objects: readonly Pick<PlannedObject, 'class' | 'visits'>[]) => {
  const totals = new Map<string, ClassTotal>()
  for (const one of objects) {
    const total = totals.get(one.class) ?? { class: one.class, objects: 0, visits: 0 }
    totals.set(one.class, {
      ...total,
      objects: total.objects + 1,
      visits: total.visits + one.visits,
    })
  }
  return [...totals.values()]
}

export const classWords = ({ classes }: Pick<YearPlanDefinition, 'classes'>, name: string): Text =>
  (Object.hasOwn(classes, name) ? classes[name]?.words : undefined) ?? text(name, name)
