// What is printed of an approved yearly plan?
import { inChinese } from '../documents/document-source.ts'
import type { Text } from '../language/words.ts'
import type { PlannedObject, PlannedShare } from './selection.ts'

/** 年度监督检查计划 on paper, in Chinese as every official paper. */
export type PlanSheet = {
  title: string
  office: string
  /** Two-column lines under the title. */
  facts: [string, string][]
  basis: string
  reckoning: string[]
  doubts: string[]
  classes: [string, string, string][]
  shares: [string, string, string, string][]
  rows: [string, string, string, string][]
  /** How many more the plan names than are printed. */
  more: number
  day: string
  date: string
  sha256: string
}

/** More than a bureau visits by name; a list without end is read on the screen. */
export const mostPrinted = 3_000

/** Written in by hand: the government's own approval is given outside. */
const governmentApproval = '文号：　　　　　　　　日期：　　　年　　月　　日'

type Printed = {
  office: string
  plan: { name: string; year: number; version: number; reason: string; sha256: string }
  madeBy: string
  approvedBy: string
  day: string
  reckoning: readonly Text[]
  doubts: readonly Text[]
  classes: readonly { words: Text; objects: number; visits: number }[]
  shares: readonly PlannedShare[]
  rows: readonly (PlannedObject & { words: Text })[]
  total: number
}

export const planSheet = (printed: Printed): PlanSheet => {
  const { office, plan, madeBy, approvedBy, day, classes, shares, rows, total } = printed
  return {
    title: plan.name,
    office,
    facts: [
      ['年度', `${plan.year}年`],
      ['版本', `第${plan.version}版`],
      ['编制人', madeBy],
      ['局内审签人', approvedBy],
      ['局内审签日期', inChinese(day)],
      ['本级人民政府批准', governmentApproval],
      ...(plan.reason === '' ? [] : ([['调整理由', plan.reason]] as [string, string][])),
    ],
    basis:
      '根据《中华人民共和国安全生产法》第六十二条和《安全生产年度监督检查计划编制办法》（安监总政法〔2017〕150号），编制本计划。',
    reckoning: printed.reckoning.map(({ zh }) => zh),
    doubts: printed.doubts.map(({ zh }) => zh),
    classes: classes.map(({ words, objects, visits }) => [
      words.zh,
      String(objects),
      String(visits),
    ]),
    shares: shares.map(({ industry, percent, pool, visits }) => [
      industry ?? '其他行业',
      `${percent}%`,
      String(pool),
      String(visits),
    ]),
    rows: rows.map(({ seq, name, words, visits }) => [String(seq), name, words.zh, String(visits)]),
    more: Math.max(0, total - rows.length),
    day,
    date: inChinese(day),
    sha256: plan.sha256,
  }
}
