// What do the officers write down who propose to agree with the party how its fine is performed (强制法 42)?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { wholeFen } from '../acts/performance.ts'
import { mostYuan } from '../memory/kinds.ts'
import { remembered, todayOf } from '../memory/penalties.ts'
import { leader, sectionChief } from '../regions/addresses.ts'
import { owedNow, windowNow } from './agreement-terms.ts'

const sum = (zh: string, en: string) =>
  field.money(zh, en).accepting(v.pipe(v.number(), v.minValue(0), v.maxValue(mostYuan), wholeFen))

/** So many stages has an agreement at most. */
export const mostStages = 24

/** The form of a proposal, whoever it is with, but for what is known of that one's fine. */
export const stageRows = field.rows(
  {
    until: field.date('期限（含当日）', 'By (that day included)'),
    fine: field.yuan('罚款（元）', 'Of the fine (yuan)', 1, mostYuan),
    surcharge: sum('加处罚款（元）', 'Of the surcharge (yuan)').optional(),
  },
  '分阶段履行',
  'Stages',
  mostStages,
)

const stages = stageRows.perCase(({ snapshot }, law) => ({
  hint: owedNow(remembered(snapshot.context), todayOf(law), law),
}))

export const whyAgreed = {
  reason: field.longText('订立执行协议的理由', 'Why it is agreed on', 2000),
  harmless: field.boolean(
    '不损害公共利益和他人合法权益',
    'Neither the public interest nor the rights of others are harmed',
  ),
}

export const whyReduced = {
  remedial: field
    .longText('当事人采取的补救措施', 'Remedial measures of the party', 2000)
    .optional()
    .hint('减免加处罚款的必须填写', 'Needed where the surcharge is reduced'),
  evidence: field.files('补救措施的证据', 'Evidence of these measures').optional(),
  waived: sum('减免加处罚款（元）', 'Reduction of the surcharge (yuan)')
    .optional()
    .hint('只减免加处的罚款，罚款本金不得减免', 'Of the surcharge alone, never of the fine'),
  waiveReason: field
    .longText('减免的理由', 'Why it is reduced', 1000)
    .optional()
    .hint('减免加处罚款的必须填写', 'Needed where the surcharge is reduced'),
}

export const riskOfWindow = field
  .longText('末期超过申请法院期限的理由和风险', 'Why it may outlast the period of the court', 1000)
  .optional()

export const agreementConsequence = {
  effect: text(
    '须经局领导批准。协议履行期间不申请法院强制执行；当事人不履行的，恢复强制执行，减免的加处罚款恢复计算。',
    'A leader approves it. While it is performed the court is not asked; where it is broken the enforcement goes on and what was reduced stands again.',
  ),
  article: '《行政强制法》第四十二条',
}

export const proposeAgreement = act({
  words: text('提请订立执行协议', 'Propose a performance agreement'),
  fields: {
    ...whyAgreed,
    stages,
    ...whyReduced,
    windowRisk: riskOfWindow.perCase(({ snapshot }, law) => ({
      hint: windowNow(remembered(snapshot.context), law),
    })),
  },
  by: [inspectors],
  appendsOnly: true,
  consequence: agreementConsequence,
  notify: [sectionChief, leader],
})
