// Inspection 行政检查: officers visit an enterprise by plan, by lot or for a reason, write down what they find, and each finding leads to one matter.
// States: planned → approved (→ noticed) → under-way (→ findings) (→ rechecking) → concluding → closed; or refused, cancelled. See statechart.ts.
// Each order to rectify and each decision on the spot is an item with a day, a re-check and an outcome of its own: orders/. Clocks: the day of the visit, and those of each order. See clocks.ts. How often in a year: memory/frequency.ts.
// What is asked at the place: checklists/, data. Acts: acts/. Rules: rules.ts. Papers: papers/. Names: words.ts. Who is meant: addresses.ts.

import { retentionOf } from '../evidence/retention.ts'
import { text } from '../language/words.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { describe, planInspection } from './acts/planning.ts'
import { events } from './acts.ts'
import { clocks } from './clocks.ts'
import { jointPart } from './joint/part.ts'
import { frequency } from './memory/frequency.ts'
import { correctionOrder, spotMeasures } from './orders/order.ts'
import { papers } from './papers/papers.ts'
import { rules } from './rules.ts'
import { machine } from './statechart.ts'
import { usualActs } from './usual-acts.ts'
import { words } from './words.ts'

export const administrativeInspection: ProcessDefinition = {
  id: 'administrative-inspection',
  version: 1,
  title: text('行政检查', 'Inspection'),
  summary: text(
    '检查从计划、批准、通知、上门检查、现场记录到问题处理和复查；每项问题转入且只转入一个事项。',
    'A visit is planned, approved, announced, made and recorded; each finding leads to exactly one matter, and what is ordered is looked at again.',
  ),
  numberWord: '检查',
  law: '《安全生产法》（2021）第六十二条、第六十五条至第六十八条；国办发〔2024〕54号',
  machine,
  settled: 'closed',
  start: planInspection,
  events,
  rules,
  clocks,
  words,
  usual: usualActs,
  reopen: null,
  items: [jointPart, correctionOrder, spotMeasures],
  describe,
  frequency,
  level: () => null,
  migrations: [],
  documents: papers,
  recordings: { retention: retentionOf.visits },
}
