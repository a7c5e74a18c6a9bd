// What does a device say when an alarm begins, and which case does it open?
import * as v from 'valibot'
import { conditions } from '../duty/conditions.ts'
import { alarmKindWords } from '../duty/kinds.ts'
import { pointWords } from '../duty/points.ts'
import { text } from '../language/words.ts'
import { field, keysOf, words } from '../model/fields.ts'
import type { ProcessDefinition, StartDefinition } from '../model/process.ts'
import { isRegion } from '../organisation/regions.ts'
import { countyDuty, safetyOfficer } from './addresses.ts'
import { alarmLevels, levelChoices } from './levels.ts'

export const moment = v.pipe(v.string(), v.isoTimestamp())
const id = words(200)
/** A device may say that it does not know. */
export const measured = v.optional(v.nullable(v.number()))
export const level = v.picklist(alarmLevels)

/** A newer device process may say more than this one understands: what is not named here is kept and not read. */
const schema = v.object({
  /** Of the alarm as the devices count it: the id of the case. */
  alarm: id,
  /** The key of the line: for the record, shown to nobody. */
  feed: id,
  device: id,
  point: id,
  condition: id,
  level,
  value: measured,
  limit: measured,
  unit: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40)))),
  text: words(500),
  at: moment,
  synthetic: v.boolean(),
  /** Nobody knew of which moment the device spoke. */
  doubtful: v.optional(v.boolean()),
  enterprise: v.optional(v.nullable(words(64))),
  region: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  site: v.optional(v.nullable(words(200))),
  kind: v.picklist(keysOf(alarmKindWords)),
  latching: v.optional(v.boolean()),
})

export const valueField = field('value', 'number', '测量值', 'Value', { required: false })
export const limitField = field('limit', 'number', '限值', 'Limit', { required: false })
export const levelField = field('level', 'choice', '级别', 'Level', { choices: levelChoices })
export const atField = field('at', 'moment', '设备时刻', 'Moment at the device')

/** Nobody fills it in: the device process writes it. */
export const raise: StartDefinition = {
  type: 'raise',
  words: text('设备报警', 'Alarm of a device'),
  party: text('{text}', '{text}'),
  schema,
  fields: [
    field('text', 'text', '报警内容', 'What it says'),
    levelField,
    field('kind', 'choice', '类别', 'Kind', { choices: alarmKindWords }),
    field('device', 'text', '设备', 'Device'),
    // A point with a name of its own is said by it.
    field('point', 'text', '测点', 'Point', { choices: pointWords }),
    field('condition', 'choice', '报警条件', 'Condition', { choices: conditions }),
    valueField,
    limitField,
    field('unit', 'text', '单位', 'Unit', { required: false }),
    atField,
    field('site', 'place', '部位', 'Where', { required: false }),
    field('synthetic', 'boolean', '演练（模拟信号）', 'Exercise (simulated signal)'),
    field('doubtful', 'boolean', '时间存疑（报警时）', 'Time uncertain (when it rose)', { required: false }),
    field('latching', 'boolean', '需人工复位', 'Latches', { required: false }),
  ],
  by: 'machine',
  audience: 'party',
  show: {
    party: [
      'text',
      'level',
      'kind',
      'device',
      'point',
      'condition',
      'value',
      'limit',
      'unit',
      'at',
      'site',
      'synthetic',
      'doubtful',
      'latching',
    ],
    public: [],
  },
  notify: [countyDuty, safetyOfficer],
}

/** Wherever the case is named it says that it is an exercise. */
export const describe: ProcessDefinition['describe'] = ({ text, synthetic, region, enterprise, site }) => ({
  title: `${synthetic === true ? '【演练】' : ''}${stringOf(text) ?? ''}`,
  region: isRegion(stringOf(region) ?? '') ? (region as string) : '',
  owner: stringOf(enterprise),
  site: stringOf(site),
})

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
