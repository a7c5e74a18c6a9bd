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
  before: { zh: '填写前请看', en: 'Before you start' },
} satisfies Record<string, Text>
