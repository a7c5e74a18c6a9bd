// What do the people at the duty desk and in the enterprise do about an alarm?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { field, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { cityDuty, desks, enterprise, permitters, safetyOfficer } from './addresses.ts'
import { moment } from './raise.ts'

const nothing = { party: [], public: [] }
const reasonField = field('reason', 'long-text', '理由', 'Reason')
const untilField = (hint: Text) => field('until', 'moment', '至', 'Until', { hint })
const optional = (max: number) => v.optional(words(max))

const acknowledge: EventDefinition = {
  words: text('签收报警', 'Acknowledge'),
  party: text('值班室已签收报警。', 'The duty desk has acknowledged it.'),
  schema: v.strictObject({ measures: optional(2000) }),
  fields: [field('measures', 'long-text', '已采取的措施（内部）', 'What is being done (internal)', { required: false })],
  by: 'task',
  audience: 'party',
  show: nothing,
  acknowledges: true,
  asks: ({ measures }) => ({
    verb: 'acknowledge',
    args: { side: 'city', ...(typeof measures === 'string' && measures !== '' ? { comment: measures } : {}) },
  }),
}

/** The plant speaks for itself; the desk keeps its duty. */
const acknowledgeAtEnterprise: EventDefinition = {
  words: text('企业知悉', 'Noted by the enterprise'),
  party: text('本企业已知悉报警。', 'Your enterprise has noted it.'),
  schema: v.strictObject({ note: optional(1000) }),
  fields: [field('note', 'long-text', '现场情况', 'What is seen on site', { required: false })],
  by: enterprise,
  audience: 'party',
  show: { party: ['note'], public: [] },
}

const handOver: EventDefinition = {
  words: text('交班备注', 'Note for the next shift'),
  party: text('', ''),
  schema: v.strictObject({ note: words(2000) }),
  fields: [field('note', 'long-text', '备注', 'Note')],
  by: desks,
  audience: 'internal',
  show: nothing,
}

/** Whoever puts an alarm aside says why and until when; the enterprise reads it. */
const aside = (name: Text, party: Text, more: Pick<EventDefinition, 'schema' | 'fields'>, effect: Text): EventDefinition => ({
  words: name,
  party,
  ...more,
  by: desks,
  audience: 'party',
  show: { party: more.fields.map((one) => one.name), public: [] },
  consequence: { effect, article: 'IEC 62682:2022；ANSI/ISA-18.2-2016' },
  notify: [cityDuty, safetyOfficer],
})

/** Back before its time. */
const back = (name: Text, party: Text): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({ reason: optional(1000) }),
  fields: [{ ...reasonField, required: false }],
  by: desks,
  audience: 'party',
  show: nothing,
})

const ofTheClock = (name: Text, party: Text): EventDefinition => ({
  words: name,
  party,
  schema: v.strictObject({}),
  fields: [],
  by: 'clock',
  audience: 'party',
  show: nothing,
})

const reset: EventDefinition = {
  words: text('复位', 'Reset'),
  party: text('报警已人工复位。', 'The latched alarm has been reset.'),
  schema: v.strictObject({ note: optional(1000) }),
  fields: [field('note', 'long-text', '现场确认情况', 'What was found on site', { required: false })],
  by: 'task',
  audience: 'party',
  show: nothing,
  asks: () => ({ verb: 'reset', args: { side: 'city' } }),
}

export const dutyEvents = {
  acknowledge,
  'acknowledge-at-enterprise': acknowledgeAtEnterprise,
  'hand-over': handOver,
  shelve: aside(
    text('搁置', 'Shelve'),
    text('报警已搁置至 {until}：{reason}', 'It is shelved until {until}: {reason}'),
    {
      schema: v.strictObject({ until: moment, reason: words(1000) }),
      fields: [untilField(text('最长八小时', 'Eight hours at most')), reasonField],
    },
    text('到时刻前不再呼叫；到时自动重新判定。', 'Nobody is called until then; it is looked at again by itself.'),
  ),
  unshelve: back(text('解除搁置', 'Unshelve'), text('已解除搁置，重新判定。', 'No longer shelved: looked at again.')),
  'shelving-ended': ofTheClock(text('搁置到期', 'The shelving has ended'), text('搁置到期，重新判定。', 'The shelving has ended.')),
  suppress: aside(
    text('设计屏蔽', 'Suppress by design'),
    text('报警按设计屏蔽至 {until}：{ground}', 'It is suppressed by design until {until}: {ground}'),
    {
      schema: v.strictObject({ until: moment, ground: words(1000) }),
      fields: [
        untilField(text('最长二十四小时', '24 hours at most')),
        field('ground', 'long-text', '屏蔽依据（开停车、联锁等）', 'On what ground (start-up, interlock …)'),
      ],
    },
    text('到时刻前不再呼叫；到时自动重新判定。', 'Nobody is called until then; it is looked at again by itself.'),
  ),
  'suppression-ended': ofTheClock(
    text('屏蔽到期', 'The suppression has ended'),
    text('屏蔽到期，重新判定。', 'The suppression has ended.'),
  ),
  'take-out-of-service': {
    ...aside(
      text('停用', 'Take out of service'),
      text('设备停用至 {until}（作业票 {permit}）', 'Out of service until {until} (permit {permit})'),
      {
        schema: v.strictObject({ permit: words(100), until: moment, reason: optional(1000) }),
        fields: [
          field('permit', 'text', '作业票（检修许可）号', 'Number of the permit'),
          untilField(text('最长三十日', '30 days at most')),
          { ...reasonField, required: false },
        ],
      },
      text('检修期间的信号只记录，不呼叫。', 'What it tells during the work is kept, and nobody is called.'),
    ),
    by: permitters,
  },
  'return-to-service': {
    ...back(text('恢复使用', 'Return to service'), text('已恢复使用，重新判定。', 'In service again: looked at again.')),
    by: permitters,
  },
  'service-due': ofTheClock(text('停用到期', 'Out of service no longer'), text('停用到期，重新判定。', 'It is in service again.')),
  reset,
} satisfies Record<string, EventDefinition>
