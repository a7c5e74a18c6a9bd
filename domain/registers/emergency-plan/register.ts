// 应急预案登记簿: what does a plan say, for whom, and by when is it filed and evaluated?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { defineRegister } from '../define.ts'
import { countedFields, jointKeepers, suppliedDay } from '../readiness.ts'
import { awaitsAnswer, awaitsSubmission, reckonPlan } from './reckoning.ts'

const kinds = {
  comprehensive: text('综合应急预案', 'Comprehensive plan'),
  special: text('专项应急预案', 'Special plan'),
  'on-site': text('现场处置方案', 'On-site plan'),
}

const duties = {
  required: text(
    '应当备案（部门预案；危险物品、矿山、金属冶炼、建筑施工、轨道交通、人员密集场所等单位）',
    'To be filed (authorities; hazardous substances, mines, smelting, construction, rail, crowded places)',
  ),
  exempt: text('不需备案（其他单位）', 'Not to be filed (other units)'),
}

const events = {
  hazchem: text('危险化学品事故', 'Hazardous chemicals'),
  fire: text('火灾爆炸事故', 'Fire and explosion'),
  poisoning: text('中毒和窒息事故', 'Poisoning and suffocation'),
  mine: text('矿山事故', 'Mines'),
  construction: text('建筑施工事故', 'Construction'),
  equipment: text('特种设备事故', 'Special equipment'),
  transport: text('道路交通事故', 'Road traffic'),
  disaster: text('自然灾害引发的事故', 'Accidents caused by natural disasters'),
  other: text('其他生产安全事故', 'Other accidents at work'),
}

const levels = {
  '1': text('一级响应', 'Level 1'),
  '2': text('二级响应', 'Level 2'),
  '3': text('三级响应', 'Level 3'),
  '4': text('四级响应', 'Level 4'),
}

const longestLead = 7 * 24 * 60

export const emergencyPlan = defineRegister({
  id: 'emergency-plan',
  title: text('应急预案登记簿', 'Register of emergency plans'),
  entry: text('应急预案', 'Emergency plan'),
  summary: text(
    '部门和企业的生产安全事故应急预案：响应分级、指挥机构、联络和命令范本。',
    'Plans of authorities and enterprises: levels of response, command groups, contacts and order templates.',
  ),
  basis: '生产安全事故应急条例、生产安全事故应急预案管理办法',
  number: { word: '预案' },
  owner: 'either',
  fields: {
    title: field.text('预案名称', 'Title').shownTo('party'),
    kind: field.choice(kinds, '预案类别', 'Kind').shownTo('party'),
    issuer: field
      .text('编制单位', 'Made by')
      .hint('主管部门或企业的名称', 'Name of the authority or enterprise')
      .shownTo('party'),
    events: field.choices(events, '适用事件', 'Events it is for', 9, 1).shownTo('party'),
    version: field.text('版本号', 'Version', 40).shownTo('party'),
    publishedOn: field.date('公布日期', 'Published on').shownTo('party'),
    filingDuty: field
      .choice(duties, '是否应当备案', 'Whether it is to be filed')
      .optional()
      .hint(
        '不填的按应当备案计算；现场处置方案不需备案',
        'Left open, it is to be filed; an on-site plan never is',
      )
      .shownTo('party'),
    submittedOn: field
      .date('报送备案日期', 'Submitted for filing on')
      .optional()
      .hint('监管部门收到备案材料之日', 'The day on which the authority received it')
      .shownTo('party'),
    refusedOn: field
      .date('不予备案日期', 'Refused on')
      .optional()
      .hint(
        '材料不齐全的，在备案审查期限内不予备案，并一次性告知需要补齐的材料',
        'Within the period of the answer, naming at once all that is missing',
      )
      .shownTo('party'),
    missing: field.longText('需要补齐的材料', 'What is missing', 1_000).optional().shownTo('party'),
    filedOn: field
      .date('备案日期', 'Filed on')
      .optional()
      .hint('尚未备案的不填', 'Leave it open until it is filed')
      .shownTo('party'),
    evaluatedOn: field
      .date('上次评估日期', 'Last evaluation')
      .optional()
      .hint('公布后尚未评估的不填', 'Leave it open before the first one')
      .shownTo('party'),
    responseLevels: field
      .rows(
        {
          level: field.choice(levels, '响应级别', 'Level'),
          trigger: field.longText('启动条件', 'Trigger', 1_000),
          decidedBy: field.text('启动决定机关', 'Decided by', 100),
        },
        '响应分级',
        'Levels of response',
      )
      .optional()
      .shownTo('party'),
    commandGroups: field
      .rows(
        {
          name: field.text('组别', 'Group', 50),
          lead: field.text('牵头单位', 'Lead office', 100),
          members: field.text('成员单位', 'Members', 300).optional(),
          tasks: field.longText('职责', 'Tasks', 1_000),
        },
        '指挥机构',
        'Command groups',
      )
      .optional()
      .shownTo('party'),
    contacts: field
      .rows(
        {
          post: field.text('岗位', 'Post', 50),
          office: field.text('单位', 'Office', 100),
          task: field.text('任务', 'Task', 300),
          notifiedBy: field.text('由哪个岗位通知', 'Notified by the post', 50).optional(),
        },
        '联络表',
        'Contact tree',
      )
      .optional()
      .hint(
        '最先接报的岗位不填“由哪个岗位通知”；填写岗位，不填姓名电话',
        'The first post is notified by none; posts only, no names and telephone numbers',
      )
      .shownTo('party'),
    orderTemplates: field
      .rows(
        {
          level: field.choice(levels, '响应级别', 'Level'),
          order: field.longText('命令内容', 'Order', 1_000),
          office: field.text('承办单位', 'Carried out by', 100),
          leadMinutes: field.integer('时限（分钟）', 'Within minutes', 0, longestLead),
        },
        '命令范本',
        'Order templates',
      )
      .optional()
      .shownTo('party'),
    filingDue: suppliedDay('备案期限', 'To be filed by'),
    checkDue: suppliedDay('备案审查期限', 'To be answered by'),
    deemedFiledOn: suppliedDay('逾期未答复视为备案之日', 'Without an answer deemed filed on'),
    evaluationDue: suppliedDay('评估期限', 'To be evaluated by'),
    ...countedFields(),
  },
  name: 'title',
  columns: ['kind', 'version', 'filedOn', 'evaluationDue'],
  due: [
    { field: 'filingDue', open: awaitsSubmission },
    { field: 'checkDue', until: 'deemedFiledOn', open: awaitsAnswer },
    { field: 'evaluationDue' },
  ],
  reckon: reckonPlan,
  standings: {
    'in-force': { words: text('现行有效', 'In force') },
    'under-revision': { words: text('修订中', 'Under revision') },
    repealed: { words: text('已废止', 'Repealed'), over: true },
  },
  ...jointKeepers,
})
