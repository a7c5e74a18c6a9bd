// Which words stand beside the violation that a notice names?
import type { Text } from '../../domain/language/words.ts'

export const causeWords = {
  none: { zh: '不选择（不核对裁量基准）', en: 'None: not checked against a standard' },
  reckoning: {
    zh: '裁量基准各阶次',
    en: 'The steps of the standard',
  },
  noneHolds: {
    zh: '没有适用于本案的现行有效裁量基准',
    en: 'No standard that is in force is for this case',
  },
  unknown: {
    zh: '裁量基准暂时无法读取，请稍后重试',
    en: 'The standards cannot be read now: try again later',
  },
  firstTime: {
    zh: '本平台没有该企业因同一违法行为受到罚款的记录',
    en: 'No fine of this enterprise for the same violation is on record here',
  },
  finedBefore: {
    zh: '该企业曾因同一违法行为被罚款{n}次，最近一次{last}',
    en: 'Fined {n} times for the same violation before, last on {last}',
  },
  like: {
    zh: '{since}以来同一违法行为的罚款决定（最低–最高，中位数；每夜更新）',
    en: 'Fines decided for the same violation since {since} (lowest to highest, median; renewed by night)',
  },
  noLike: {
    zh: '{since}以来没有同一违法行为的罚款决定',
    en: 'No fine was decided for this violation since {since}',
  },
  likeStep: {
    zh: '{step}：{n}件，{lowest}–{highest}元，中位数{median}元',
    en: '{step}: {n} cases, {lowest} to {highest} yuan, median {median}',
  },
  likeFew: {
    zh: '{step}：{n}件，不足{few}件，不显示数额',
    en: '{step}: {n}, fewer than {few}: no amounts are shown',
  },
  likeShare: {
    zh: '；拟罚款{fine}元，较中位数{share}',
    en: '; planned {fine}, {share} from the median',
  },
  likeCases: { zh: '其中您可以查看的最近案件', en: 'The latest of them that you may open' },
  likeUnknown: {
    zh: '同类案件暂时无法读取，请稍后重试',
    en: 'Like cases cannot be read now: try again later',
  },
  yuan: { zh: '{fine}元', en: '{fine} yuan' },
} as const satisfies Record<string, Text>
