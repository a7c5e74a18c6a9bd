// How does a video meeting go, from its beginning until somebody has written down its end?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { toGuards } from '../../model/chart.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import type { Rule } from '../../model/rule.ts'
import type { Address } from '../../organisation/offices.ts'
import { toMillis } from '../../time/days.ts'
import { cityCommander, cityDuty, countyCommander, countyDuty } from '../regions/addresses.ts'
import { meetingActs } from './meeting-acts.ts'
import { postOf } from './posts.ts'

/** The closed list of tasks of a meeting. */
export type MeetingTask = 'close-meeting'

type MeetingContext = { begunAt: string; invited: string[] }
type MeetingEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof meetingActs }
const types = {} as { context: MeetingContext; events: MeetingEvent; input: CaseEvent }

/** It ends after it has begun, and not in the future. Buttons ask before a form is filled. */
const endLawful: Rule<MeetingContext> = ({ context, event: { data, at } }) => {
  if (data.endedAt === undefined) return true
  const ended = typeof data.endedAt === 'string' ? toMillis(data.endedAt) : null
  if (ended === null) return text('时刻无效', 'This is no moment')
  if (ended > Date.parse(at)) return text('时刻不得晚于现在', 'It may not lie in the future')
  return (
    ended >= (toMillis(context.begunAt) ?? 0) ||
    text('结束时刻不得早于开始时刻', 'It cannot end before it has begun')
  )
}

const invitedIn = (form: CaseEvent | undefined): string[] => {
  const invited = form?.data.invited
  return Array.isArray(invited) ? invited.filter((one) => typeof one === 'string') : []
}

const invitedTo = ({ invited }: Record<string, unknown>): Address[] =>
  Array.isArray(invited) ? invited.map(postOf) : []

const rules = { endLawful }

const machine = setup({ types, guards: toGuards(rules) }).createMachine({
  id: 'meeting',
  context: ({ input }) => ({
    begunAt: stringIn(input, 'begunAt') ?? '',
    invited: invitedIn(input),
  }),
  initial: 'held',
  states: {
    held: {
      meta: {
        task: 'close-meeting',
        to: countyDuty,
        also: [cityDuty, countyCommander, cityCommander],
      },
      on: { 'end-meeting': { target: 'ended', guard: 'endLawful' } },
    },
    ended: { type: 'final' },
  },
})

export const meeting: ItemDefinition = {
  kind: 'meeting',
  words: text('视频会商', 'Video meeting'),
  opens: 'hold-meeting',
  about: 'topic',
  most: 100,
  correspondence: true,
  machine,
  rules,
  events: meetingActs,
  clocks: [],
  states: {
    held: text('进行中', 'Going on'),
    ended: text('已结束', 'Ended'),
  },
  usual: { 'close-meeting': ['end-meeting'] },
  notify: invitedTo,
}
