// Which words do the calendars, their proposals and their dry runs use?
import type { Text } from '../../../domain/language/words.ts'

export const calendarWords = {
  title: { zh: '日历与放假安排', en: 'Calendars and decrees' },
  lead: {
    zh: '工作日时限按国务院放假通知计算。新通知由一名管理员提议，系统试算影响，另一名管理员批准后生效并重算办理中案件。',
    en: 'Limits in working days follow the holiday notices of the State Council. One administrator proposes a notice, a dry run shows what moves, another approves; running cases then follow.',
  },
  missing: {
    zh: '{years} 年放假安排尚未发布或录入：涉及的到期日均为暂估，法律后果不会自动发生。',
    en: 'No notice yet for {years}: dates that reach into it are estimates, and no legal effect happens by itself.',
  },
  year: { zh: '年份', en: 'Year' },
  region: { zh: '适用范围', en: 'Where' },
  everywhere: { zh: '全国', en: 'Everywhere' },
  yearTitle: { zh: '{year} 年日历', en: 'Calendar of {year}' },
  yearPicture: {
    zh: '{year} 年：放假 {off} 天，调休上班 {work} 天',
    en: '{year}: {off} days off by decree, {work} weekend days worked',
  },
  decree: { zh: '依据', en: 'Decree' },
  source: { zh: '来源', en: 'Source' },
  noDecree: {
    zh: '尚无通知，按放假办法暂估',
    en: 'No notice: estimated by the regulation on holidays',
  },
  markOff: { zh: '休', en: 'off' },
  markWork: { zh: '班', en: 'on' },
  legendOff: { zh: '放假', en: 'Day off' },
  legendWork: { zh: '调休上班', en: 'Weekend day worked' },
  legendRest: { zh: '周末', en: 'Weekend' },
  legendEstimated: { zh: '暂估（虚线）', en: 'Estimated (dashed)' },
  date: { zh: '日期', en: 'Date' },
  weekday: { zh: '星期', en: 'Weekday' },
  kind: { zh: '性质', en: 'What it is' },
  festival: { zh: '节日', en: 'Holiday' },
  sure: { zh: '确定性', en: 'Certainty' },
  decreed: { zh: '已发布', en: 'Decreed' },
  estimated: { zh: '暂估', en: 'Estimated' },
  years: { zh: '各年依据', en: 'Decrees by year' },
  daysOff: { zh: '放假（天）', en: 'Days off' },
  daysWork: { zh: '调休上班（天）', en: 'Days worked' },
  origin: { zh: '录入', en: 'Came in' },
  committed: { zh: '随产品发布', en: 'With the product' },
  byProposal: { zh: '经批准录入', en: 'By approval' },
  overrides: { zh: '地方与临时安排', en: 'Local and extra days' },
  noOverrides: { zh: '没有地方或临时安排', en: 'No local or extra days' },
  newProposal: { zh: '录入新安排', en: 'Enter a notice' },
} satisfies Record<string, Text>

/** Festivals as the decrees name them. */
export const festivals: Record<string, Text> = {
  元旦: { zh: '元旦', en: 'New Year' },
  春节: { zh: '春节', en: 'Spring Festival' },
  清明: { zh: '清明节', en: 'Qingming' },
  劳动节: { zh: '劳动节', en: 'Labour Day' },
  端午: { zh: '端午节', en: 'Dragon Boat' },
  中秋: { zh: '中秋节', en: 'Mid-Autumn' },
  国庆节: { zh: '国庆节', en: 'National Day' },
  放假: { zh: '放假', en: 'Day off' },
}
