// Which intervals may stop a period, and by which article?
import { type Text, text } from '../../language/words.ts'

/** Every kind of interval that some rule does not count. `other` exists for freely chosen periods (`adhoc`) only. */
export const pauseKinds = {
  'expert-review': text('专家评审', 'expert review'),
  hearing: text('听证', 'hearing'),
  tender: text('招标', 'tender'),
  auction: text('拍卖', 'auction'),
  inspection: text('检验', 'inspection'),
  testing: text('检测', 'testing'),
  quarantine: text('检疫', 'quarantine'),
  appraisal: text('鉴定', 'appraisal'),
  'site-check': text('现场核查', 'site check'),
  rework: text('申请人整改', 'rework by the applicant'),
  supplement: text('补正', 'supplement'),
  announcement: text('公告', 'public announcement'),
  'technical-appraisal': text('技术鉴定', 'technical appraisal'),
  reconsideration: text('行政复议', 'reconsideration'),
  litigation: text('行政诉讼', 'litigation'),
  'criminal-procedure': text('移送公安机关', 'transfer to the police'),
  suspension: text('中止执行', 'suspension of the enforcement'),
  'force-majeure': text('不可抗力', 'force majeure'),
  'extension-request': text('延期申请待答复', 'the answer to a request for more time'),
  other: text('其他', 'other'),
} as const satisfies Record<string, Text>

export type PauseKind = keyof typeof pauseKinds

const byName = new Map<string, PauseKind>(
  Object.entries(pauseKinds).flatMap(([kind, words]) => [
    [kind, kind as PauseKind] as const,
    [words.zh, kind as PauseKind] as const,
  ]),
)

/** The kind meant by 'expert-review', 'expert_review', 'expertReview' or '专家评审'; undefined if there is none. */
export const pauseKindOf = (name: string): PauseKind | undefined =>
  byName.get(name) ??
  byName.get(
    name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .replace(/[_ ]/g, '-')
      .toLowerCase(),
  )
