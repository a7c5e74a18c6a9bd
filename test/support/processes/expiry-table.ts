// What does the end of every period of the rule book bring, as a table for lawyers?
import { expiryOfRule } from '../../../domain/law/expiry/expiry.ts'
import { ruleBook } from '../../../domain/law/rule-book.ts'
import type { Rule } from '../../../domain/law/rules/rule.ts'
import { ruleProcesses } from '../../../domain/law/words.ts'

const unitWords: Record<Rule['unit'], string> = {
  WD: '工作日',
  ND: '日',
  H: '小时',
  MIN: '分钟',
  M: '个月',
  Y: '年',
}

/** A family by its newest version; an earlier one only where it says something else. */
const texts = (versions: Rule[]): Rule[] => {
  const newest = versions.at(-1)
  if (!newest) return []
  const words = expiryOfRule(newest).words.zh
  return [newest, ...versions.slice(0, -1).filter((one) => expiryOfRule(one).words.zh !== words)]
}

const row = (rule: Rule, first: boolean): string => {
  const { words, basis, provisional } = expiryOfRule(rule)
  const id = first ? `\`${rule.id}\`` : `（${rule.from} – ${rule.to ?? ''}）`
  const cells = [
    id,
    `${rule.title.zh}（${rule.n}${unitWords[rule.unit]}）`,
    words.zh,
    words.en,
    basis.zh,
    provisional ? '▲ 待确认' : '',
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

export const expiryTable = (): string => {
  const families = [...Map.groupBy(ruleBook, ({ id }) => id).values()]
  const parts = [...Map.groupBy(families, ([rule]) => rule?.process)].map(([process, of]) => [
    `## ${process ? `${ruleProcesses[process].zh} ${ruleProcesses[process].en}` : ''}`,
    '',
    '| family | 期限 | 届满后果 | effect of the end | 依据 | |',
    '|---|---|---|---|---|---|',
    ...of.flatMap((versions) => texts(versions).map((rule, place) => row(rule, place === 0))),
    '',
  ])
  return [
    '# 期限届满的后果 What the end of each period brings',
    '',
    `The ${families.length} families of the rule book (\`domain/law/rules/\`), each with the sentence that every answer carries`,
    '(`domain/law/expiry/`). ▲ = the text of the rule, or what it says of its end, has not been read: provisional until a lawyer confirms it.',
    'Made by `npm test -- test/law/expiry.test.ts -u`.',
    '',
    ...parts.flat(),
  ].join('\n')
}
