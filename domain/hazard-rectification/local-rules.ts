// Which rules over a listed hazard differ from region to region, and which one holds here today?
import type { Unit } from '../calendar/count.ts'
import type { Day } from '../calendar/days.ts'
import { type Text, text } from '../case/words.ts'
import { type NormId, norms } from '../law/norms.ts'
import type { Confidence } from '../law/rule.ts'
import { ruleOn } from '../law/rule-book.ts'

/** In the order in which a table shows them: listing, governance, acceptance, sanctions, reports, supervision. */
export const localRuleNames = {
  'listing-filing': text('县级挂牌报市安委办备案', 'Filing a county listing with the city'),
  'listing-publication': text('挂牌公告', 'Publication of the listing'),
  'listing-period': text('挂牌期限', 'Period of the listing'),
  'stop-until-closed': text('治理期间停产停业', 'Stop during governance'),
  governance: text('治理期限上限', 'Longest governance'),
  'governance-extension-request': text('治理延期最迟申请（届满前）', 'Latest request for more time (before expiry)'),
  'governance-extension-answer': text('治理延期答复', 'Answer to the request for more time'),
  'site-acceptance': text('现场验收', 'Site acceptance'),
  'after-acceptance': text('验收合格后', 'After acceptance'),
  'delisting-publication': text('摘牌公告', 'Publication of the de-listing'),
  'licences-when-late': text('逾期未完成：许可', 'Not done in time: licences'),
  'leaders-when-late': text('逾期未完成：约谈', 'Not done in time: talk'),
  'statistics-chain': text('统计上报', 'Statistics'),
  'supervision-red': text('逾期亮红牌', 'Overdue: red card'),
  'supervision-city': text('逾期提级市级督办', 'Overdue: city supervision'),
  'supervision-province': text('逾期提级省级督办', 'Overdue: province supervision'),
} as const satisfies Record<string, Text>
export type LocalRuleName = keyof typeof localRuleNames

/** A family of the rule book (its number stands there alone), a number of one's own, or what is to be done in words. */
export type Setting = { family: string } | { value: number; unit: Unit } | { says: Text }

/** `region` is the beginning of a code: '42' a province, '3702' a city, '330822' a county, '' everywhere. Both days are included. */
export type LocalRule = {
  region: string
  name: LocalRuleName
  setting: Setting
  source: Text
  confidence: Confidence
  from: Day
  to: Day | null
}

/** A local rule with its number looked up for a day. `source` names the norm and its article. */
export type LocalRuleRow = {
  region: string
  name: LocalRuleName
  words: Text
  value: number | null
  unit: Unit | null
  says: Text | null
  family: string | null
  source: Text
  confidence: Confidence
  from: Day
}

type Settings = Partial<Record<LocalRuleName, Setting>>

const under = (region: string, source: Text, confidence: Confidence, from: Day, settings: Settings): LocalRule[] =>
  (Object.entries(settings) as [LocalRuleName, Setting][]).map(([name, setting]) => ({
    region,
    name,
    setting,
    source,
    confidence,
    from,
    to: null,
  }))

const family = (name: LocalRuleName): Setting => ({ family: `hazard-rectification.${name}` })
const says = (zh: string, en: string): Setting => ({ says: text(zh, en) })
const norm = (id: NormId): Text => norms[id]

const shared = {
  'listing-filing': family('listing-filing'),
  'listing-publication': family('listing-publication'),
  governance: family('governance'),
  'governance-extension-request': family('governance-extension-request'),
  'governance-extension-answer': family('governance-extension-answer'),
  'delisting-publication': family('delisting-publication'),
} satisfies Settings

const ladder = under('', norm('design'), 'D', '2008-02-01', {
  'supervision-red': family('supervision-red'),
  'supervision-city': family('supervision-city'),
  'supervision-province': family('supervision-province'),
})

const fromElsewhere = text(
  '本市默认设置（采自青岛、湖北做法，须由本市确认）',
  'default of this city (after Qingdao and Hubei, to be confirmed by the city)',
)

/** The city the product is made for took others' practice as its default until it sets its own. */
const ownCity = under('3308', fromElsewhere, 'D', '2012-01-01', { ...shared, 'site-acceptance': family('site-acceptance') })

const qingdao = under('3702', norm('qingdao'), 'V*', '2012-01-01', {
  ...shared,
  'stop-until-closed': says('摘牌前原则上全部或者局部停产停业', 'Full or partial stop in principle until the case is closed'),
})

/** Of the Hubei and Fujian papers only the year is known: they count from its first day. */
const hubei = under('42', norm('hubei'), 'V*', '2010-01-01', {
  'site-acceptance': family('site-acceptance'),
  'after-acceptance': says('核销、批复恢复生产并向媒体通报', 'Write-off, approval to resume and notice to the media'),
  'licences-when-late': says('暂扣有关许可证照', 'Suspend the licences concerned'),
  'leaders-when-late': says('约谈县级政府负责人', 'Talk with the leaders of the county government'),
})

const fujian = under('35', text('福建省2011年挂牌督办规定', 'Fujian rules on listed supervision (2011)'), 'V*', '2011-01-01', {
  'listing-period': says('与整改通知书期限一致', 'The same as the period of the rectification notice'),
  'statistics-chain': says('每季度逐级上报至省安委办', 'Every quarter, level by level, up to the provincial safety committee office'),
})

/** What is known of local rules; a city's own settings may be put before or after it. */
export const localRuleTable: readonly LocalRule[] = [...ladder, ...ownCity, ...qingdao, ...hubei, ...fujian]

const holds = (rule: LocalRule, region: string, on: Day): boolean =>
  region.startsWith(rule.region) && rule.from <= on && (rule.to === null || on <= rule.to)

/** The longer prefix wins; of the same region the later rule. */
const nearer = (a: LocalRule, b: LocalRule): number => b.region.length - a.region.length || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)

/** The most specific rule in force for a region (GB/T 2260) on a day; undefined where no rule is known. */
export const localRule = (
  region: string,
  name: LocalRuleName,
  on: Day,
  table: readonly LocalRule[] = localRuleTable,
): LocalRuleRow | undefined => {
  const [found] = table.filter((rule) => rule.name === name && holds(rule, region, on)).sort(nearer)
  return found && rowOf(found, on)
}

/** Every rule that holds for a region on a day, in the order of `localRuleNames`. */
export const localRules = (region: string, on: Day, table: readonly LocalRule[] = localRuleTable): LocalRuleRow[] =>
  (Object.keys(localRuleNames) as LocalRuleName[]).flatMap((name) => localRule(region, name, on, table) ?? [])

const rowOf = ({ setting, to: _to, ...rule }: LocalRule, on: Day): LocalRuleRow => {
  const row = { ...rule, words: localRuleNames[rule.name], value: null, unit: null, says: null, family: null }
  if ('says' in setting) return { ...row, says: setting.says }
  if ('value' in setting) return { ...row, ...setting }
  const { n, unit } = ruleOn(setting.family, on)
  return { ...row, value: n, unit, family: setting.family }
}
