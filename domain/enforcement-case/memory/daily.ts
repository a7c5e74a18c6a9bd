// Which fine does a daily fine repeat, for how many days, and what does that come to (安全法 112)?
import { spellYuan } from '../../language/money.ts'
import { type Text, text } from '../../language/words.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import { dailyFine } from '../../law/calculations/penalty/daily-fine.ts'
import type { PastDefinition } from '../../model/decision-context.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EnforcementContext } from './context.ts'
import type { DailyBase } from './daily-base.ts'
import { reckoned, remembered } from './penalties.ts'

/** The other penalty cases of the party, and those that a daily fine goes back to. */
export const pastPenaltyCases: PastDefinition = {
  of: [{ process: 'enforcement-case' }],
  named: (context) => {
    const { daily } = remembered(context)
    return daily ? [daily.of] : []
  },
  /** Every refusal has opened a case of its own, also in a case that was one itself. */
  inTurn: ({ links = [] }) =>
    links.flatMap(({ process, event, id }) =>
      process === 'enforcement-case' && event === 'correction-refused' ? [id] : [],
    ),
}

/** The same, of a daily fine alone. */
export const pastOfDaily: PastDefinition = {
  ...pastPenaltyCases,
  when: ({ daily }) => Boolean(daily),
}

type Past = readonly CaseRecord[] | undefined

/** The case whose decision is repeated, where somebody has looked. */
export const baseCase = ({ of }: DailyBase, past: Past): CaseRecord | undefined =>
  past?.find(({ id }) => id === of)

/** By the fine as it stands now: a court may have changed it since. */
export const dailyOf = (
  { daily }: Pick<EnforcementContext, 'daily'>,
  past?: Past,
): DailyBase | null => {
  if (!daily) return null
  const imposed = baseCase(daily, past)?.snapshot.context.imposed
  return typeof imposed === 'number' && imposed > 0 ? { ...daily, fine: imposed } : daily
}

type Repeated = Pick<DailyBase, 'fine' | 'ordered' | 'until'>

export const dailyReckoning = ({ fine, ordered, until }: Repeated) =>
  askLaw(dailyFine, { fine, ordered, until }, {})

const provisional = text('暂定', 'Provisional')

/** What a form shows of it: the sum as its value, and how it comes about. */
export const dailyFacet = (
  context: Pick<EnforcementContext, 'daily'>,
  past?: Past,
): { value: string; hint: Text } | null => {
  const daily = dailyOf(context, past)
  if (!daily) return null
  const reckoning = dailyReckoning(daily)
  const { zh, en } = reckoned(reckoning)
  return {
    value: String(reckoning.amount),
    hint: reckoning.provisional
      ? text(`${provisional.zh}：${zh}`, `${provisional.en}: ${en}`)
      : text(zh, en),
  }
}

/** In the words of the notice. */
export const dailyPlanned = ({
  daily,
  fine,
}: Pick<EnforcementContext, 'daily' | 'fine'>): { value?: string } =>
  daily ? { value: `按日连续处罚，罚款${spellYuan(fine)}元（${dailyProduct(daily, fine)}）` } : {}

/** 计算: the days times the fine; fewer days than there were where fewer are punished. */
export const dailyProduct = ({ fine, ordered, until }: Repeated, amount: number): string => {
  const { from, days } = dailyReckoning({ fine, ordered, until })
  const counted = Math.round(amount / fine)
  const span = `自责令改正之日（${ordered}）的次日${from}起至${until}共${days}日`
  return `${span}${counted === days ? '' : `，计${counted}日`}：${counted}日×${spellYuan(fine)}元=${spellYuan(amount)}元`
}
