// Which documents (文书) do the acts of an emergency make? What they say is in documents.ts.
import { type Text, text } from '../../language/words.ts'

const flash = text('事故快报', 'First report of the accident')

export const documents = {
  'report-emergency': text('接报记录', 'Record of the call'),
  'start-response': text('启动应急响应决定', 'Decision to start the response'),
  'resume-response': text('再次启动应急响应决定', 'Decision to start the response again'),
  'change-level': text('调整应急响应级别决定', 'Decision to change the response level'),
  'end-response': text('终止应急响应决定', 'Decision to end the response'),
  'set-up-command-post': text('成立现场指挥部通知', 'Notice of the command post'),
  'give-order': text('应急处置指令', 'Order'),
  requisition: text('应急征用决定', 'Decision to requisition'),
  'request-support': text('请求支援报告', 'Request for support'),
  'report-to-city': flash,
  'report-to-province': flash,
  'report-further': text('事故续报', 'Continued report of the accident'),
  'report-finally': text('事故终报', 'Final report of the accident'),
  'return-report': text('退回补充调查通知', 'Notice to complete the investigation'),
  reply: text('事故调查报告批复', 'Reply to the investigation report'),
  evaluate: text('事故整改和防范措施落实情况评估报告', 'Evaluation of the follow-up'),
  'evaluate-drill': text('应急演练评估报告', 'Evaluation of the drill'),
} as const satisfies Record<string, Text>
