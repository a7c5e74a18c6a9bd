// In which words does the desk put an alarm aside, or declare it to be over?
import type { Text } from '../../../domain/language/words.ts'

export const asideWords = {
  shelve: { zh: '搁置', en: 'Shelve' },
  unshelve: { zh: '解除搁置', en: 'End the shelving' },
  shelveFor: { zh: '搁置多久', en: 'For how long' },
  minutes: { zh: '{n} 分钟', en: '{n} minutes' },
  hours: { zh: '{n} 小时', en: '{n} hours' },
  reason: { zh: '理由', en: 'Reason' },
  reasonWanted: { zh: '请写明理由', en: 'Give a reason' },
  confirmShelve: { zh: '确认搁置', en: 'Shelve it' },
  confirmUnshelve: { zh: '确认解除', en: 'End it' },
  notShelvable: { zh: '不可搁置：{reason}', en: 'Cannot be shelved: {reason}' },
  sending: { zh: '提交中', en: 'Sending' },
  declareOver: { zh: '确认已结束', en: 'Confirm it is over' },
  declareOverOf: { zh: '确认 {name} 已结束', en: 'Confirm that {name} is over' },
  declareOverUnwatched: {
    zh: '设备或限值已停用，无人再测，报警不会自行解除。请先与现场核实；姓名、时间和理由记入报警经过。',
    en: 'Its device or its limits are no longer in use, so nothing ends this alarm by itself. Ask the site first; your name, the time and the reason are recorded.',
  },
  declareOverText: {
    zh: '设备时钟未经核实，报警不会自行解除。请先与现场核实；姓名、时间和理由记入报警经过。',
    en: 'The clock of the device is not verified, so nothing ends this alarm by itself. Ask the site first; your name, the time and the reason are recorded.',
  },
} satisfies Record<string, Text>
