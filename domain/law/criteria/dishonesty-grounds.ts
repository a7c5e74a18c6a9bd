// For which penalties is a party proposed for the list of serious dishonesty?
import { type Text, text } from '../../language/words.ts'

/** 应急令11号 第六条、第七条, in short; what else is grave enough is argued in the proposal. */
export const listingGrounds = {
  accident: text(
    '对生产安全事故负有责任，达到列入标准',
    'Answerable for an accident that reaches the standard',
  ),
  concealment: text('瞒报、谎报生产安全事故', 'An accident concealed or falsely reported'),
  'grave-fine': text(
    '事故情节特别严重，被处二至五倍罚款',
    'An accident so grave that the fine was doubled or more',
  ),
  unlicensed: text(
    '未取得许可，或者许可被暂扣、吊销期间从事生产经营活动',
    'Production or trade without a licence, or while it was suspended or revoked',
  ),
  'false-report': text(
    '评价、认证、检测、检验机构租借资质或者出具虚假报告',
    'An agency that lent its name or issued a false report',
  ),
  refusal: text(
    '有能力履行处罚决定而拒不履行、逃避执行',
    'Able to perform a penalty and refusing to',
  ),
  grave: text(
    '其他受到行政处罚且性质恶劣、情节严重、社会影响较大',
    'Another penalty for an act that is vile, grave and much noticed',
  ),
} as const satisfies Record<string, Text>
