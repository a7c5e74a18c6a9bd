// 联合检查: how does a bureau join a visit of another, with officers and a part of the record of its own?
import { setup } from 'xstate'
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { toActions, toGuards } from '../../model/chart.ts'
import { stringIn } from '../../model/event-reading.ts'
import { field } from '../../model/field.ts'
import type { CaseEvent, ItemDefinition } from '../../model/process.ts'
import { every, type Rule } from '../../model/rule.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { certificateEntries, certificates } from '../../registers/officer-certificate/named.ts'
import { certificatesShown } from '../../registers/officer-certificate/shown.ts'
import { type JoinedBureau, joiningOfficers, mostJoined, movedPart } from '../memory/joined.ts'
import { listedIn } from '../memory/listed.ts'
import { cityInspectors, sectionChief } from '../posts/addresses.ts'
import { joiningAddress, joiningAt, joiningBureaus } from './bureaus.ts'

const lead = [inspectors, sectionChief, cityInspectors]

export const inviteBureau = act({
  words: text('邀请其他机关联合检查', 'Invite another bureau to join'),
  fields: {
    bureau: field
      .choice(joiningBureaus, '参加机关', 'Bureau')
      .perCase(({ region }) => ({ choices: joiningAt(region) })),
    matters: field.longText('由其检查的事项', 'What it looks at', 1000),
  },
  by: lead,
})

const acceptVisit = act({
  entries: [certificateEntries],
  words: text('确定人员，参加检查', 'Name officers and join'),
  fields: { certificates },
  notify: lead,
})

const declineVisit = act({
  words: text('不参加检查', 'Do not join'),
  fields: { reason: field.longText('理由', 'Reason', 500) },
  notify: lead,
})

const recordPart = act({
  entries: [certificateEntries],
  words: text('填写本机关检查情况', 'Write its part of the record'),
  fields: {
    partFindings: field.longText('检查情况和发现的问题', 'What was looked at and found', 1500),
    certificates: certificates.perCase(({ snapshot }) => ({
      value: (snapshot.context as PartContext).certificates.join('\n'),
    })),
    photos: field.files('现场照片', 'Photos').optional(),
  },
  notify: lead,
})

const withdrawInvitation = act({
  words: text('撤回邀请', 'Withdraw the invitation'),
  fields: { reason: field.longText('理由', 'Reason', 500) },
  by: lead,
})

const partActs = {
  'accept-visit': acceptVisit,
  'decline-visit': declineVisit,
  'record-part': recordPart,
  'withdraw-invitation': withdrawInvitation,
}

/** The closed list of tasks of a bureau that joins. */
export type JointPartTask = 'join-visit'

/** What the case remembers of all that join. */
type CaseMemory = { joined?: JoinedBureau[] }
type PartContext = { bureau: string; certificates: string[]; said: string }
type PartEvent = Omit<CaseEvent, 'type'> & { type: keyof typeof partActs }
type PartNote = (input: {
  context: PartContext
  event: Omit<CaseEvent, 'type'>
}) => Partial<PartContext>

const types = {} as { context: PartContext; events: PartEvent; input: CaseEvent }

const visitBegun: Rule<PartContext> = ({ event }) =>
  ofLead(event).length > 0 ||
  text('检查尚未开始，不能填写检查情况', 'The visit has not begun: nothing of it can be written')

/** 处罚法 42: officers of its own. */
const othersThanLead: Rule<PartContext> = ({ event }) => {
  const theirs = new Set(ofLead(event))
  return (
    !listedIn(event, 'certificates').some((one) => theirs.has(one)) ||
    text('执法证件属于牵头机关的人员', 'That certificate is of an officer of the leading bureau')
  )
}

/** One officer does not come for two bureaus. */
const othersThanJoining: Rule<PartContext> = ({ context: { bureau }, event }) => {
  const theirs = joiningOfficers((event.ofCase ?? {}) as CaseMemory, bureau)
  return (
    !listedIn(event, 'certificates').some((one) => theirs.has(one)) ||
    text(
      '执法证件属于其他参加机关的人员',
      'That certificate is of an officer of another joining bureau',
    )
  )
}

/** Shown at the door by the leading bureau; empty: it does not stand there yet. */
const ofLead = ({ ofCase }: Pick<CaseEvent, 'ofCase'>): string[] =>
  Array.isArray(ofCase?.certificates) ? ofCase.certificates.map(String) : []

const rules = {
  officersLawful: every<PartContext>(certificatesShown, othersThanLead, othersThanJoining),
  partLawful: every<PartContext>(visitBegun, certificatesShown, othersThanLead, othersThanJoining),
} satisfies Record<string, Rule<PartContext>>
const notes = {
  noteOfficers: ({ event }) => ({ certificates: listedIn(event, 'certificates').slice(0, 10) }),
  notePart: ({ event }) => ({
    certificates: listedIn(event, 'certificates').slice(0, 10),
    said: stringIn(event, 'partFindings') ?? '',
  }),
} satisfies Record<string, PartNote>
const { assign } = setup({ types })

const machine = setup({
  types,
  guards: toGuards(rules),
  actions: toActions(assign, notes),
}).createMachine({
  id: 'joint-part',
  context: ({ input }) => ({
    bureau: stringIn(input, 'bureau') ?? '',
    certificates: [],
    said: '',
  }),
  initial: 'open',
  states: {
    open: {
      meta: {
        task: 'join-visit',
        to: inspectors,
        among: ({ bureau }: Record<string, unknown>) => [joiningAddress(bureau)],
      },
      initial: 'invited',
      on: { 'withdraw-invitation': { target: '#joint-part.withdrawn' } },
      states: {
        invited: {
          on: {
            'accept-visit': {
              target: 'going',
              guard: 'officersLawful',
              actions: 'noteOfficers',
            },
            'decline-visit': { target: '#joint-part.declined' },
          },
        },
        going: {
          on: {
            'record-part': {
              target: '#joint-part.recorded',
              guard: 'partLawful',
              actions: 'notePart',
            },
          },
        },
      },
    },
    recorded: { type: 'final' },
    declined: { type: 'final' },
    withdrawn: { type: 'final' },
  },
})

const states: Record<string, Text> = {
  open: text('参加中', 'Joining'),
  'open.invited': text('待确定人员', 'To name officers'),
  'open.going': text('待填写检查情况', 'To write its part'),
  recorded: text('已填写', 'Part written'),
  declined: text('不参加', 'Does not join'),
  withdrawn: text('邀请已撤回', 'Withdrawn'),
}

const endStates: readonly string[] = ['recorded', 'declined', 'withdrawn']

/** One visit, several bureaus: it stands in the one case, and counts once against the yearly number of the enterprise. */
export const jointPart: ItemDefinition = {
  kind: 'joint-part',
  words: text('联合检查参加机关', 'Joining bureau'),
  opens: 'invite-bureau',
  about: 'bureau',
  most: mostJoined,
  machine,
  rules,
  events: partActs,
  clocks: [],
  states,
  usual: { 'join-visit': ['accept-visit', 'record-part'] },
  goesOn: (context, { context: own }) => {
    const { bureau, certificates: shown } = own as PartContext
    const part: JoinedBureau = { bureau, state: 'invited', certificates: shown, said: '' }
    return { joined: movedPart(context as CaseMemory, part) }
  },
  ends: (context, { state, context: own }) => {
    const { bureau, certificates: shown, said } = own as PartContext
    if (!endStates.includes(state)) return {}
    const part = { bureau, state, certificates: shown, said } as JoinedBureau
    return { joined: movedPart(context as CaseMemory, part) }
  },
}
