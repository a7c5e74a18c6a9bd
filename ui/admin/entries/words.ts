// Which words does the form of a new version or promise use?
import type { Text } from '../../../domain/language/words.ts'
import type { Confidence } from '../../../domain/law/rules/rule.ts'

export const entryWords = {
  title: { zh: '录入规则新版本或承诺时限', en: 'Enter a version of a rule, or a promise' },
  lead: {
    zh: '只更改期限数字及其依据；单位、起算、扣除和顺延规则不变。须试算，并由另一名管理员批准后生效。',
    en: 'Only the number and its ground change; unit, start, pauses and roll stay. It needs a dry run, and another administrator approves it.',
  },
  enter: { zh: '录入新版本或承诺', en: 'Enter a version or promise' },
  rule: { zh: '规则', en: 'Rule' },
  choose: { zh: '请选择', en: 'Choose' },
  laws: { zh: '法定期限', en: 'Periods of law' },
  promises: { zh: '承诺时限', en: 'Promised limits' },
  now: { zh: '现行：{n}', en: 'In force: {n}' },
  region: { zh: '适用范围', en: 'Where' },
  everywhere: { zh: '全省', en: 'The whole province' },
  n: { zh: '新期限（{unit}）', en: 'New period ({unit})' },
  plainN: { zh: '新期限', en: 'New period' },
  notANumber: { zh: '新期限须为正整数', en: 'The new period is a whole number, 1 or more' },
  from: { zh: '施行日期', en: 'In force from' },
  normZh: { zh: '依据的规范（中文）', en: 'Norm, in Chinese' },
  normEn: { zh: '依据的规范（英文）', en: 'Norm, in English' },
  articleZh: { zh: '条文（中文）', en: 'Article, in Chinese' },
  articleEn: { zh: '条文（英文）', en: 'Article, in English' },
  confidence: { zh: '核实情况', en: 'Certainty' },
  unsureHint: {
    zh: '尚未核实的，只作提醒：到期不自动发生法律后果。',
    en: 'Not yet confirmed: it only warns, and no legal effect happens by itself.',
  },
  source: { zh: '文号或来源', en: 'Number or source' },
  runningTitle: { zh: '在办期间', en: 'Periods that run already' },
  onlyNew: { zh: '只适用于施行之日起开始的期间', en: 'Only periods that start from that day on' },
  included: { zh: '在办期间一并适用（旧案适用）', en: 'Running periods are included' },
  running: { zh: '一并适用的理由和依据', en: 'Why, and by which provision' },
  reason: { zh: '说明', en: 'Reason' },
  missing: { zh: '请填写{name}', en: 'Enter: {name}' },
  entered: { zh: '管理员录入', en: 'Entered by administrators' },
  enteredFor: { zh: '适用：{place}', en: 'For {place}' },
  alsoRunning: { zh: '在办期间一并适用：{reason}', en: 'Running periods included: {reason}' },
  approval: { zh: '查看录入与批准', en: 'Who entered and approved it' },
} satisfies Record<string, Text>

export const confidenceWords: Record<Confidence, Text> = {
  V: { zh: '已核对原文', en: 'confirmed in the full text' },
  'V*': { zh: '已据转引核对', en: 'confirmed on a secondary page' },
  M: { zh: '尚未核实', en: 'not yet confirmed' },
  D: { zh: '本系统默认设置', en: 'default of this system' },
}
