// By which planned drill may an exercise begin, and what of it does the case keep?
import { type Text, text } from '../../language/words.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import { field } from '../../model/field.ts'
import { fieldRows } from '../../model/fields.ts'
import type { FirstEntryChoice } from '../../model/register-definition.ts'

import { isRegion, type Region, regionsAbove } from '../../organisation/regions.ts'
import { type RowAnswer, rowsIn } from '../../views/answers/value-words.ts'
import { recipientNamed } from '../plan/offices.ts'
import { orderRecipients } from '../regions/recipients.ts'

export const mostInjects = 30

const channels = {
  telephone: text('电话', 'Telephone'),
  notice: text('书面通报', 'Written notice'),
  field: text('现场情况', 'From the place'),
  device: text('模拟报警', 'Simulated alarm'),
}

const isChannel = (value: unknown): value is keyof typeof channels =>
  typeof value === 'string' && Object.hasOwn(channels, value)

/** What an inject says, as the script has it and as the log shows it when it is given. */
export const injectFields = {
  channel: field.choice(channels, '方式', 'By'),
  office: field.text('告知单位', 'Told to', 100).optional(),
  to: field.choice(orderRecipients, '对应岗位', 'Post').optional(),
  text: field.longText('内容', 'What is told', 500),
}

const supplied = { systemSupplied: true } as const

/**
 * 演练计划: named by its number; what it exercises and its script are kept as they stand on that day. No form and no view of the case shows the
 * script: whoever is to be surprised reads each inject when it is given, and whoever directs reads the register.
 */
export const drillFields = {
  registerEntry: field.text('演练计划编号', 'Planned drill', 60).optional().with(supplied),
  drillPlan: field.text('演练的预案', 'Plan that it exercises', 60).optional().with(supplied),
  script: field
    .filled(
      fieldRows(
        {
          minute: field.integer('开始后分钟', 'Minutes after the start', 0, 3 * 24 * 60).schema,
          channel: injectFields.channel.schema,
          office: injectFields.office.schema,
          to: injectFields.to.schema,
          text: injectFields.text.schema,
        },
        mostInjects,
      ),
    )
    .optional(),
}

const refusals = {
  real: text('只有演练可以按演练计划实施', 'Only an exercise is begun by a planned drill'),
  standing: text('该演练不是待实施的演练', 'This drill is not waiting to be held'),
  place: text('该演练不在此地实施', 'This drill is not played here'),
  owner: text('该演练属于其他企业', 'This is the drill of another enterprise'),
} as const satisfies Record<string, Text>

const fits: FirstEntryChoice['fits'] = ({ drill, region, enterprise }, entry) => {
  if (drill !== true) return refusals.real
  if (entry.standing !== 'planned') return refusals.standing
  if (typeof region !== 'string' || !isRegion(region)) return refusals.place
  if (!regionsAbove(region).includes(entry.region)) return refusals.place
  return (entry.owner ?? undefined) === enterprise || refusals.owner
}

/** By their minutes; rows of the same minute stay as they were written. */
const scriptOf = ({ data, region }: ChosenEntry): RowAnswer[] =>
  rowsIn(data.script)
    .slice(0, mostInjects)
    .flatMap((row) => injectIn(row, region))
    .sort((one, other) => Number(one.minute) - Number(other.minute))

const injectIn = ({ minute, channel, to, text: told }: RowAnswer, region: Region): RowAnswer[] => {
  if (typeof minute !== 'number' || !isChannel(channel) || typeof told !== 'string') return []
  const post = typeof to === 'string' ? recipientNamed(to, region) : null
  return [
    {
      minute,
      channel,
      ...(typeof to === 'string' ? { office: to } : {}),
      ...(post === null ? {} : { to: post }),
      text: told,
    },
  ]
}

/** What the first form of an exercise declares of it. */
export const drillChoice: FirstEntryChoice = {
  register: 'emergency-drill',
  kept: ['drillPlan', 'script'],
  fits,
  keep: (entry) => {
    const script = scriptOf(entry)
    return {
      ...(typeof entry.data.plan === 'string' ? { drillPlan: entry.data.plan } : {}),
      ...(script.length > 0 ? { script } : {}),
    }
  },
}
