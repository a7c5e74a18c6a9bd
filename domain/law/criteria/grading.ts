// Which grade do the criteria found suggest, and is that more than a suggestion?

import { DomainError } from '../../language/errors.ts'
import { type Text, text } from '../../language/words.ts'
import type { Day } from '../../time/days.ts'
import { writeItem } from '../rules/articles.ts'
import type { Confidence } from '../rules/rule.ts'
import { construction } from './construction.ts'
import { construction2022 } from './construction-2022.ts'
import {
  type Combination,
  type Criterion,
  type Place,
  places,
  type Sector,
  type SectorNorm,
} from './criterion.ts'
import { fire } from './fire.ts'
import { fireworks } from './fireworks.ts'
import { gongmao } from './gongmao.ts'
import { hazchem } from './hazchem.ts'
import { mines } from './mines.ts'
import { specialEquipment } from './special-equipment.ts'

/** Every sector whose criteria are loaded, under each norm it had; other sectors are graded by hand. */
export const sectors: readonly Sector[] = [
  gongmao,
  hazchem,
  fireworks,
  fire,
  construction,
  construction2022,
  mines,
  specialEquipment,
]

const byCode = new Map(
  sectors.flatMap((sector) =>
    sector.criteria.map((criterion) => [criterion.code, { sector, criterion }] as const),
  ),
)

// An item is written with brackets of its own: none stand around it.
const placeOf = (article: string): string => {
  const item = writeItem(article)
  return item ? `，${item}` : `（${article}）`
}

const choiceOf = ({ group, words, article }: Criterion): Text =>
  text(`${group.zh}：${words.zh}${placeOf(article)}`, `${group.en}: ${words.en} (${article})`)

/** The sectors whose norm is in force on a day. */
export const sectorsAt = (day: Day): Sector[] =>
  sectors.filter(({ norm, to }) => norm.from <= day && (to === null || day <= to))

export const criterionOf = (code: string): Criterion | undefined => byCode.get(code)?.criterion

/** The criteria of the norms not repealed as the choices of a form: chapter, words and article. */
export const criteriaChoices: Record<string, Text> = Object.fromEntries(
  sectors.flatMap(({ to, criteria }) =>
    to === null ? criteria.map((criterion) => [criterion.code, choiceOf(criterion)]) : [],
  ),
)

/** "《工贸企业重大事故隐患判定标准》（应急管理部令第10号）第四条第（一）项" and its English form. */
export const citeNorm = ({ name, number }: SectorNorm, article = ''): Text => {
  const [clause, letter = ''] = article.split(' ')
  const item = writeItem(article)
  return {
    zh: item
      ? `《${name.zh}》（${number.zh}）${item}`
      : `${name.zh}（${number.zh}）${article === '' ? '' : `第${clause}条${letter}`}`,
    en: `${name.en} (${number.en})${article === '' ? '' : ` art. ${article}`}`,
  }
}

export const citeCriterion = (code: string): Text | undefined => {
  const found = byCode.get(code)
  return found && citeNorm(found.sector.norm, found.criterion.article)
}

export type Grading = {
  sector: string
  codes: string[]
  /** The day of the finding: the norm of that day counts. */
  on: Day
  /** Which kind of place, where several criteria count together; without it the strictest reading (other). */
  place?: Place
  /** Counted criteria found on paper, when they are more than those named. */
  combinedCount?: number
}

/** Provisional: the text is not confirmed or a newer norm is not loaded; a person decides alone. */
export type Suggestion = {
  grade: 'major' | 'general'
  because: Text[]
  norm: SectorNorm
  provisional: boolean
}

/** One direct criterion makes it major, or enough counted ones together; it never says more than the criteria do. */
export const suggestGrade = (grading: Grading): Suggestion => {
  const sector = sectorIn(grading)
  const met = [...new Set(grading.codes)].map((code) => criterionIn(sector, code))
  const direct = met.filter(({ weight }) => weight === 'direct')
  const together = combinationsMet(sector, met, grading)
  const reasons = [
    ...direct.map((criterion) => ({
      because: wordsOf(sector, criterion),
      confidence: criterion.confidence,
    })),
    ...together.map((one) => ({
      because: wordsTogether(sector, one),
      confidence: weakest([one, ...met.filter(isCounted)]),
    })),
  ]
  const stale =
    sector.next !== null && sector.next.from <= grading.on ? [staleWords(sector.next)] : []
  // That nothing listed was found says little where the list itself is unconfirmed.
  const unconfirmed =
    reasons.length > 0 ? reasons.every(isUnconfirmed) : sector.criteria.some(isUnconfirmed)
  return {
    grade: reasons.length > 0 ? 'major' : 'general',
    because: [
      ...(reasons.length > 0 ? reasons.map(({ because }) => because) : [noneMet(sector)]),
      ...stale,
    ],
    norm: sector.norm,
    provisional: isUnconfirmed(sector.norm) || unconfirmed || stale.length > 0,
  }
}

const sectorIn = ({ sector, on }: Grading): Sector => {
  const known = sectors.filter((one) => one.sector === sector)
  if (known.length === 0)
    throw new DomainError(
      'unknown-rule',
      [text(`没有“${sector}”的判定标准`, `There are no criteria for “${sector}”`)],
      {
        pointer: '/sector',
      },
    )
  const found = sectorsAt(on).find((one) => one.sector === sector)
  if (!found)
    throw new DomainError(
      'rule-not-in-force',
      [text(`该判定标准在 ${on} 未生效`, `The criteria are not in force on ${on}`)],
      {
        pointer: '/on',
      },
    )
  return found
}

const criterionIn = ({ sector, criteria }: Sector, code: string): Criterion => {
  const found = criteria.find((criterion) => criterion.code === code)
  if (!found)
    throw new DomainError(
      'unknown-rule',
      [text(`“${sector}”没有判定情形“${code}”`, `“${sector}” has no criterion “${code}”`)],
      {
        pointer: '/codes',
      },
    )
  return found
}

const isCounted = ({ weight }: Criterion): boolean => weight === 'counted'
const isUnconfirmed = ({ confidence }: { confidence: Confidence }): boolean => confidence === 'M'
const weakest = (all: { confidence: Confidence }[]): Confidence =>
  all.some(isUnconfirmed) ? 'M' : 'V*'

/** What was only counted on paper cannot be told to belong to a narrower list. */
const combinationsMet = (
  { combinations }: Sector,
  met: Criterion[],
  { place = 'other', combinedCount = 0 }: Grading,
): Combination[] => {
  const counted = met.filter(isCounted).map(({ code }) => code)
  const any = Math.max(counted.length, combinedCount)
  return combinations.filter(({ places: where, among, atLeast }) => {
    const count = among === null ? any : counted.filter((code) => among.includes(code)).length
    return where.includes(place) && count >= atLeast
  })
}

const wordsOf = ({ norm }: Sector, { words, article }: Criterion): Text => {
  const cite = citeNorm(norm, article)
  return text(`${words.zh}：${cite.zh}`, `${words.en}: ${cite.en}`)
}

const wordsTogether = (
  { norm }: Sector,
  { places: where, atLeast, article }: Combination,
): Text => {
  const cite = citeNorm(norm, article)
  const zh = where.map((place) => places[place].zh).join('、')
  const en = where.map((place) => places[place].en.toLowerCase()).join(', ')
  return text(
    `综合判定要素达到${atLeast}条（${zh}）：${cite.zh}`,
    `At least ${atLeast} elements together (${en}): ${cite.en}`,
  )
}

const noneMet = ({ norm }: Sector): Text => {
  const cite = citeNorm(norm)
  return text(
    `未见${cite.zh}所列情形；仍须按令16号第3条衡量：须停产停业且非经一定时间治理不能排除的，也是重大隐患`,
    `Nothing listed in the ${cite.en} was found; Order 16 art. 3 still applies: a hazard that needs a stop and time to remove is major too`,
  )
}

const staleWords = (next: SectorNorm): Text => {
  const cite = citeNorm(next)
  return text(
    `${cite.zh}自${next.from}起施行，须按新文本核对`,
    `${cite.en} is in force from ${next.from}: check against that text`,
  )
}
