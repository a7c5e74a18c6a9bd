// What do the acts ask for by which a case is proposed, filed, investigated and reported on?
import { type Text, text } from '../../language/words.ts'
import { act, start } from '../../model/act.ts'
import { enterpriseFields, field } from '../../model/field.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { isRegion } from '../../organisation/regions.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { civilDate } from '../../time/instant.ts'
import { dailyFacet, pastOfDaily } from '../memory/daily.ts'
import { mostYuan, penaltyKinds } from '../memory/kinds.ts'
import { limitationOf, reckoned, remembered } from '../memory/penalties.ts'
import { judicialSource } from '../memory/refiled.ts'
import { unfinedFacet } from '../memory/with-police.ts'
import { refiledFault, refiledFields, transferredCase } from '../refiled/refiled-fields.ts'
import { cityInspectors, leader, officersOfCase, sectionChief } from '../regions/addresses.ts'
import { documentWords } from './document-words.ts'
import { byRecheck, refusedFields } from './refused.ts'

const sources = {
  inspection: text('监督检查', 'Inspection'),
  hazard: text('隐患案件移送', 'Referred by a hazard case'),
  accident: text('事故调查批复', 'Reply to an accident report'),
  report: text('举报投诉', 'Report by the public'),
  transferred: text('其他部门移送', 'Sent by another authority'),
  refusal: text('受罚后拒不改正', 'Refusal to correct after a fine'),
  [judicialSource]: text('司法机关移送（原案以移送结案）', 'Sent back by the judicial organs'),
} as const satisfies Record<string, Text>

const parties = {
  organisation: text('单位', 'Organisation'),
  individual: text('个人', 'Individual'),
} as const satisfies Record<string, Text>

const procedures = {
  ordinary: text('普通程序（提请立案）', 'Ordinary (propose a filing)'),
  'on-the-spot': text('简易程序（当场处罚）', 'Summary (on the spot)'),
} as const satisfies Record<string, Text>
const filed = [{ procedure: ['ordinary', ''] }] as const
const atTheScene = [{ procedure: ['on-the-spot'] }] as const

/** 处罚法 51, 54. */
export const proposeFiling = start({
  type: 'propose-filing',
  words: text('提请立案（当场处罚）', 'Propose a case, or punish on the spot'),
  fields: {
    procedure: field
      .choice(procedures, '适用程序', 'Procedure')
      .optional()
      .with({ value: 'ordinary' })
      .hint(
        '警告，或者限额以内的罚款可以当场处罚；限额在告知时列出',
        'On the spot: a warning, or a fine within the limit that is shown when the party is told',
      ),
    ...enterpriseFields('当事人（企业）', 'The party, an enterprise of the register'),
    title: field.text('案由', 'What the case is about', 120),
    partyKind: field.choice(parties, '当事人类别', 'Kind of party'),
    partyName: field
      .text('当事人（未登记的）', 'The party, where it is in no register', 200)
      .optional(),
    source: field
      .choice(sources, '案件来源', 'Source')
      .optional()
      .with({ where: filed, needed: filed }),
    place: field
      .text('违法行为地点', 'Place', 200)
      .optional()
      .with({ where: atTheScene, needed: atTheScene }),
    facts: field.longText('涉嫌违法的事实', 'Suspected facts', 4000),
    basis: field.longText('涉嫌违反的规定', 'Provisions possibly violated', 1000).optional(),
    discoveredOn: field
      .date('发现日期', 'Discovered on')
      .optional()
      .with({ where: filed })
      .hint(
        '不填即为今日；追责时效以发现日期判断',
        'Left open: today; the limitation is judged by it',
      ),
    informant: field
      .text('线索提供人（保密）', 'Who has told of it (kept secret)', 100)
      .optional()
      .with({ where: filed, confidential: true }),
    attachments: field.files('线索材料、现场照片', 'Papers, photos').optional(),
    ...refiledFields,
    ...refusedFields,
  },
  refersTo: transferredCase.field,
  goesOnFrom: transferredCase,
  refuses: (data, at) => {
    const { enterprise, partyName, discoveredOn, source, originalFine } = data
    if (source === 'refusal' && originalFine === undefined)
      return { field: 'source', words: byRecheck }
    if (typeof discoveredOn === 'string' && discoveredOn > civilDate(at))
      return {
        field: 'discoveredOn',
        words: text('发现日期不得晚于今日', 'It cannot be discovered in the future'),
      }
    return enterprise === undefined && partyName === undefined
      ? {
          field: 'enterprise',
          words: text('请选择企业或者填写当事人', 'Choose an enterprise or name the party'),
        }
      : refiledFault(data, at)
  },
  by: [inspectors, sectionChief, cityInspectors],
  notify: [leader],
})

/** Without a known region the answer is empty, and the API refuses: only it knows the register. */
export const describe: ProcessDefinition['describe'] = (data) => ({
  title: String(data.title ?? ''),
  region: isRegion(String(data.region)) ? String(data.region) : '',
  owner: typeof data.enterprise === 'string' ? data.enterprise : null,
  site: null,
})

const approveFiling = act({
  words: text('批准立案', 'File the case'),
  fields: {
    document: field.document(documentWords['approve-filing']),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text('自立案之日起计算办案期限。', 'The period of the case runs from today.'),
    article: '《行政处罚法》第五十四条、第六十条',
  },
  notify: [inspectors, sectionChief],
})

const refuseFiling = act({
  words: text('不予立案', 'Do not file it'),
  fields: { reason: field.longText('理由', 'Reason'), opinion: field.opinion() },
  notify: [inspectors, sectionChief],
})

const evidenceKinds = {
  inquiry: text('询问笔录', 'Record of a questioning'),
  inspection: text('勘验、现场检查笔录', 'Record of an inspection'),
  sampling: text('抽样取证', 'Samples'),
  documents: text('书证、物证', 'Papers and things'),
  'audio-visual': text('视听资料、电子数据', 'Recordings and data'),
  appraisal: text('鉴定意见', 'Appraisal'),
} as const satisfies Record<string, Text>

/** 处罚法 55: two officers, certificates shown, the party told of its right to ask for recusal. */
const recordEvidence = act({
  entries: [certificateEntries],
  words: text('登记证据', 'Record evidence'),
  fields: {
    kind: field.choice(evidenceKinds, '证据种类', 'Kind'),
    takenOn: field.date('取证日期', 'Taken on'),
    content: field.longText('证明的事实', 'What it proves', 4000),
    questioned: field
      .text('被询问人、见证人（保密）', 'Who was questioned or witnessed it (kept secret)', 200)
      .optional()
      .with({ confidential: true }),
    certificates,
    recusalTold: field.boolean('已出示证件并告知申请回避权利', 'Certificates shown, recusal told'),
    files: field.files('证据材料', 'Files').optional(),
    opinion: field.opinion(),
  },
})

const recuse = act({
  words: text('本人回避', 'Recuse oneself'),
  fields: { reason: field.longText('与案件的利害关系', 'What one has to do with the case', 1000) },
  by: officersOfCase,
  consequence: {
    effect: text(
      '此后不得参与本案及其证据保存、查封扣押等事项的办理；请放回或者转办名下任务，由其他人员办理；负责人回避且没有其他负责人的，经集体讨论报上级机关办理。',
      'One takes no part in the case or anything of it any more: release or transfer what is on your desk; somebody else goes on; where the only head stands aside, the case goes to the superior authority.',
    ),
    article: '《行政处罚法》第四十三条',
  },
  notify: [sectionChief, leader],
})

const advices = {
  penalty: text('建议给予行政处罚', 'Penalty'),
  'no-penalty': text('建议不予行政处罚', 'No penalty'),
  withdraw: text('建议撤销案件', 'Withdraw the case'),
  transfer: text('建议移送公安机关', 'Transfer to the police'),
} as const satisfies Record<string, Text>

const circumstances = {
  minor: text('违法行为轻微', 'Minor'),
  corrected: text('及时改正', 'Corrected in time'),
  'no-harm': text('没有造成危害后果', 'Without harm'),
  'serious-harm': text('涉及公民生命健康安全且有危害后果', 'Concerns life or health, with harm'),
  complex: text('疑难复杂、涉及多个法律关系', 'Complex, several legal relations'),
  'major-interest': text('涉及重大公共利益', 'Major public interest'),
} as const satisfies Record<string, Text>

const punishing = [{ advice: ['penalty'] }] as const
const fining = [{ advice: ['penalty'], penalties: ['fine'] }] as const

const concludeInvestigation = act({
  past: pastOfDaily,
  words: text('调查终结，提交报告', 'Conclude the investigation'),
  fields: {
    findings: field.longText('查明的事实和证据', 'Facts and evidence', 4000),
    actEnded: field
      .date('违法行为终了日期', 'The act ended on')
      .hint(
        '超过二年（涉及生命健康安全且有危害后果的五年）未被发现的，不再处罚（《行政处罚法》第三十六条）',
        'Not discovered within two years (five with harm to life or health) it is not punished (art. 36)',
      ),
    circumstances: field.choices(circumstances, '情节', 'Circumstances', 6).optional(),
    advice: field.choice(advices, '处理意见', 'Advice'),
    penalties: field
      .choices(penaltyKinds, '建议处罚种类', 'Penalties proposed', 9)
      .optional()
      .with({ where: punishing, needed: punishing })
      .perCase(({ snapshot }) => (remembered(snapshot.context).daily ? { value: 'fine' } : {})),
    fine: field
      .yuan('建议罚款（元）', 'Fine proposed (yuan)', 1, mostYuan)
      .optional()
      .with({ where: fining, needed: fining })
      .perCase(({ snapshot }, { past }) => {
        const context = remembered(snapshot.context)
        return dailyFacet(context, past) ?? unfinedFacet(context) ?? {}
      }),
    basis: field.longText('处罚或者处理依据', 'Legal basis', 1000),
    opinion: field.opinion(),
  },
})

const approveReport = act({
  words: text('同意调查报告', 'Approve the report'),
  fields: {
    opinion: field.opinion().perCase(({ snapshot }, law) => {
      const { actEnded, discoveredOn, seriousHarm } = remembered(snapshot.context)
      return actEnded !== null && discoveredOn !== null && actEnded <= discoveredOn
        ? { hint: reckoned(limitationOf({ actEnded, discovered: discoveredOn, seriousHarm }, law)) }
        : {}
    }),
  },
})

export const filingActs = {
  'approve-filing': approveFiling,
  'refuse-filing': refuseFiling,
  'record-evidence': recordEvidence,
  recuse,
  'conclude-investigation': concludeInvestigation,
  'approve-report': approveReport,
}
