// What does the clock say about a hazard that is late, and how do superiors answer?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { civilDate, field, keysOf, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { levelField, levels } from './listing.ts'
import { cityLeader, citySupervisor, countyLeader, inspectors, provinceSupervisor, sectionChief } from './regions/addresses.ts'

/** Whom to tell is on the levels of the escalation policy, see clocks.ts. */
const ofTheClock = (name: Text, party: Text): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({}),
  fields: [],
  by: 'clock',
  audience: 'party',
  show: { party: [], public: [] },
})

const acknowledge: EventDefinition = {
  words: text('签收督办', 'Acknowledge supervision'),
  party: text('督办已签收。', 'The supervision was acknowledged.'),
  schema: v.strictObject({ measures: words(2000) }),
  fields: [field('measures', 'long-text', '督办措施（内部）', 'Measures (internal)')],
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [] },
  acknowledges: true,
}

const raiseSupervision: EventDefinition = {
  words: text('督办', 'Supervise'),
  party: text('该隐患已被列为上级督办。', 'The hazard is now supervised from above.'),
  schema: v.strictObject({ level: v.picklist(keysOf(levels)), reason: words(2000) }),
  fields: [levelField, field('reason', 'long-text', '督办理由和要求（内部）', 'Reasons and demands (internal)')],
  by: [countyLeader, citySupervisor, cityLeader, provinceSupervisor],
  audience: 'party',
  show: { party: ['level'], public: [] },
  notify: [sectionChief, countyLeader, citySupervisor],
}

const instruct: EventDefinition = {
  words: text('批示', 'Instruct'),
  party: text('', ''),
  schema: v.strictObject({ instruction: words(2000), dueDate: civilDate }),
  fields: [field('instruction', 'long-text', '批示内容', 'Instruction'), field('dueDate', 'date', '答复期限', 'Answer by')],
  by: [countyLeader, cityLeader, citySupervisor, provinceSupervisor],
  audience: 'internal',
  show: { party: [], public: [] },
  notify: [sectionChief, inspectors],
}

const answerInstruction: EventDefinition = {
  words: text('答复批示', 'Answer the instruction'),
  party: text('', ''),
  schema: v.strictObject({ answer: words(4000) }),
  fields: [field('answer', 'long-text', '办理情况', 'What was done')],
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [] },
  notify: [countyLeader, cityLeader, citySupervisor],
}

/** Read by whoever has reported, with number and code; the enterprise learns nothing of him. */
const answerReporter: EventDefinition = {
  words: text('答复举报人', 'Answer the reporter'),
  party: text('', ''),
  schema: v.strictObject({ answer: words(2000) }),
  fields: [
    field('answer', 'long-text', '答复内容（举报人可见）', 'Answer (read by the reporter)', {
      hint: text('不得含企业商业秘密', 'No business secrets of the enterprise'),
    }),
  ],
  by: 'task',
  audience: 'internal',
  show: { party: [], public: [], reporter: ['answer'] },
}

export const supervisionActs = {
  'raise-supervision': raiseSupervision,
  instruct,
  'answer-instruction': answerInstruction,
  'answer-reporter': answerReporter,
  'rectification-overdue': ofTheClock(
    text('整改逾期', 'Rectification overdue'),
    text('整改期限已过，请立即完成整改并上报。', 'The date for rectification has passed: rectify and report at once.'),
  ),
  'supervise-red': ofTheClock(
    text('亮红牌（县级督办）', 'Red card (county supervision)'),
    text('整改逾期，已由县级亮红牌督办。', 'Rectification is late: the county has shown the red card and supervises.'),
  ),
  'supervise-city': ofTheClock(
    text('市级挂牌督办', 'City supervision'),
    text('整改仍未完成，已升级为市级挂牌督办。', 'Rectification is still missing: the city now supervises.'),
  ),
  'supervise-province': ofTheClock(
    text('省级挂牌督办', 'Province supervision'),
    text('整改仍未完成，已升级为省级挂牌督办。', 'Rectification is still missing: the province now supervises.'),
  ),
  acknowledge,
}
