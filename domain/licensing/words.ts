// What are the hearing and the joint handling of an application called, for the authorities and for the applicant?
import { type Text, text } from '../language/words.ts'

const quiet = text('无', 'None')
const over = text('已结束', 'Over')

export const besideStates = {
  hearing: text('听证', 'Hearing'),
  'hearing.none': quiet,
  'hearing.possible': text('未启动', 'Not begun'),
  'hearing.told': text('已告知听证权利', 'Told of the right to a hearing'),
  'hearing.preparing': text('待通知听证', 'Hearing to be told of'),
  'hearing.notified': text('待举行听证', 'Hearing to be held'),
  'hearing.over': text('听证程序已完成', 'Done with'),
  'hearing.closed': over,
  joint: text('联合办理', 'Joint handling'),
  'joint.none': quiet,
  'joint.possible': text('未启动', 'Not begun'),
  'joint.asking': text('待其他部门答复', 'Others are to answer'),
  'joint.answered': text('其他部门已答复', 'Others have answered'),
  'joint.closed': over,
} as const satisfies Record<string, Text>

/** Who has answered and who has not is the authorities' own business. */
export const besidePartyStates = {
  ...besideStates,
  'hearing.possible': quiet,
  'hearing.told': text('可以申请听证', 'You may ask for a hearing'),
  'hearing.preparing': text('听证准备中', 'The hearing is being prepared'),
  'hearing.notified': text('等待举行听证', 'The hearing is to be held'),
  'joint.possible': quiet,
  'joint.asking': text('多部门联合办理中', 'Several authorities handle it'),
  'joint.answered': text('多部门联合办理中', 'Several authorities handle it'),
} as const satisfies Record<keyof typeof besideStates, Text>
