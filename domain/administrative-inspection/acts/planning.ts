// What do the acts ask for by which a visit is planned, approved, announced, put off or called off?
import { text } from '../../language/words.ts'
import { act, start } from '../../model/act.ts'
import { enterpriseFields, field } from '../../model/field.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import { enterprise, inspectors } from '../../organisation/addresses.ts'
import { isRegion } from '../../organisation/regions.ts'
import { bureauOfficers } from '../../registers/officer-certificate/bureau.ts'
import { civilDate } from '../../time/instant.ts'
import { checklists } from '../checklists/checklist.ts'
import { toItsParty } from '../memory/context.ts'
import { exceptions, grounds } from '../memory/grounds.ts'
import { documentWords } from '../papers/names.ts'
import { cityInspectors, leader, sectionChief } from '../posts/addresses.ts'
import { yearPlan } from './year-plan.ts'

const excepted = [{ ground: exceptions }] as const
const later = text('检查日期不得早于今日', 'A visit is not planned for the past')
const byLot = text(
  '双随机抽查由抽取结果产生，不能手工登记',
  'A visit drawn by lot comes from the draw and is not entered by hand',
)

const { enterprise: visited, ...ofTheRegister } = enterpriseFields(
  '被检查企业',
  'The enterprise to be visited',
)
const enterpriseVisited = { enterprise: visited.with({ needed: [{}] }), ...ofTheRegister }

/** 国办发〔2024〕54号: nobody is visited without a reason that stands in the file and a leader who has agreed. */
export const planInspection = start({
  type: 'plan-inspection',
  words: text('登记检查计划', 'Plan an inspection'),
  fields: {
    ...enterpriseVisited,
    title: field
      .text('检查事项', 'What is inspected', 120)
      .hint(
        '通知后企业可见，不写举报线索',
        'The enterprise reads it once told: no word of a report',
      ),
    ground: field
      .choice(grounds, '检查类别', 'Ground')
      .hint(
        '年度计划和双随机抽查计入年度频次；其余须写明理由',
        'Plan and draw count for the year; every other ground says why',
      ),
    reason: field
      .longText('不受频次限制的理由', 'Why it stands outside the yearly number', 1000)
      .optional()
      .with({ where: excepted, needed: excepted }),
    checklist: field.choice(checklists, '检查表', 'Checklist'),
    scope: field.longText('检查内容和方式', 'What is looked at, and how', 2000),
    plannedOn: field.date('检查日期', 'Day of the visit'),
    /** The draw that has named the enterprise: no form has a place for it. */
    draw: field.text('抽取编号', 'Number of the draw', 60).optional().with({ where: [] }),
    drawnOfficers: field
      .lines('抽取的执法证件号', 'Certificates drawn', 10, 40)
      .optional()
      .with({ where: [] }),
    /** The approved plan that has named it: no form has a place for it. */
    plan: field.text('年度计划', 'Yearly plan', 200).optional().with({ where: [] }),
    attachments: field.files('检查方案、线索材料', 'Plan, papers').optional(),
  },
  refuses: ({ enterprise, plannedOn, ground, draw }, at) => {
    if (enterprise === undefined)
      return { field: 'enterprise', words: text('请选择企业', 'Choose an enterprise') }
    if (ground === 'drawn' && draw === undefined) return { field: 'ground', words: byLot }
    return typeof plannedOn === 'string' && plannedOn < civilDate(at)
      ? { field: 'plannedOn', words: later }
      : null
  },
  drawn: {
    asks: ['title', 'checklist', 'scope', 'plannedOn'],
    on: 'plannedOn',
    officers: bureauOfficers,
    form: ({ title, checklist, scope, plannedOn }, { draw, enterprise: one, officers }) => ({
      title,
      checklist,
      scope,
      plannedOn,
      ground: 'drawn',
      draw,
      drawnOfficers: officers,
      enterprise: one.id,
      enterpriseName: one.name,
      region: one.region,
    }),
  },
  yearPlan,
  by: [inspectors, sectionChief, cityInspectors],
  notify: [leader],
})

/** Nobody outside hears of a visit before its notice: until then the case is not the enterprise's own, and its title says whom it is about. */
export const describe: ProcessDefinition['describe'] = (data) => ({
  title: [data.enterpriseName, data.title].filter((one) => typeof one === 'string').join('：'),
  region: isRegion(String(data.region)) ? String(data.region) : '',
  owner: null,
  site: null,
})

const approveInspection = act({
  words: text('批准检查', 'Approve the inspection'),
  fields: { opinion: field.opinion() },
  notify: [inspectors, sectionChief],
})

const refuseInspection = act({
  words: text('不批准检查', 'Refuse the inspection'),
  fields: { reason: field.longText('理由', 'Reason', 1000), opinion: field.opinion() },
  notify: [inspectors, sectionChief],
})

const issueNotice = act({
  words: text('制作检查通知书', 'Give notice of the inspection'),
  party: text(
    '将于{plannedOn}对你单位进行行政检查（{document}）。',
    'You will be inspected on {plannedOn} ({document}).',
  ),
  fields: {
    plannedOn: field
      .date('检查日期', 'Day of the visit')
      .shownTo('party')
      .perCase(({ snapshot }) => ({ value: String(snapshot.context.plannedOn ?? '') })),
    content: field
      .longText('检查内容', 'What is looked at', 2000)
      .shownTo('party')
      .perCase(({ data }) => ({ value: String(data['plan-inspection']?.scope ?? '') })),
    prepare: field
      .longText('请企业准备的资料', 'What the enterprise should have ready', 1000)
      .optional()
      .shownTo('party'),
    document: field.document(documentWords['issue-notice']).shownTo('party'),
    opinion: field.opinion(),
  },
  moves: toItsParty,
  notify: enterprise,
})

const reschedule = act({
  words: text('变更检查日期', 'Put the visit off'),
  fields: {
    plannedOn: field.date('新的检查日期', 'New day'),
    reason: field.longText('理由', 'Reason', 1000),
  },
  by: [inspectors, sectionChief, cityInspectors],
  notify: [sectionChief],
})

/** Told to whoever has its notice already. */
const changeNotice = act({
  words: text('变更已通知的检查日期', 'Put off a visit that was announced'),
  party: text(
    '检查日期变更为{plannedOn}：{explanation}',
    'The inspection is put off to {plannedOn}: {explanation}',
  ),
  fields: {
    plannedOn: field.date('新的检查日期', 'New day').shownTo('party'),
    explanation: field.longText('向企业说明的理由', 'Reason told', 1000).shownTo('party'),
  },
  by: [inspectors, sectionChief, cityInspectors],
  notify: enterprise,
})

const cancelInspection = act({
  words: text('取消检查', 'Call the inspection off'),
  party: text('检查已取消：{explanation}', 'The inspection is called off: {explanation}'),
  fields: {
    explanation: field.longText('取消理由', 'Reason', 1000).shownTo('party'),
  },
  by: [sectionChief, leader],
  notify: [inspectors],
})

export const planningActs = {
  'approve-inspection': approveInspection,
  'refuse-inspection': refuseInspection,
  'issue-notice': issueNotice,
  reschedule,
  'change-notice': changeNotice,
  'cancel-inspection': cancelInspection,
}
