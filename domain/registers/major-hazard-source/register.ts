// 重大危险源登记簿: which substances lie where, of which grade is the unit, who answers for it, and what falls due?
import { text } from '../../language/words.ts'
import { field } from '../../model/field.ts'
import { defineRegister } from '../define.ts'
import { countedFields, supplied, suppliedDay } from '../readiness.ts'
import { awaitsFiling, reckonSource } from './reckoning.ts'
import { substanceColumns } from './substance-columns.ts'

const units = {
  production: text('生产单元', 'Production unit'),
  storage: text('储存单元', 'Storage unit'),
}

const grades = {
  '1': text('一级', 'Grade 1'),
  '2': text('二级', 'Grade 2'),
  '3': text('三级', 'Grade 3'),
  '4': text('四级', 'Grade 4'),
  none: text('不构成重大危险源', 'No major hazard source'),
}

const responsible = (zh: string, en: string) =>
  field.text(zh, en, 100).hint('姓名、职务、联系电话', 'Name, position, telephone').shownTo('party')

export const majorHazardSource = defineRegister({
  id: 'major-hazard-source',
  title: text('重大危险源登记簿', 'Register of major hazard sources'),
  entry: text('重大危险源', 'Major hazard source'),
  summary: text(
    '企业按GB 18218辨识和分级的危险化学品单元，包保责任人，备案、评估和核销期限。',
    'Units graded by GB 18218, who answers for them, and by when they are filed, assessed and cancelled.',
  ),
  basis: '危险化学品重大危险源监督管理暂行规定、GB 18218-2018',
  number: { word: '危源' },
  owner: 'enterprise',
  fields: {
    name: field.text('单元名称', 'Unit', 100).shownTo('party'),
    kind: field.choice(units, '单元类别', 'Kind').shownTo('party'),
    place: field.place('位置', 'Place').shownTo('party'),
    substances: field
      .rows(substanceColumns, '危险化学品', 'Hazardous chemicals')
      .hint(
        '标准未列名的物质，填写类别，或者填写临界量和校正系数',
        'Of a substance not named in the standard say its category, or critical quantity and β',
      )
      .shownTo('party'),
    exposed: field
      .integer('厂外500米内可能暴露人数', 'Persons within 500 m outside', 0, 10_000_000)
      .shownTo('party'),
    principal: responsible('主要负责人（包保）', 'Answers for it: principal'),
    technical: responsible('技术负责人（包保）', 'Answers for it: technical'),
    operation: responsible('操作负责人（包保）', 'Answers for it: operation'),
    assessedOn: field.date('完成安全评估日期', 'Safety assessment completed on').shownTo('party'),
    filedOn: field
      .date('备案日期', 'Filed on')
      .optional()
      .hint('尚未备案的不填', 'Leave it open until it is filed')
      .shownTo('party'),
    cancellationAppliedOn: field
      .date('收到核销申请日期', 'Application for cancellation received on')
      .optional()
      .shownTo('party'),
    cancellationRefusedOn: field
      .date('不予核销日期', 'Cancellation refused on')
      .optional()
      .hint('再次申请的，更新收到核销申请日期', 'A new application is received on a new day')
      .shownTo('party'),
    refusalReason: field.longText('不予核销的理由', 'Why', 1_000).optional().shownTo('party'),
    grade: field.choice(grades, '级别', 'Grade').optional().with(supplied).shownTo('party'),
    ratioSum: field.number('辨识指标S', 'Index S').optional().with(supplied).shownTo('party'),
    gradingIndex: field.number('分级指标R', 'Index R').optional().with(supplied).shownTo('party'),
    filingDue: suppliedDay('备案期限', 'To be filed by'),
    assessmentDue: suppliedDay('重新评估期限', 'To be assessed anew by'),
    cancellationDue: suppliedDay('核销决定期限', 'Cancellation to be decided by'),
    ...countedFields(text('计算过程', 'Reckoning')),
  },
  name: 'name',
  columns: ['grade', 'gradingIndex', 'filedOn', 'principal'],
  due: [
    { field: 'filingDue', open: awaitsFiling },
    { field: 'assessmentDue' },
    { field: 'cancellationDue' },
  ],
  reckon: reckonSource,
  standings: {
    'in-use': { words: text('在用', 'In use') },
    cancelled: { words: text('核销', 'Cancelled'), over: true },
  },
  propose: [
    { role: 'enterprise-safety', office: 'enterprise' },
    { role: 'inspector', office: 'enforcement', level: 'county' },
  ],
  confirm: [{ role: 'section-chief', office: 'enforcement', level: 'county' }],
})
