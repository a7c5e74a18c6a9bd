// Which words does the form that opens a case use?
import type { Text } from '../../domain/case/words.ts'

export const reportWords = {
  next: { zh: '下一步：核对', en: 'Next: check your answers' },
  check: { zh: '核对填写内容', en: 'Check your answers' },
  change: { zh: '修改', en: 'Change' },
  send: { zh: '确认提交', en: 'Submit' },
  sending: { zh: '提交中', en: 'Submitting' },
  notFilled: { zh: '未填写', en: 'Not filled in' },
  filesCount: { zh: '{n} 个文件', en: '{n} files' },
  notYours: { zh: '您的岗位不能发起这项业务', en: 'Your role may not start this' },
  reportingFor: { zh: '报告单位：{name}', en: 'Reporting for {name}' },
  sendAgain: {
    zh: '没有送达服务器。再次提交不会重复登记。',
    en: 'It did not reach the server. Submitting again will not register it twice.',
  },
  counter: { zh: '已登记，请记下编号和查询码', en: 'Registered: note number and code' },
  counterSay: {
    zh: '凭编号和查询码，不登录也能查询进度。替别人登记的，请告知本人。',
    en: 'Number and code show the progress without signing in. If you registered it for somebody else, tell them.',
  },
  counterNext: { zh: '打开案件', en: 'Open the case' },
  tasks: { zh: '办理清单', en: 'What to fill in' },
  tasksReady: { zh: '{n}/{all} 部分可提交', en: '{n} of {all} sections ready' },
  sectionTodo: { zh: '未开始', en: 'Not started' },
  sectionOptional: { zh: '选填，未填写', en: 'Optional, empty' },
  sectionBegun: { zh: '填写中', en: 'In progress' },
  sectionSending: { zh: '文件上传中', en: 'Uploading' },
  sectionDone: { zh: '已填写', en: 'Completed' },
  sectionFilled: { zh: '{n}/{all} 项', en: '{n}/{all}' },
  enterprise: { zh: '申请单位', en: 'The applicant' },
  enterpriseName: { zh: '名称', en: 'Name' },
  enterpriseCode: { zh: '统一社会信用代码', en: 'Credit code' },
  enterpriseAddress: { zh: '登记地址', en: 'Registered address' },
  enterprisePrincipal: { zh: '法定代表人', en: 'Legal representative' },
  enterpriseHint: {
    zh: '取自企业登记库，无须再填；有变化的请先办理登记变更。',
    en: 'From the register of enterprises, so need not be filled in; if it has changed, change the registration first.',
  },
  held: { zh: '填入 {number}（至 {until}）', en: 'Fill in {number} (until {until})' },
  before: { zh: '填写前请看', en: 'Before you start' },
} satisfies Record<string, Text>
