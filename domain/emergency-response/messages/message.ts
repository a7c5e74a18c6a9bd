// How does a message go, from its sending until somebody of its post has read it?
import { setup } from 'xstate'
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import type { Address } from '../../organisation/offices.ts'
import { countyDuty } from '../regions/addresses.ts'
import { messageActs } from './message-acts.ts'
import { postOf } from './posts.ts'

/** The closed list of tasks of a message. */
export type MessageTask = 'read-message'

type MessageEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof messageActs }
const types = {} as { context: { to: string }; events: MessageEvent; input: CaseEvent }
const addresseeIn = ({ to }: Record<string, unknown>): Address[] => [postOf(to)]

const machine = setup({ types }).createMachine({
  id: 'message',
  context: ({ input }) => ({ to: stringIn(input, 'to') ?? '' }),
  initial: 'sent',
  states: {
    sent: {
      meta: { task: 'read-message', to: countyDuty, among: addresseeIn },
      on: { 'acknowledge-message': { target: 'read' } },
    },
    read: { type: 'final' },
  },
})

export const message: ItemDefinition = {
  kind: 'message',
  words: text('消息', 'Message'),
  opens: 'send-message',
  about: 'text',
  most: 500,
  correspondence: true,
  machine,
  rules: {},
  events: messageActs,
  clocks: [],
  states: {
    sent: text('待确认', 'Not read yet'),
    read: text('已阅', 'Read'),
  },
  usual: { 'read-message': ['acknowledge-message'] },
}
