// Which words does the act form use?
import type { Text } from '../../domain/language/words.ts'

export const actWords = {
  back: { zh: '返回案件', en: 'Back to the case' },
  submit: { zh: '提交：{name}', en: 'Submit: {name}' },
  continueConsequence: { zh: '继续', en: 'Continue' },
  submitting: { zh: '提交中', en: 'Submitting' },
  cancel: { zh: '取消', en: 'Cancel' },
  notAllowed: { zh: '目前不能办理', en: 'This cannot be done now' },
  unknownAct: { zh: '本案没有这项操作', en: 'The case has no such act' },
  changedTitle: { zh: '您打开之后，案件已有变化', en: 'The case has changed since you opened it' },
  changedHint: {
    zh: '您填写的内容已保留。请看清变化后再提交。',
    en: 'What you wrote is kept. Read the changes, then submit again.',
  },
  changedNone: {
    zh: '服务器没有列出变化，请返回案件查看记录。',
    en: 'The server listed no changes; look at the record of the case.',
  },
  changedGo: {
    zh: '已阅变化，按最新情况继续',
    en: 'I have read them; continue on the present state',
  },
  tickEntries: { zh: '从登记簿中点选', en: 'Tick from the register' },
  noFields: { zh: '这项操作不需要填写内容。', en: 'Nothing has to be filled in for this act.' },
  preview: { zh: '提交前请核对', en: 'Check before you submit' },
  substituteHint: {
    zh: '您将代{name}办理（{order}）；记录中写明双方。',
    en: 'You act for {name} ({order}); the record names both of you.',
  },
  signHint: {
    zh: '本任务需 {need} 人会签；已有 {have} 人同意。',
    en: 'This task needs {need} signatures; {have} agreed so far.',
  },
  agreesUnchanged: {
    zh: '以下是{names}已签署的内容。不作改动提交，即为会签同意。',
    en: 'This is what {names} signed. Submitted unchanged, it is your agreement.',
  },
  signaturesFall: {
    zh: '与{names}已签署的内容不同：提交后该签署失效，须重新会签。记录中写明失效的签署及其内容。',
    en: 'This differs from what {names} signed: once submitted, that signature falls and must be given anew. The record says whose fell and what it had said.',
  },
  sendAgain: {
    zh: '没有收到回应，可能已经办理。再次提交不会重复办理。',
    en: 'No answer came back; it may be done already. Submitting again will not act twice.',
  },
} satisfies Record<string, Text>
