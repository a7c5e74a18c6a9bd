// Does the city or the county issue the licence, and on which ground?
import { type Text, text } from '../language/words.ts'
import type { Proposal } from '../licensing/jurisdiction.ts'
import { type Region, regionAt } from '../organisation/regions.ts'

/** What brings a business before the city; the number of 令55 第五条 is not confirmed in its text. */
export const grounds = {
  toxic: text('经营剧毒化学品', 'Trades in highly toxic chemicals'),
  explosive: text('经营易制爆危险化学品', 'Trades in precursors of explosives'),
  storage: text('有储存设施', 'Has storage facilities'),
  station: text('汽车加油加气站', 'Petrol or gas station'),
  warehousing: text('专门从事危险化学品仓储经营', 'Warehousing business'),
  central: text('中央企业所属市级分公司', 'City branch of a central state enterprise'),
} as const satisfies Record<string, Text>

export type Ground = keyof typeof grounds
export const isGround = (value: unknown): value is Ground =>
  typeof value === 'string' && Object.hasOwn(grounds, value)

const article = text(
  '《危险化学品安全管理条例》第三十五条，总局令第55号第五条，条文待核实',
  'Hazchem Regulations art. 35, Order 55 art. 5, text to be confirmed',
)

/** The authority that the law names for a business of these kinds in a county; a person may correct it with a reason. */
export const proposedFor = (county: Region, kinds: unknown): Proposal => {
  const met = Array.isArray(kinds) ? kinds.filter(isGround) : []
  if (met.length === 0)
    return {
      region: county,
      reason: text(
        `无市级发证情形，由县级发证（${article.zh}）`,
        `No ground for the city, so the county issues (${article.en})`,
      ),
    }
  const [zh, en] = [
    met.map((one) => grounds[one].zh).join('、'),
    met.map((one) => grounds[one].en).join(', '),
  ]
  return {
    region: regionAt(county, 'city'),
    reason: text(`${zh}，由市级发证（${article.zh}）`, `${en}: the city issues (${article.en})`),
  }
}
