// Which version of which rule is in force on a day?

import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'
import type { Day } from '../time/days.ts'
import { expiryOfRule } from './expiry/expiry.ts'
import { alarmEpisodeRules } from './rules/alarm-episode.ts'
import { creditRules } from './rules/credit.ts'
import { emergencyResponseRules } from './rules/emergency-response.ts'
import { enforcementCaseRules } from './rules/enforcement-case.ts'
import { enforcementPerformanceRules } from './rules/enforcement-performance.ts'
import { hazardRectificationRules } from './rules/hazard-rectification.ts'
import { hazchemLicenceRules } from './rules/hazchem-licence.ts'
import { inspectionRules } from './rules/inspection.ts'
import { licensingRules } from './rules/licensing.ts'
import { projectCompletionRules } from './rules/project-completion.ts'
import { isUnconfirmed, type Rule } from './rules/rule.ts'
import { hazardSourceRules, trainingRules } from './rules/secondary.ts'
import { specialEquipmentRules } from './rules/special-equipment.ts'
import { specialWorkRules } from './rules/special-work.ts'
import { threeSimultaneitiesRules } from './rules/three-simultaneities.ts'
import { holdsIn, isInForce, mostLocal } from './versions.ts'

/** Every rule in every version, by process. */
export const ruleBook: readonly Rule[] = [
  ...threeSimultaneitiesRules,
  ...projectCompletionRules,
  ...hazchemLicenceRules,
  ...inspectionRules,
  ...hazardRectificationRules,
  ...enforcementCaseRules,
  ...enforcementPerformanceRules,
  ...emergencyResponseRules,
  ...alarmEpisodeRules,
  ...licensingRules,
  ...creditRules,
  ...hazardSourceRules,
  ...specialEquipmentRules,
  ...specialWorkRules,
  ...trainingRules,
]

/** The committed rows with whatever has been entered on top; equal `version`, equal rows. */
export type RuleBook = { version: string; families: ReadonlyMap<string, readonly Rule[]> }
export const committedRules: RuleBook = {
  version: '',
  families: Map.groupBy(ruleBook, ({ id }) => id),
}

/** `region`: local versions count there; `running`: the period still runs, so a version that says so reaches back to it. */
export type RuleLookup = {
  version?: string | undefined
  region?: string | undefined
  running?: boolean
}

/** Whether some version of a family is in force on a day. */
export const isInForceOn = (
  id: string,
  on: Day,
  { region, running = false }: RuleLookup = {},
  book = committedRules,
): boolean =>
  book.families.get(id)?.some((row) => holdsIn(row, region) && isInForce(row, on, running)) ?? false

const span = ({ version, to }: Rule) => `${version}…${to ?? ''}`
/**
 * The version of a family in force on a day, the most local one first; a version asked for by name must be in force then.
 * Throws `unknown-rule` for an id or version the book does not have, `rule-not-in-force` for a date outside.
 */
export const ruleOn = (
  id: string,
  on: Day,
  { version, region, running = false }: RuleLookup = {},
  book = committedRules,
): Rule => {
  const rows = book.families.get(id)
  if (!rows)
    throw new DomainError(
      'unknown-rule',
      [text(`规则库中没有“${id}”`, `The rule book has no “${id}”`)],
      {
        pointer: '/rule',
        similar: similar(id),
      },
    )
  const known =
    version === undefined
      ? rows.filter((row) => holdsIn(row, region))
      : rows.filter((row) => row.version === version)
  const versions = rows.map(span).join(', ')
  if (known.length === 0)
    throw new DomainError(
      'unknown-rule',
      [
        text(
          `“${id}”没有版本 ${version}；现有版本：${versions}`,
          `“${id}” has no version ${version}; versions: ${versions}`,
        ),
      ],
      { pointer: '/version' },
    )
  const found = mostLocal(known.filter((row) => isInForce(row, on, running)))
  if (!found) throw notInForce(id, on, version, versions)
  return found
}

/** The version of a family in force on a day in a given book; null when it has none. */
export const inBook = (book: readonly Rule[], id: string, on: Day): Rule | null =>
  book.findLast(
    (rule) => rule.id === id && holdsIn(rule, undefined) && isInForce(rule, on, false),
  ) ?? null

const notInForce = (id: string, on: Day, version: string | undefined, versions: string) => {
  const [zh, en] = version === undefined ? ['', ''] : [`版本 ${version} `, ` in version ${version}`]
  return new DomainError(
    'rule-not-in-force',
    [
      text(
        `“${id}”${zh}在 ${on} 不在施行期内；各版本：${versions}`,
        `“${id}”${en} is not in force on ${on}; versions: ${versions}`,
      ),
    ],
    {
      pointer: version === undefined ? '/start' : '/version',
    },
  )
}

const similar = (id: string): string[] => {
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2)
  return [...committedRules.families.keys()]
    .filter((known) => words.some((word) => known.includes(word)))
    .slice(0, 8)
}

export type RuleRow = ReturnType<typeof ruleRow>

/** A row as `GET /api/time-limits/rules` shows it: the kinds of pause as a list, the first extension with all its steps, what its end brings. */
export const ruleRow = (row: Rule) => {
  const { pauses, extend, entered, ...rule } = row
  return {
    ...rule,
    expiry: expiryOfRule(row),
    entered: entered ?? null,
    pauses: Object.keys(pauses),
    pauseArticles: pauses,
    extend: extend[0] ? { ...extend[0], unit: rule.unit, max: extend.length, steps: extend } : null,
    provisional: isUnconfirmed(rule),
  }
}
