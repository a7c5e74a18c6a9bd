// What do devices say about an alarm after it has begun?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { field, words } from '../model/fields.ts'
import type { EventDefinition } from '../model/process.ts'
import { desks, safetyOfficer } from './addresses.ts'
import { atField, level, levelField, limitField, measured, moment, valueField } from './raise.ts'

type Report = Pick<EventDefinition, 'schema' | 'fields'> & Partial<Pick<EventDefinition, 'notify'>>

/** Only a device reports it, and everything that it says the enterprise has said itself. */
const report = (name: Text, party: Text, { schema, fields, notify }: Report): EventDefinition => ({
  words: name,
  party,
  schema,
  fields,
  by: 'machine',
  audience: 'party',
  show: { party: fields.map((one) => one.name), public: [] },
  ...(notify ? { notify } : {}),
})

const said = field('text', 'text', '内容', 'What it says', { required: false })
const saidSchema = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(500))))
const quality = { schema: v.object({ at: moment, text: saidSchema }), fields: [atField, said] }

export const reportEvents = {
  escalate: report(text('级别升高', 'A higher level'), text('报警级别升高。', 'The alarm has risen to a higher level.'), {
    schema: v.object({ level, value: measured, limit: measured, at: moment, text: saidSchema }),
    fields: [levelField, valueField, limitField, atField, said],
    notify: [...desks, safetyOfficer],
  }),
  'return-to-normal': report(text('恢复正常', 'Returned to normal'), text('测量值已恢复正常。', 'The value has returned to normal.'), {
    schema: v.object({ value: measured, at: moment }),
    fields: [valueField, atField],
  }),
  // The alarm's own row has ended by his act already, so nothing of it is asked again; who he is stays inside the authorities.
  'declared-over': {
    ...report(
      text('值班人员宣布解除', 'Declared over by the desk'),
      text('值班室核实后宣布报警解除：{reason}', 'The duty desk has declared it over: {reason}'),
      {
        schema: v.object({ by: words(200), reason: words(1000), at: moment }),
        fields: [
          field('by', 'text', '宣布人', 'By whom'),
          field('reason', 'long-text', '理由', 'Reason'),
          field('at', 'moment', '宣布时刻', 'When'),
        ],
      },
    ),
    show: { party: ['reason', 'at'], public: [] },
  },
  're-alarm': report(text('再次报警', 'Alarm again'), text('再次报警。', 'It is alarming again.'), {
    schema: v.object({ value: measured, limit: measured, at: moment, text: saidSchema }),
    fields: [valueField, limitField, atField, said],
  }),
  'lose-quality': report(
    text('信号质量未知', 'Quality lost'),
    text('信号中断或质量未知，沿用最后状态。', 'The signal is lost or of unknown quality: the last state stands.'),
    quality,
  ),
  'regain-quality': report(text('信号恢复', 'Quality regained'), text('信号已恢复。', 'The signal is back.'), quality),
  'note-branch': report(
    text('未确认的历史报警', 'An older occurrence'),
    text('设备上有一次更早的未确认报警。', 'The device holds an older occurrence not yet acknowledged.'),
    {
      schema: v.object({ branch: words(200), at: moment, text: saidSchema }),
      fields: [field('branch', 'text', '分支', 'Branch'), atField, said],
    },
  ),
  'acknowledged-at-plant': report(
    text('现场已确认', 'Acknowledged at the plant'),
    text('现场操作员已确认报警。', 'The operator at the plant has acknowledged it.'),
    {
      schema: v.object({ by: v.optional(v.nullable(words(100))), at: moment }),
      fields: [field('by', 'text', '现场操作员', 'Operator', { required: false }), atField],
    },
  ),
  'shelved-at-plant': report(
    text('现场已搁置', 'Shelved at the plant'),
    text('现场已搁置报警；值班室仍在值守。', 'The plant has shelved it; the duty desk still watches.'),
    {
      schema: v.object({ until: v.optional(v.nullable(moment)), at: v.optional(moment) }),
      fields: [
        field('until', 'moment', '搁置至', 'Until', { required: false }),
        field('at', 'moment', '设备时刻', 'Moment at the device', { required: false }),
      ],
    },
  ),
} satisfies Record<string, EventDefinition>
