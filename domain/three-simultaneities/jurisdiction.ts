// Does the city or the county review the project, and on which ground?
import { type Text, text } from '../language/words.ts'
import type { Proposal } from '../licensing/jurisdiction.ts'
import { type Region, regionAt } from '../organisation/regions.ts'
import { isReviewed, kindOf } from './kinds.ts'

/** What moves a project away from the city; the articles are not confirmed in their text. */
export const grounds = {
  entrusted: text('市级已书面委托县级审查', 'The city has entrusted the county in writing'),
  'cross-county': text('跨县（市、区）的项目', 'It lies in several counties'),
  'cross-city': text('跨设区的市的项目', 'It lies in several cities'),
  approved: text(
    '国务院、省级投资主管部门审批、核准或者备案',
    'Approved or filed by the State Council or the province',
  ),
} as const satisfies Record<string, Text>

type Ground = keyof typeof grounds
const isGround = (value: unknown): value is Ground =>
  typeof value === 'string' && Object.hasOwn(grounds, value)

const article = text(
  '总局令第36号第五条、第45号第四条，条文待核实',
  'Order 36 art. 5, Order 45 art. 4, text to be confirmed',
)

/** The authority that is proposed for a project in a county; a person may correct it with a reason, also after acceptance. */
export const proposedFor = (county: Region, kind: unknown, proposed: unknown): Proposal => {
  const met = Array.isArray(proposed) ? proposed.filter(isGround) : []
  const because = (zh: string, en: string) =>
    text(`${zh}（${article.zh}）`, `${en} (${article.en})`)
  const city = regionAt(county, 'city')
  if (!isReviewed(kindOf(kind)))
    return {
      region: county,
      reason: because('不属审查范围，由县级监督核查', 'Not reviewed, so the county supervises it'),
    }
  if (met.includes('cross-city') || met.includes('approved'))
    return {
      region: city,
      reason: because(
        '可能属省级审查权限，请市级窗口核对，不属本机关职权的告知向省级申请',
        'The province may be competent: the window of the city checks it and says so',
      ),
    }
  if (met.includes('entrusted') && !met.includes('cross-county'))
    return {
      region: county,
      reason: because('市级已委托，由县级审查', 'Entrusted by the city, so the county reviews'),
    }
  return { region: city, reason: because('由市级审查', 'The city reviews') }
}
