// Which clock runs over this case, and who may extend it at each stage?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { day } from '../parse.ts'
import { ruleOn } from '../rule-book.ts'
import { calculation, doubts, period } from './calculation.ts'

const schema = v.strictObject({ filedOn: day })

/** 处罚法 60, 令77 32: 30 → 90 → 180 natural days until 2026-01-31, then 90 by default until Order 18 is loaded. */
export const caseClock = calculation(
  'case-clock',
  text('案件办理期限', 'Case clock'),
  [
    ['order77', '32'],
    ['penalty2021', '60'],
  ],
  schema,
  ({ filedOn }, law) => {
    period(law, 'enforcement-case.decision', { filedOn })
    const rule = ruleOn('enforcement-case.decision', filedOn, { region: law.region }, law.rules)
    const limits = [0, ...rule.extend.map((_, index) => index + 1)].map((taken) => {
      const extensions = rule.extend.slice(0, taken).map(({ n }) => ({ at: filedOn, by: n }))
      return period(law, 'enforcement-case.decision', { filedOn }, { extensions })
    })
    const stages = limits.map(({ nominal, rolled, dueAt }, index) => ({
      total: rule.n + rule.extend.slice(0, index).reduce((sum, { n }) => sum + n, 0),
      due: nominal,
      rolled,
      dueAt,
      approver: index === 0 ? null : (rule.extend[index - 1]?.by ?? null),
    }))
    return {
      version: rule.version,
      stages,
      reckoning: stages.map(({ total, due, approver }) =>
        text(
          `${filedOn}立案，${total}日 → ${due}${approver ? `（${approver.zh}批准延长）` : ''}`,
          `Filed ${filedOn}, ${total} days → ${due}${approver ? ` (extended by the ${approver.en})` : ''}`,
        ),
      ),
      ...doubts(...limits),
    }
  },
)
