// Which periods run over an alarm, and who is called when nobody acknowledges it?

import type { AlarmAside } from '../duty/alarm-states.ts'
import { type Text, text } from '../language/words.ts'
import type { ClockDefinition, EscalationLevelDefinition } from '../model/process.ts'
import type { Address } from '../organisation/offices.ts'
import { alarmActs } from './acts.ts'
import {
  calledFor,
  cityDuty,
  cityLeader,
  countyDuty,
  countyLeader,
  safetyOfficer,
} from './addresses.ts'
import type { AlarmWork } from './context.ts'
import { dutyActs } from './duty.ts'

/** After how many more minutes the next one is called; administrators may set less, and more up to the rule book's number [D]. */
const calledAfter = {
  1: { leader: 2, city: 9 },
  2: { leader: 10, city: 25 },
  3: { leader: 30, city: 90 },
} as const
type Called = keyof typeof calledAfter

const noticeOnly = (
  escalationLevel: string,
  words: Text,
  n: number,
  notify: Address[],
  limit?: string,
): EscalationLevelDefinition => ({
  escalationLevel,
  words,
  after: { unit: 'MIN', n },
  event: null,
  notify,
  notifyIn: calledFor,
  force: 'supervision',
  ...(limit ? { limit } : {}),
  // After an outage nobody is left out: who is called late is called all the same.
  late: 'fire',
})

const call = (...level: Parameters<typeof noticeOnly>): EscalationLevelDefinition => ({
  ...noticeOnly(...level),
  calls: true,
})

/**
 * Rings until somebody at a desk acknowledges it, also after it has returned to normal; a higher level has a clock of its own. It gives way only
 * where its ground has gone: what rings again at the level that it had goes on being called for.
 */
const acknowledgement = (level: Called): ClockDefinition => ({
  clock: `acknowledge-${level}`,
  words: text(`接警（${'一二三'[level - 1]}级）`, `Acknowledgement (level ${level})`),
  due: { rule: `alarm-episode.acknowledge-${level}` },
  startsOn: [
    'raise',
    'escalate',
    're-alarm',
    'return-to-normal',
    'declared-over',
    'acknowledged-at-plant',
    'unshelve',
    'shelving-ended',
    'suppression-ended',
    'return-to-service',
    'service-due',
  ],
  startsIf: ({ level: now, ring }) => now === level && ring === 'new',
  endsOn: ['acknowledge'],
  yieldsIf: ({ level: now, ring }) => now !== level || ring === 'none',
  warn: null,
  warnNotify: [],
  escalationPolicy: [
    call('again', text('再次呼叫值班员', 'The duty officer is called again'), 0, [
      countyDuty,
      safetyOfficer,
    ]),
    call(
      'leader',
      text('呼叫县级值班领导', 'The county’s leader is called'),
      calledAfter[level].leader,
      [countyLeader, countyDuty],
      `alarm-episode.call-leader-${level}`,
    ),
    call(
      'city',
      text('呼叫市值班室和市领导', 'The city’s desk and leader are called'),
      calledAfter[level].city,
      [cityDuty, cityLeader],
      `alarm-episode.call-city-${level}`,
    ),
  ],
  audience: 'internal',
  clockOwner: countyLeader,
})

/** How much later the leader is told that the desk has been reminded in vain; administrators may set up to the rule book's number [D]. */
const leaderAfter = {
  handle: { 1: 30, 2: 60, 3: 240 },
  conclude: { 1: 60, 2: 240 },
} as const

const workWords = {
  handle: text('处置', 'Handling'),
  conclude: text('研判', 'Conclusion'),
} satisfies Record<AlarmWork, Text>

/**
 * ISA-18.2, IEC 62682: what is acknowledged and not over is forgotten by nobody. Whatever becomes of it meanwhile, one period runs from the moment from which
 * it was to be done; while an emergency response goes on, that does it.
 */
const reminder = (work: AlarmWork, level: Called, leader: number): ClockDefinition => {
  const isOwed = (now: Record<string, unknown>): boolean =>
    now.work === work &&
    now.level === level &&
    (now.emergency !== true || now.emergencyWaived === true)
  return {
    clock: `${work}-${level}`,
    words: text(
      `${workWords[work].zh}（${'一二三'[level - 1]}级）`,
      `${workWords[work].en} (level ${level})`,
    ),
    due: { rule: `alarm-episode.${work}-${level}` },
    startsOn: Object.keys(alarmActs),
    startsIf: isOwed,
    goesOn: true,
    endsOn: Object.keys(alarmActs),
    endsIf: ({ work: now, ring, aside }) => now !== work && ring === 'none' && aside === null,
    yieldsIf: (now) => !isOwed(now),
    warn: null,
    warnNotify: [],
    escalationPolicy: [
      noticeOnly('remind', text('提醒值班员', 'The duty officer is reminded'), 0, [countyDuty]),
      noticeOnly(
        'leader',
        text('提醒县级值班领导', 'The county’s leader is told'),
        leader,
        [countyLeader, countyDuty],
        `alarm-episode.${work}-leader-${level}`,
      ),
    ],
    audience: 'internal',
    clockOwner: countyLeader,
  }
}

type Aside = Pick<ClockDefinition, 'startsOn' | 'endsOn'> & {
  state: AlarmAside
  ended: 'shelving-ended' | 'suppression-ended' | 'service-due'
}

/** What stands aside comes back by itself at the moment that was set, and is looked at again; until then nothing that leaves it there ends that. */
const aside = (
  clock: string,
  words: Text,
  { state, ended, ...between }: Aside,
): ClockDefinition => ({
  clock,
  words,
  ...between,
  due: { momentField: 'until', article: `IEC 62682:2022；ANSI/ISA-18.2-2016（${words.zh}）` },
  endsIf: ({ aside: now }) => now !== state,
  yieldsIf: ({ aside: now }) => now !== state,
  warn: null,
  warnNotify: [],
  escalationPolicy: [
    { ...noticeOnly('ended', dutyActs[ended].party, 0, [countyDuty]), event: ended },
  ],
  audience: 'party',
  clockOwner: countyLeader,
})

export const clocks: ClockDefinition[] = [
  acknowledgement(1),
  acknowledgement(2),
  acknowledgement(3),
  reminder('handle', 1, leaderAfter.handle[1]),
  reminder('handle', 2, leaderAfter.handle[2]),
  reminder('handle', 3, leaderAfter.handle[3]),
  reminder('conclude', 1, leaderAfter.conclude[1]),
  reminder('conclude', 2, leaderAfter.conclude[2]),
  aside('shelving', text('搁置', 'Shelved until'), {
    state: 'shelved',
    startsOn: ['shelve'],
    endsOn: ['unshelve', 'escalate'],
    ended: 'shelving-ended',
  }),
  aside('suppression', text('设计屏蔽', 'Suppressed until'), {
    state: 'suppressed',
    startsOn: ['suppress'],
    endsOn: ['return-to-service', 'escalate'],
    ended: 'suppression-ended',
  }),
  aside('out-of-service', text('停用', 'Out of service until'), {
    state: 'out-of-service',
    startsOn: ['take-out-of-service'],
    endsOn: ['return-to-service'],
    ended: 'service-due',
  }),
]
