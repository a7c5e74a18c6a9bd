// What do the people at the duty desk and in the enterprise do about an alarm?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { type ActDeclaration, type ActFields, act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import {
  cityDuty,
  desks,
  enterprise,
  keepers,
  permitters,
  permittersOf,
  safetyOfficer,
} from './addresses.ts'

const acknowledge = act({
  words: text('接警', 'Acknowledge'),
  party: text('值班室已接警。', 'The duty desk has acknowledged it.'),
  fields: {
    measures: field.longText('已采取的措施（内部）', 'What is being done (internal)').optional(),
    /** The newest event that he saw; from the page of the case, all that the case has been notified. */
    seen: field.filled(v.optional(v.pipe(v.number(), v.integer()))),
  },
  acknowledges: true,
  // ISA-18.2: it answers the alarm, also while that is put aside and nobody is called.
  withoutTask: desks,
  among: keepers,
  deviceRequest: ({ measures }, { answered }) => ({
    verb: 'acknowledge',
    args: {
      side: 'city',
      seen: String(answered),
      ...(typeof measures === 'string' && measures !== '' ? { comment: measures } : {}),
    },
  }),
})

/** The plant speaks for itself; the desk keeps its duty. */
const acknowledgeAtEnterprise = act({
  words: text('企业知悉', 'Noted by the enterprise'),
  party: text('本企业已知悉报警。', 'Your enterprise has noted it.'),
  fields: {
    note: field.longText('现场情况', 'What is seen on site', 1000).optional().shownTo('party'),
  },
  by: enterprise,
})

type Posts = Pick<ActDeclaration, 'by' | 'among'>
const byKeepers: Posts = { by: desks, among: keepers }
const byPermitters: Posts = { by: permitters, among: permittersOf }

const handoverNote = act({
  words: text('交班备注', 'Note for the next shift'),
  fields: { note: field.longText('备注', 'Note') },
  ...byKeepers,
})

/** Whoever puts an alarm aside says why and until when; the enterprise reads it. */
const aside = (name: Text, party: Text, fields: ActFields, effect: Text, posts = byKeepers) =>
  act({
    words: name,
    party,
    fields,
    ...posts,
    consequence: { effect, article: 'IEC 62682:2022；ANSI/ISA-18.2-2016' },
    notify: [cityDuty, safetyOfficer],
  })

const reason = field.longText('理由', 'Reason', 1000)
const until = field.moment('至', 'Until').shownTo('party')
const untilThen = text(
  '到时刻前不再呼叫；到时自动重新判定。',
  'Nobody is called until then; it is looked at again by itself.',
)

/** Its time is over; whatever stood aside is looked at again. */
const over = (zh: string, en: string) => clockAct(zh, en, text(`${zh}，重新判定。`, `${en}.`))

/** Back before its time. */
const back = (name: Text, party: Text, posts = byKeepers) =>
  act({ words: name, party, fields: { reason: reason.optional() }, ...posts })

const reset = act({
  words: text('复位', 'Reset'),
  party: text('报警已人工复位。', 'The latched alarm has been reset.'),
  fields: { note: field.longText('现场确认情况', 'What was found on site', 1000).optional() },
  // What rang since has latched anew, and nobody has seen that.
  deviceRequest: (_, { rang }) => ({ verb: 'reset', args: { side: 'city', seen: String(rang) } }),
})

export const dutyActs = {
  acknowledge,
  'acknowledge-at-enterprise': acknowledgeAtEnterprise,
  'hand-over': handoverNote,
  shelve: aside(
    text('搁置', 'Shelve'),
    text('报警已搁置至 {until}：{reason}', 'It is shelved until {until}: {reason}'),
    { until: until.hint('最长八小时', 'Eight hours at most'), reason: reason.shownTo('party') },
    untilThen,
  ),
  unshelve: back(
    text('解除搁置', 'Unshelve'),
    text('已解除搁置，重新判定。', 'No longer shelved: looked at again.'),
  ),
  'shelving-ended': over('搁置到期', 'The shelving has ended'),
  suppress: aside(
    text('设计屏蔽', 'Suppress by design'),
    text(
      '报警按设计屏蔽至 {until}：{ground}',
      'It is suppressed by design until {until}: {ground}',
    ),
    {
      until: until.hint('最长二十四小时', '24 hours at most'),
      ground: field
        .longText('屏蔽依据（开停车、联锁等）', 'On what ground (start-up, interlock …)', 1000)
        .shownTo('party'),
    },
    untilThen,
  ),
  'suppression-ended': over('屏蔽到期', 'The suppression has ended'),
  'take-out-of-service': aside(
    text('停用', 'Take out of service'),
    text('设备停用至 {until}（作业票 {permit}）', 'Out of service until {until} (permit {permit})'),
    {
      permit: field.text('作业票（检修许可）号', 'Number of the permit', 100).shownTo('party'),
      until: until.hint('最长三十日', '30 days at most'),
      reason: reason.optional().shownTo('party'),
    },
    text(
      '检修期间的信号只记录，不呼叫。',
      'What it tells during the work is kept, and nobody is called.',
    ),
    byPermitters,
  ),
  'return-to-service': back(
    text('恢复使用', 'Return to service'),
    text('已恢复使用，重新判定。', 'In service again: looked at again.'),
    byPermitters,
  ),
  'service-due': over('停用到期', 'It is in service again'),
  reset,
}
