// What does a device say when an alarm begins, and which case does it open?
import * as v from 'valibot'
import { alarmStandings } from '../duty/alarm-states.ts'
import { conditions } from '../duty/conditions.ts'
import { alarmKindWords } from '../duty/kinds.ts'
import { pointWords } from '../duty/points.ts'
import { text } from '../language/words.ts'
import { start } from '../model/act.ts'
import { markedTitle, unmarkedTitle } from '../model/exercises/exercise.ts'
import { type FieldBuilder, field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import type { ProcessDefinition } from '../model/process.ts'
import { isRegion } from '../organisation/regions.ts'
import { bureauDuty, countyDuty, safetyOfficer } from './addresses.ts'
import { alarmLevels, levelChoices } from './levels.ts'

const id = words(200)

/** A device may leave it out, or say that it does not know. */
export const perhaps = (request: FieldBuilder, schema: v.GenericSchema): FieldBuilder =>
  request.accepting(v.nullable(schema)).optional().shownTo('party')
export const value = perhaps(field.number('测量值', 'Value'), v.number())
export const limit = perhaps(field.number('限值', 'Limit'), v.number())
export const level = field
  .choice(levelChoices, '级别', 'Level')
  .accepting(v.picklist(alarmLevels))
  .shownTo('party')
/** The level that it has at its device: the case keeps the gravest. */
export const levelNow = field.filled(v.optional(v.picklist(alarmLevels)))
/** How it stands since, and at which event of its device it rang last: the case follows them. */
export const standing = field.filled(v.picklist(alarmStandings))
export const rang = field.filled(v.optional(v.pipe(v.number(), v.integer())))
export const at = field.moment('设备时刻', 'Moment at the device').shownTo('party')

const isSynthetic = ({ synthetic }: Record<string, unknown>): boolean => synthetic === true

/** Nobody fills it in: the device process writes it, and a newer one may say more than this one understands. */
export const raise = start({
  type: 'raise',
  words: text('设备报警', 'Alarm of a device'),
  party: text('{text}', '{text}'),
  fields: {
    /** Of the alarm as the devices count it: the id of the case. */
    alarm: field.filled(id),
    /** The key of the line: for the record, shown to nobody. */
    feed: field.filled(id),
    text: field.text('报警内容', 'What it says', 500).shownTo('party'),
    level,
    standing: standing.optional(),
    rang,
    kind: field.choice(alarmKindWords, '类别', 'Kind').shownTo('party'),
    device: field.text('设备', 'Device').shownTo('party'),
    // A point with a name of its own is said by it.
    point: field.text('测点', 'Point').with({ choices: pointWords }).shownTo('party'),
    condition: field.choice(conditions, '报警条件', 'Condition').accepting(id).shownTo('party'),
    value,
    limit,
    unit: perhaps(field.text('单位', 'Unit'), v.pipe(v.string(), v.maxLength(40))),
    at,
    enterprise: field.filled(v.optional(v.nullable(words(64)))),
    region: field.filled(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    site: perhaps(field.place('部位', 'Where'), words(200)),
    synthetic: field.boolean('演练（模拟信号）', 'Exercise (simulated signal)').shownTo('party'),
    /** Nobody knew of which moment the device spoke. */
    doubtful: field
      .boolean('时间存疑（报警时）', 'Time uncertain (when it rose)')
      .optional()
      .shownTo('party'),
    /** Whether its point is registered so: the desk and the case go by one rule. Absent: it is. */
    shelvable: field.filled(v.optional(v.boolean())),
    latching: field.boolean('需人工复位', 'Latches').optional().shownTo('party'),
  },
  exercise: isSynthetic,
  by: 'machine',
  tolerant: true,
  notify: [countyDuty, safetyOfficer],
  notifyFor: bureauDuty,
})

/** Wherever the case is named it says that it is an exercise. */
export const describe: ProcessDefinition['describe'] = ({
  text,
  synthetic,
  region,
  enterprise,
  site,
}) => ({
  // A real alarm is never refused for the name that somebody gave its device.
  title: markedTitle(unmarkedTitle(stringOf(text) ?? ''), isSynthetic({ synthetic })),
  region: isRegion(stringOf(region) ?? '') ? (region as string) : '',
  owner: stringOf(enterprise),
  site: stringOf(site),
})

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
