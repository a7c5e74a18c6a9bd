// How is a second report of one event joined to the case that was opened first, and what does that case hear of it?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { SendDefinition } from '../../model/link-definition.ts'
import type { CaseEvent } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import type { Instant } from '../../time/instant.ts'
import { type Figures, figuresInWords } from '../event/figures.ts'
import { alarmsBehind, concludesJoined } from '../event/opener.ts'
import { commanders, desks, provinceDuty } from '../regions/addresses.ts'
import { id } from '../regions/ends.ts'
import { toldBefore } from '../upwards/told.ts'
import {
  broughtSoFar,
  handedOn,
  receiversOf,
  stillWaiting,
  type Unreceived,
  unreceivedField,
  waitingField,
} from '../upwards/unreceived.ts'
import { knownIn, knownThere, knownThereSchema } from './known-there.ts'
import { looksLike, survives } from './one-event.ts'

const handling = [...desks, ...commanders]
const article = '本系统约定'
const reason = field.longText('认定为同一事件的理由', 'Why it is the same event', 1000)

/** What the main case is told: which report, who has joined it and why, and what it knew. */
const toldOf = (record: CaseRecord, by: Actor) => {
  const { receivedAt, figures } = record.snapshot.context as {
    receivedAt: Instant
    figures: Figures
  }
  const [alarms, known] = [alarmsBehind(record), knownIn(record)]
  return {
    joinedCase: record.number,
    receivedAt,
    figures: figuresInWords(figures),
    reason: record.data['join-case']?.reason,
    joinedBy: by.kind === 'person' ? by.name : '',
    ...(alarms.length > 0 ? { alarms } : {}),
    ...(known ? { known } : {}),
  }
}

const tellsMainCase: SendDefinition = {
  target: 'named',
  process: id,
  words: text('主案', 'Main case'),
  article,
  act: (record, by) => {
    const to = record.data['join-case']?.mainCaseId
    return typeof to === 'string' ? [{ type: 'case-joined', data: toldOf(record, by), to }] : []
  },
}

const joinCase = act({
  words: text('并入主案', 'Join to another case'),
  party: text(
    '经核实与另一接报为同一事件，本件并入该案处置。',
    'It is the same event as another report, and is handled with that.',
  ),
  fields: {
    mainCase: field
      .caseNumber('主案', 'Main case')
      .hint(
        '先立案的为主案；只列出您有权办理的未结案件，演练与真实案件不互并',
        'The case that was opened first; those listed are open and yours. An exercise and what is real are never joined',
      ),
    reason,
    unreceived: unreceivedField,
    mainCaseId: field.filled(v.optional(words(64))),
    waiting: waitingField,
  },
  states: handedOn,
  by: handling,
  refersTo: 'mainCase',
  named: { field: 'mainCase', id: 'mainCaseId', fits: survives, likely: looksLike },
  consequence: {
    effect: text(
      '本案即行关闭，各项时限终止，处置、上报和调查在主案中进行；本案的记录、人数和报告人可由主案查阅。不能撤回。',
      'This case is closed and its periods end: the event is handled, reported and investigated in the main case, from which all that is recorded here can be read. It cannot be taken back.',
    ),
    article,
  },
  sends: [tellsMainCase],
  notify: handling,
  notifyFor: toldBefore,
})

/** What is left for the offices above to receive once the other case has brought its own. */
const leftOnceJoined = (record: CaseRecord, event: CaseEvent) => ({
  ...stillWaiting(record),
  unreceived: receiversOf([...broughtSoFar(record), ...(knownThere(event)?.unreceived ?? [])]),
})

const toReceive = ({ unreceived = [] }: { unreceived?: readonly Unreceived[] }) =>
  unreceived.some(({ by }) => by === 'province') ? [provinceDuty] : []

const caseJoined = act({
  words: text('另案并入', 'Another report was joined'),
  fields: {
    joinedCase: field.caseNumber('并入案件', 'Joined case'),
    receivedAt: field.moment('该案接报时刻', 'When that was reported'),
    figures: field.text('该案已知人数', 'What it knew of casualties', 500),
    reason,
    joinedBy: field.text('并案人', 'Joined by', 200).optional(),
    alarms: field.filled(v.optional(v.pipe(v.array(words(64)), v.maxLength(20)))),
    known: field.filled(knownThereSchema),
    unreceived: unreceivedField,
    waiting: waitingField,
  },
  states: leftOnceJoined,
  by: [],
  linked: true,
  refersTo: 'joinedCase',
  sends: concludesJoined,
  notify: handling,
  notifyFor: toReceive,
})

export const joinActs = { 'join-case': joinCase, 'case-joined': caseJoined }
