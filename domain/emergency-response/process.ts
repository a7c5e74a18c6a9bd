// Emergency response and investigation 应急响应与事故调查 (应急条例 17–27, 突发法, 493号, 令21号): from the first call to the evaluation of what was done.
// States: response verifying → grading → responding → aftermath → over; or not needed, a false alarm, referred, joined to the case of the same event (joining/). See regions/.
// Beside it people in a lift, the count of casualties, the reports upwards and their receipt, also by the level between, the investigation (none → investigating → replying →
// following-up → evaluated). A false alarm and a referral end all of them; else the case is closed when each has come to its end, and taken up again where a death that counts is learned later.
// Clocks: verification, of a lift call-back, arrival, two hours and the report of its accident, the unit's report, county to city, city to province, by telephone, to government and authorities, further reports, the count of casualties,
// investigation, reply, evaluation. See clocks.ts; the numbers are those of the rule book.
// Orders to units, many in one case: orders/. Messages between posts, and video meetings: messages/.
// Rules: rules.ts. Levels by what is known: event/figures.ts. Acts: report.ts opens; acts.ts lists what goes on. Documents: papers/.

import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { coordinatesIn } from '../organisation/coordinates.ts'
import { emergencyActs } from './acts.ts'
import { clocks } from './clocks.ts'
import { corrected } from './corrected.ts'
import { type Figures, levelMark } from './event/figures.ts'
import { measure, measureClocks } from './follow-up/measure.ts'
import { graded } from './graded.ts'
import { meeting } from './messages/meeting.ts'
import { message } from './messages/message.ts'
import { order, orderClocks } from './orders/order.ts'
import { papers } from './papers/documents.ts'
import { leaders } from './regions/addresses.ts'
import { describe, report } from './report.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const emergencyResponse: ProcessDefinition = {
  id: 'emergency-response',
  version: 1,
  title: text('应急响应与事故调查', 'Emergency response and investigation'),
  summary: text(
    '接报后核实、研判定级、启动响应、处置、善后；同时逐级上报和续报，统计伤亡，调查事故，批复并评估整改。误报和移送的即行关闭；演练全程标明。',
    'An event is verified, graded, responded to and settled; beside it it is reported upwards, its casualties are counted, and the accident is investigated, replied to and followed up. A false alarm or a referral ends it at once; an exercise is marked throughout.',
  ),
  numberWord: '应急',
  law: '《生产安全事故应急条例》；《突发事件应对法》（2024）；国务院令第493号；总局令第21号',
  machine,
  // How long an emergency lasts says nothing of the next one.
  settled: [],
  start: report,
  events: emergencyActs,
  rules,
  clocks: [...clocks, ...orderClocks, ...measureClocks],
  items: [order, measure, message, meeting],
  words,
  usual: usualActs,
  reopen: {
    value: {
      response: 'over',
      lift: 'ended',
      casualties: 'taken-up',
      reporting: 'ended',
      receipt: 'ended',
      copies: 'ended',
      investigation: 'ended',
    },
    by: leaders,
    rule: 'takingUpAgainLawful',
  },
  describe,
  coordinates: ({ snapshot }) => coordinatesIn(snapshot.context.coordinates),
  corrected,
  sharedAnswers: ({ figures }) => (figures as Figures | undefined) ?? {},
  graded,
  level: ({ snapshot: { context }, status }) =>
    status === 'closed'
      ? null
      : levelMark(context.handled === true ? null : context.responseLevel, context.accidentLevel),
  migrations: [],
  documents: papers,
}
