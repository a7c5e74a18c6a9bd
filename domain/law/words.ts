// What are the parts of the rule book called?
import type { Text } from '../language/words.ts'
import type { RuleProcess } from './rules/rule.ts'

export const ruleProcesses: Record<RuleProcess, Text> = {
  'three-simultaneities': { zh: '三同时', en: 'Three simultaneities' },
  'hazchem-licence': { zh: '危化品许可', en: 'Hazardous chemicals licence' },
  'hazard-rectification': { zh: '隐患整改与挂牌督办', en: 'Hazard rectification' },
  'enforcement-case': { zh: '行政执法案件', en: 'Enforcement case' },
  inspection: { zh: '行政检查', en: 'Inspection' },
  'emergency-response': { zh: '应急响应', en: 'Emergency response' },
  'alarm-episode': { zh: '监测报警', en: 'Alarm' },
  licensing: { zh: '行政许可', en: 'Licensing' },
  credit: { zh: '信用', en: 'Credit' },
  'hazard-source': { zh: '重大危险源', en: 'Major hazard source' },
  'special-equipment': { zh: '特种设备', en: 'Special equipment' },
  'special-work': { zh: '特殊作业与检维修', en: 'Special work and maintenance' },
  training: { zh: '培训与证书', en: 'Training and certificates' },
}
