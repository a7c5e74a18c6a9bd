// Which plain words does the enterprise read of one matter?
import type { Text } from '../../domain/language/words.ts'

export const portalWords = {
  steps: { zh: '办理进度', en: 'Progress' },
  stepOf: { zh: '第 {n}/{all} 步：{name}', en: 'Step {n} of {all}: {name}' },
  stepDone: { zh: '已完成', en: 'done' },
  stepNow: { zh: '进行中', en: 'now' },
  stepEnded: { zh: '在此结束', en: 'ended here' },
  endedAs: { zh: '已结束：{state}', en: 'Ended: {state}' },
  stepLater: { zh: '未开始', en: 'not yet' },
  limitEnded: { zh: '{on} 已结束计算', en: 'Counted until {on}' },
  wanted: { zh: '请您办理', en: 'What we need from you' },
  nothingWanted: {
    zh: '现在不需要您做什么，有进展会通知您。',
    en: 'There is nothing for you to do now. We will tell you when something happens.',
  },
  whereNow: { zh: '目前：{state}', en: 'Now: {state}' },
  limits: { zh: '时限', en: 'Time limits' },
  history: { zh: '办理经过', en: 'What has happened' },
  details: { zh: '事项内容', en: 'What it is about' },
  other: { zh: '其他操作', en: 'Other things you can do' },
  complaint: {
    zh: '对办理有疑问，可拨打 12350 咨询或投诉。',
    en: 'Questions or complaints: call 12350.',
  },
} satisfies Record<string, Text>
