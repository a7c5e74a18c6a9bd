// Which words does the rule book use?
import type { Text } from '../../../domain/language/words.ts'
import type { Confidence } from '../../../domain/law/rules/rule.ts'

export const ruleWords = {
  title: { zh: '规则库', en: 'Rule book' },
  lead: {
    zh: '系统计算期限所依据的全部规则及其各个版本。条文未经核实的规则只用于提醒，结果标为暂估。',
    en: 'Every rule, in every version, by which the system reckons periods. Rules whose text is not yet confirmed only warn: their results are provisional.',
  },
  jump: { zh: '数额（限额、档次、比例）', en: 'Amounts (limits, scales, rates)' },
  seek: { zh: '名称、编号、条文', en: 'Name, id or text of the article' },
  seekLabel: { zh: '查找', en: 'Find' },
  process: { zh: '业务', en: 'Process' },
  every: { zh: '全部', en: 'All' },
  certainty: { zh: '核实情况', en: 'Confidence' },
  onlySure: { zh: '已核实', en: 'Confirmed' },
  onlyUnsure: { zh: '尚未核实（暂估）', en: 'Not yet confirmed (provisional)' },
  now: { zh: '只看今日有效', en: 'In force today only' },
  found: { zh: '{n} 条规则，{versions} 个版本', en: '{n} rules, {versions} versions' },
  nothing: { zh: '没有符合条件的规则', en: 'No rule matches' },
  rule: { zh: '规则', en: 'Rule' },
  article: { zh: '依据', en: 'Article' },
  period: { zh: '期限', en: 'Period' },
  validity: { zh: '施行期间', en: 'In force' },
  versions: { zh: '版本', en: 'Versions' },
  sideBySide: { zh: '各版本对照：{name}', en: 'Versions side by side: {name}' },
  change: { zh: '有变化', en: 'changed' },
  start: { zh: '起算', en: 'Counted from' },
  roll: { zh: '届满遇休息日', en: 'Ends on a rest day' },
  pauses: { zh: '不计入的期间', en: 'Intervals not counted' },
  extension: { zh: '延长', en: 'Extension' },
  noExtension: { zh: '不得延长', en: 'None' },
  step: { zh: '最多 {n}，由{by}批准', en: 'at most {n}, by {by}' },
  onExpiry: { zh: '届满后果', en: 'On expiry' },
  note: { zh: '说明', en: 'Note' },
  open: { zh: '至今', en: 'until now' },
  reckon: { zh: '用此版本试算', en: 'Reckon with this version' },
  close: { zh: '收起对照', en: 'Close' },
  provisional: { zh: '暂估', en: 'provisional' },
  today: { zh: '今日有效', en: 'in force today' },
  backward: { zh: '（向前推算）', en: ' (counted back)' },
  'roll-party': { zh: '顺延至其后第一个工作日', en: 'moves to the next working day' },
  'roll-organ': {
    zh: '不顺延，以原定日为准',
    en: 'the counted day binds; the rolled one is shown',
  },
  'roll-never': { zh: '不顺延', en: 'does not move' },
} satisfies Record<string, Text>

export const confidenceWords: Record<Confidence, Text> = {
  V: { zh: '已核对原文', en: 'confirmed in the full text' },
  'V*': { zh: '已据转引核对', en: 'confirmed on a secondary page' },
  M: { zh: '尚未核实', en: 'not yet confirmed' },
  D: { zh: '本系统默认设置', en: 'default of this system' },
}
