// What do devices say about an alarm after it has begun?
import * as v from 'valibot'
import { type Text, text } from '../language/words.ts'
import { type ActDeclaration, type ActFields, act } from '../model/act.ts'
import { field } from '../model/field.ts'
import { moment, words } from '../model/fields.ts'
import { bureauDuty, desks, safetyOfficer } from './addresses.ts'
import { at, level, levelNow, limit, perhaps, rang, standing, value } from './raise.ts'

/** Only a device reports it; a newer device process may say more than this one understands. */
const report = (
  name: Text,
  party: Text,
  fields: ActFields,
  more: Pick<ActDeclaration, 'notify' | 'notifyFor'> = {},
) => act({ words: name, party, fields, by: 'machine', tolerant: true, ...more })

const content = perhaps(field.text('内容', 'What it says'), v.pipe(v.string(), v.maxLength(500)))

const ringing = { rang, value, limit, at, text: content }

export const reportActs = {
  escalate: report(
    text('级别升高', 'A higher level'),
    text('报警级别升高。', 'The alarm has risen to a higher level.'),
    { level, ...ringing },
    { notify: [...desks, safetyOfficer], notifyFor: bureauDuty },
  ),
  'return-to-normal': report(
    text('恢复正常', 'Returned to normal'),
    text('测量值已恢复正常。', 'The value has returned to normal.'),
    { standing, rang, level: levelNow, value, at },
  ),
  // The alarm's own row has ended by his act already, so nothing of it is asked again; who he is stays inside the authorities.
  'declared-over': report(
    text('值班人员宣布解除', 'Declared over by the desk'),
    text('值班室核实后宣布报警解除：{reason}', 'The duty desk has declared it over: {reason}'),
    {
      standing,
      rang,
      level: levelNow,
      by: field.text('宣布人', 'By whom'),
      reason: field.longText('理由', 'Reason', 1000).shownTo('party'),
      at: field.moment('宣布时刻', 'When').shownTo('party'),
    },
  ),
  're-alarm': report(text('再次报警', 'Alarm again'), text('再次报警。', 'It is alarming again.'), {
    level: level.optional(),
    ...ringing,
  }),
  // What the desk has acknowledged or reset: that nothing of it is open any more.
  'alarm-ended': report(
    text('设备侧已结束', 'Ended at its devices'),
    text('报警已结束。', 'The alarm has ended.'),
    { rang, level: levelNow, at },
  ),
  'lose-quality': report(
    text('信号质量未知', 'Quality lost'),
    text(
      '信号中断或质量未知，沿用最后状态。',
      'The signal is lost or of unknown quality: the last state stands.',
    ),
    { at, text: content },
  ),
  'regain-quality': report(
    text('信号恢复', 'Quality regained'),
    text('信号已恢复。', 'The signal is back.'),
    { at, text: content },
  ),
  'note-branch': report(
    text('未确认的历史报警', 'An older occurrence'),
    text(
      '设备上有一次更早的未确认报警。',
      'The device holds an older occurrence not yet acknowledged.',
    ),
    { branch: field.text('分支', 'Branch').shownTo('party'), at, text: content },
  ),
  'acknowledged-at-plant': report(
    text('现场已确认', 'Acknowledged at the plant'),
    text('现场操作员已确认报警。', 'The operator at the plant has acknowledged it.'),
    {
      standing: standing.optional(),
      rang,
      level: levelNow,
      by: perhaps(field.text('现场操作员', 'Operator'), words(100)),
      at,
    },
  ),
  'shelved-at-plant': report(
    text('现场已搁置', 'Shelved at the plant'),
    text(
      '现场已搁置报警；值班室仍在值守。',
      'The plant has shelved it; the duty desk still watches.',
    ),
    {
      until: perhaps(field.moment('搁置至', 'Until'), moment),
      at: at.optional(),
    },
  ),
}
