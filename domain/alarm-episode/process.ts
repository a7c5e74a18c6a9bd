// Alarms of devices 设备报警 (ANSI/ISA-18.2-2016, IEC 62682:2022): one case for each alarm, from its rise to its end.
// How the alarm stands, `devices/alarms` alone decides; the case follows what it tells, and knows who is called and what is still to be done.
// States: response unacknowledged → acknowledged → (resetting) → (concluding) → over; shelved, suppressed, out of service and looked at again.
// Beside it what the devices told last: the condition (active, returned) and the quality of the signal. See statechart.ts.
// Clocks: acknowledgement by level, in minutes, with whom to call next; the ends of shelving, suppression and out of service. See clocks.ts.
// Rules: rules.ts. Acts: raise.ts opens (a device), reports.ts goes on (devices), duty.ts and ending.ts are people's; words.ts names.

import { alarmMatter } from '../competence/matters.ts'
import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { alarmActs } from './acts.ts'
import { clocks } from './clocks.ts'
import { levelIn } from './context.ts'
import { describe, raise } from './raise.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const alarmEpisode: ProcessDefinition = {
  id: 'alarm-episode',
  version: 1,
  title: text('设备报警', 'Device alarm'),
  summary: text(
    '设备报警自动立案，值班员接警；无人接警的按分钟逐级呼叫。恢复正常并接警后办结，一、二级须研判，锁定的须人工复位；可限时搁置、屏蔽、停用。',
    'The alarm of a device opens a case, the duty desk acknowledges it; if nobody does, others are called minute by minute. It ends when it has returned and is acknowledged, levels 1 and 2 when concluded, latched ones when reset; it may be put aside for a time.',
  ),
  numberWord: '报警',
  law: '《安全生产法》（2021）第三十六条；ANSI/ISA-18.2-2016；IEC 62682:2022',
  machineScope: 'alarms',
  competence: ({ kind }) => alarmMatter(kind),
  // Working days say nothing of what is over within the hour, by night too.
  settled: [],
  machine,
  start: raise,
  events: alarmActs,
  rules,
  clocks,
  words,
  usual: usualActs,
  reopen: null,
  describe,
  level: ({ snapshot, status }) => (status === 'closed' ? null : levelIn(snapshot.context.level)),
  migrations: [],
}
