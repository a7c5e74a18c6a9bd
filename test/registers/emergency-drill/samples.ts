// What is said of one planned drill in the tests?

export const day = '2026-03-02'

export const drillEntry = {
  title: '液氯泄漏应急演练',
  plan: '衢柯预案〔2026〕0001号',
  duty: 'authority',
  kind: 'special',
  form: 'tabletop',
  month: '2026-06',
  leader: '区局带班领导',
  event: 'leak',
  place: '东港七路18号',
  scenario: '液氯库房阀门泄漏，氯气向东北方向扩散，2名工人失联',
  script: [
    { minute: 12, channel: 'field', text: '下风向小学请求疏散指引' },
    { minute: 5, channel: 'telephone', to: '市消防救援支队', text: '厂方电话：喷淋系统失效' },
  ],
}

/** As the form of an official is filled in. */
export const typed = { ...drillEntry, region: '330802', from: day, reason: '年度演练计划' }
