// Which level does an accident reach, who is notified and who investigates?
import { type Text, text } from '../../../language/words.ts'
import type { Day } from '../../../time/days.ts'
import { stepReached } from '../../amounts/amount.ts'
import type { CountingLaw } from '../calculation.ts'

export const levels = ['general', 'larger', 'major', 'extra-major'] as const
export type Level = (typeof levels)[number]

export type LevelFacts = {
  words: Text
  reportUpTo: Text
  investigatedBy: Text
  /** Days to reply to the investigation report (493号 32). */
  replyDays: number
  /** How far the report climbs: 0 city, 1 province, 2 State. */
  climbs: 0 | 1 | 2
}

/** 国务院令493号 Art 10, 19, 32. */
export const levelFacts: Record<Level, LevelFacts> = {
  general: {
    words: text('一般事故', 'general accident'),
    reportUpTo: text('设区的市级', 'city'),
    investigatedBy: text('县级人民政府', 'county government'),
    replyDays: 15,
    climbs: 0,
  },
  larger: {
    words: text('较大事故', 'larger accident'),
    reportUpTo: text('省级', 'province'),
    investigatedBy: text('设区的市级人民政府', 'city government'),
    replyDays: 15,
    climbs: 1,
  },
  major: {
    words: text('重大事故', 'major accident'),
    reportUpTo: text('应急管理部→国务院', 'State (MEM) → State Council'),
    investigatedBy: text('省级人民政府', 'province government'),
    replyDays: 15,
    climbs: 2,
  },
  'extra-major': {
    words: text('特别重大事故', 'extra-major accident'),
    reportUpTo: text('应急管理部→国务院', 'State (MEM) → State Council'),
    investigatedBy: text('国务院', 'State Council'),
    replyDays: 30,
    climbs: 2,
  },
}

export type Losses = { deaths: number; seriousInjuries: number; directLoss: number }
export type Criterion = { criterion: keyof Losses; value: number; level: Level }

/** The rows that say from which number on each of the three higher levels is reached. */
const thresholds: Record<keyof Losses, string> = {
  deaths: 'accident-level.deaths',
  seriousInjuries: 'accident-level.serious-injuries',
  directLoss: 'accident-level.direct-loss',
}

const levelAt = (rank: number): Level => levels[rank] ?? 'general'

/** The level by any one criterion (493号 Art 3) and what each criterion alone gives, by the law of the day of the accident. */
export const levelOf = (
  losses: Losses,
  law: Pick<CountingLaw, 'amount'>,
  on: Day,
): { level: Level; criteria: Criterion[] } => {
  const criteria = (Object.keys(thresholds) as (keyof Losses)[]).map((criterion) => {
    const value = losses[criterion]
    return {
      criterion,
      value,
      level: levelAt(stepReached(law.amount(thresholds[criterion], on), value)),
    }
  })
  const rank = Math.max(...criteria.map(({ level }) => levels.indexOf(level)))
  return { level: levelAt(rank), criteria }
}

export const criterionWords: Record<keyof Losses, Text> = {
  deaths: text('死亡人数', 'deaths'),
  seriousInjuries: text('重伤人数', 'serious injuries'),
  directLoss: text('直接经济损失（元）', 'direct loss (yuan)'),
}
