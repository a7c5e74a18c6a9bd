// Which emergency resource may an order name, and what does the case keep of it?
import { text } from '../../language/words.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import { field } from '../../model/field.ts'
import { words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EntryChoice } from '../../model/register-definition.ts'
import type { Day } from '../../time/days.ts'
import { rowsIn } from '../../views/answers/value-words.ts'
import { recipientNamed } from '../plan/offices.ts'

/** 调用资源: named by its number; name and quantity are kept as they stand then. */
export const resourceFields = {
  resource: field
    .text('调用资源', 'Resource', 60)
    .optional()
    .hint(
      '填写应急资源登记簿编号；同一资源同时只由一件指令占用',
      'Its number in the register; one order at a time holds it',
    ),
  resourceName: field
    .text('资源名称', 'Name of the resource', 400)
    .optional()
    .with({ systemSupplied: true }),
  resourceId: field.filled(words(64)).optional(),
}

const namedIn = ({ data }: ChosenEntry): string =>
  `${String(data.name ?? '')}（${String(data.quantity ?? '')}${String(data.unit ?? '')}）`.slice(
    0,
    100,
  )

/** Something of it may still be used: it is kept in no batches, or one is good until that day. */
const isUsableOn = ({ batches }: ChosenEntry['data'], day: Day): boolean => {
  const rows = rowsIn(batches)
  return rows.length === 0 || rows.some(({ expiresOn }) => String(expiresOn) >= day)
}

/** Whose it is and in which county it lies hinders nothing: help comes from where it is nearest. */
export const resourceChoice: EntryChoice = {
  register: 'emergency-resource',
  field: 'resource',
  kept: ['resourceName', 'resourceId'],
  fits: (_, { standing, from, data }, today) => {
    if (standing !== 'available')
      return text(
        '该资源不是可用状态，不能调用',
        'The resource is not available: no order may name it',
      )
    if (from > today) return text('该资源尚未启用', 'The resource is not in use yet')
    return (
      isUsableOn(data, today) ||
      text(
        '该资源的库存批次已全部过期，不能调用',
        'All batches of the resource have expired: no order may name it',
      )
    )
  },
  keep: (entry) => ({
    resourceName: `${namedIn(entry)} ${entry.number}`,
    resourceId: entry.id,
  }),
  reserves: 'resourceId',
  begin: (record, entry) => beginOrder(record, entry),
}

const beginOrder = (record: CaseRecord, entry: ChosenEntry): Record<string, unknown> => {
  const { office, place, contact, ability } = entry.data
  const to = typeof office === 'string' ? recipientNamed(office, entry.region) : null
  const details = [
    `所在地点：${String(place ?? '')}`,
    `联络岗位：${String(contact ?? '')}`,
    ...(typeof ability === 'string' ? [`能力和专长：${ability}`] : []),
  ]
  return {
    resource: entry.number,
    task: `调用${namedIn(entry)}`,
    details: details.join('\n'),
    ...(to === null ? {} : { to }),
    ...(record.site === null ? {} : { place: record.site }),
  }
}
