// Which periods run over an inspection?
import { text } from '../../language/words.ts'
import { extensionRequestTerms, penaltyMeasures } from './penalty-measures.ts'
import { family, type Rule } from './rule.ts'

/** 处罚办法 16, for what an inspection has ordered. */
export const inspectionRules: Rule[] = [
  ...family(
    'inspection',
    're-check',
    text('检查所责令整改的复查', 'Re-check of what an inspection has ordered'),
    {
      unit: 'ND',
      n: 10,
      start: text('整改期满', 'expiry of the order'),
      roll: 'organ',
      onExpiry: 'escalate',
      alsoReadAs: 'WD',
    },
    ...penaltyMeasures('16', 'M'),
  ),
  ...family(
    'inspection',
    'extension-request',
    text('检查所责令整改的延期申请（期满前10日内）', 'Request for more time (last 10 days)'),
    extensionRequestTerms,
    ...penaltyMeasures('16', 'M'),
  ),
]
