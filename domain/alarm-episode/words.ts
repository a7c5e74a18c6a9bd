// What are the states and tasks of an alarm called, for the duty desk and for the enterprise?

import { type Text, text } from '../language/words.ts'
import type { ProcessWords } from '../model/process.ts'
import type { AlarmState, AlarmTask } from './statechart.ts'

const states = {
  response: text('值守', 'Duty'),
  'response.unacknowledged': text('待接警', 'To be acknowledged'),
  'response.acknowledged': text('已接警，处置中', 'Acknowledged'),
  'response.resetting': text('已恢复，待复位', 'Returned, to be reset'),
  'response.concluding': text('已解除，待研判', 'Over, to be concluded'),
  'response.shelved': text('已搁置', 'Shelved'),
  'response.suppressed': text('设计屏蔽', 'Suppressed by design'),
  'response.out-of-service': text('停用', 'Out of service'),
  'response.over': text('已办结', 'Ended'),
  condition: text('工况', 'Condition'),
  'condition.active': text('报警中', 'Active'),
  'condition.returned': text('已恢复正常', 'Returned to normal'),
  'condition.declared': text('值班人员已宣布解除', 'Declared over by the desk'),
  'condition.ended': text('不再跟踪', 'No longer followed'),
  quality: text('信号', 'Signal'),
  'quality.known': text('信号正常', 'Signal good'),
  'quality.unknown': text('信号未知', 'Signal unknown'),
  'quality.ended': text('不再接收', 'No longer received'),
} as const satisfies Record<AlarmState, Text>

const partyStates = {
  ...states,
  'response.unacknowledged': text('报警中，值班室待接警', 'Alarm, the duty desk is being called'),
  'response.acknowledged': text('值班室已接警', 'The duty desk has acknowledged it'),
  'response.concluding': text('已解除，值班室研判中', 'Over, being concluded'),
} as const satisfies Record<AlarmState, Text>

const tasks: Record<AlarmTask, Text> = {
  acknowledge: text('接警', 'Acknowledge the alarm'),
  handle: text('处置报警', 'See to the alarm'),
  reset: text('复位', 'Reset'),
  conclude: text('研判办结', 'Conclude'),
}

export const words: ProcessWords = { states, partyStates, tasks }
