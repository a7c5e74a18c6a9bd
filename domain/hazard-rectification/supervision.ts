// What does the clock say about a hazard that is late, and how do superiors answer?
import * as v from 'valibot'
import type { EventDefinition } from '../case/process.ts'
import { type Text, text } from '../case/words.ts'
import { field, words } from './fields.ts'

/** Whom to tell is on the rungs of the ladder, see clocks.ts. */
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

export const supervisionEvents = {
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
} satisfies Record<string, EventDefinition>
