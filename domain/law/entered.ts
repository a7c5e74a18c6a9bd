// Which rule book follows from the versions that administrators have entered on top of the committed one?

import { canonical, sha256 } from '../identity/commands.ts'
import type { Text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { committedRules, type RuleBook, ruleOn } from './rule-book.ts'
import type { Confidence, Rule } from './rules/rule.ts'
import { withSpans } from './versions.ts'

/** What every entered version says. `region` null = everywhere; `running`: why periods begun before `from` follow it too (旧案适用). */
type Terms = {
  rule: string
  region: string | null
  from: Day
  n: number
  source: string
  running: string | null
}
/** A new number of a period of law, with the norm that gives it. */
export type RuleVersion = Terms & {
  kind: 'rule'
  norm: Text
  article: Text
  confidence: Confidence
}
/** 承诺时限: what an office promises beside the law. */
export type PromisedLimit = Terms & { kind: 'promise' }
export type EnteredRule = RuleVersion | PromisedLimit

export const isPromise = (id: string): boolean => id.includes('.promised-')

/** The committed rules and every entered version in the order of approval; of two from the same day the later approved one counts. */
export const rulesWith = (entered: { id: string; entry: EnteredRule }[]): RuleBook => {
  if (entered.length === 0) return committedRules
  const families = new Map(committedRules.families)
  for (const [id, own] of Map.groupBy(entered, ({ entry }) => entry.rule)) {
    const rows = families.get(id) ?? []
    families.set(
      id,
      withSpans([...rows, ...own.flatMap(({ id: change, entry }) => rowOf(change, entry))]),
    )
  }
  return {
    version: sha256(canonical(entered.map(({ entry }) => printOf(entry)))).slice(0, 8),
    families,
  }
}

/** What it changes of the version before it: the number, its norm and how sure it is; unit, start, pauses and roll stay. */
const rowOf = (change: string, entry: EnteredRule): Rule[] => {
  const { rule, region, from, n, source, running } = entry
  const base = ruleOn(rule, from)
  const cited =
    entry.kind === 'promise'
      ? { norm: promised, article: promised, confidence: 'D' as const }
      : { norm: entry.norm, article: entry.article, confidence: entry.confidence }
  const version = `${from}#${sha256(canonical(printOf(entry))).slice(0, 4)}`
  return [
    {
      ...base,
      ...cited,
      version,
      from,
      to: null,
      n,
      source,
      lawVersion: null,
      elsewhere: false,
      entered: { change, region, running },
    },
  ]
}

const promised: Text = { zh: '本机关承诺时限', en: 'limit promised by the office' }

const printOf = (entry: EnteredRule): unknown =>
  entry.kind === 'promise'
    ? [entry.rule, entry.region, entry.from, entry.n, entry.running]
    : [
        entry.rule,
        entry.region,
        entry.from,
        entry.n,
        entry.running,
        entry.norm,
        entry.article,
        entry.confidence,
      ]

/** The period of law that a promise stands beside, where the book has one of the same step. */
export const legalBeside = (id: string): string => id.replace('.promised-', '.')
