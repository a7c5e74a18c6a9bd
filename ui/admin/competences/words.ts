// Which words does the table of competences use?

import type { Text } from '../../../domain/language/words.ts'

export const competenceWords = {
  title: { zh: '职责分工表', en: 'Table of competences' },
  lead: {
    zh: '各类报警和突发事件由哪个部门的值班员办理。县（市、区）没有该部门的，由市级部门办理。由一名市级以上系统管理员提议，另一名批准。',
    en: 'Which bureau’s duty officer deals with each kind of alarm and event. Where a county has no such office the city’s answers. One administrator of the city or the province proposes, another approves.',
  },
  effect: {
    zh: '批准后只对施行日期起新立的案件生效，已立案件仍由立案时的主管部门办理。应急指挥中心仍可查看全部报警并启动应急响应。',
    en: 'Once approved it counts for cases that begin from its first day on; a case keeps the bureau that was competent when it began. The command still reads all alarms and may start an emergency response.',
  },
  matter: { zh: '报警或事件', en: 'Alarm or event' },
  place: { zh: '地区', en: 'Region' },
  wholeCity: { zh: '全市', en: 'Whole city' },
  office: { zh: '主管部门', en: 'Competent office' },
  level: { zh: '级别', en: 'Level' },
  county: { zh: '县级（没有该部门的由市级办理）', en: 'County (the city’s where there is none)' },
  city: { zh: '市级', en: 'City' },
  countyShort: { zh: '县级优先', en: 'County first' },
  term: { zh: '期限', en: 'Term' },
  from: { zh: '施行日期', en: 'From' },
  until: { zh: '截止日期', en: 'Until' },
  untilHint: { zh: '留空为长期有效', en: 'Left open, it stands until it is changed' },
  since: { zh: '{day} 起', en: 'from {day}' },
  to: { zh: '至 {day}', en: 'to {day}' },
  first: { zh: '系统默认', en: 'Default of the system' },
  ground: { zh: '依据', en: 'Ground' },
  standing: { zh: '状态', en: 'State' },
  inForce: { zh: '现行', en: 'In force' },
  later: { zh: '未施行', en: 'Not yet' },
  aside: { zh: '另有规定', en: 'Another row counts' },
  propose: { zh: '提议修改', en: 'Propose a change' },
  proposeTitle: { zh: '提议新的分工', en: 'Propose another competence' },
  chooseMatter: { zh: '请选择报警或事件', en: 'Choose an alarm or event' },
  chooseOffice: { zh: '请选择部门', en: 'Choose an office' },
  order: { zh: '依据文件', en: 'Paper it rests on' },
  orderHint: { zh: '文件名称或文号', en: 'Name or number' },
  reason: { zh: '理由', en: 'Reason' },
  missing: { zh: '请填写：{name}', en: 'Enter: {name}' },
  submit: { zh: '提交提议', en: 'Propose' },
} satisfies Record<string, Text>
