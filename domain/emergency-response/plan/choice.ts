// Which emergency plan may a response start from, and what of it does the case keep?
import { type Text, text } from '../../language/words.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import { field } from '../../model/field.ts'
import { mostFieldRows, words } from '../../model/fields.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { EntryChoice } from '../../model/register-definition.ts'
import type { Verdict } from '../../model/rule.ts'
import { regionsAbove } from '../../organisation/regions.ts'
import { rowsIn } from '../../views/answers/value-words.ts'
import { responseLevelIn, responseWords } from '../event/figures.ts'
import { type EmergencyKind, kindOf } from '../event/kinds.ts'
import { orderRecipients } from '../regions/recipients.ts'
import { recipientNamed } from './offices.ts'

/** The events of a plan, by its own words for them, that speak of a kind of emergency; of `other` all do. */
const eventsOf: Record<Exclude<EmergencyKind, 'other'>, readonly string[]> = {
  fire: ['fire', 'hazchem'],
  explosion: ['fire', 'hazchem', 'mine'],
  leak: ['hazchem', 'poisoning'],
  collapse: ['construction', 'mine', 'disaster'],
  poisoning: ['poisoning', 'hazchem', 'mine'],
  traffic: ['transport', 'hazchem'],
  lift: ['equipment'],
  equipment: ['equipment', 'hazchem', 'fire'],
}

/** 综合应急预案 is for whatever has no plan of its own. */
const isFor = ({ data }: ChosenEntry, kind: EmergencyKind): boolean =>
  kind === 'other' ||
  data.kind === 'comprehensive' ||
  (Array.isArray(data.events) && data.events.some((one) => eventsOf[kind].includes(one)))

const refusals = {
  standing: text(
    '该预案不是现行有效的预案，不能启用',
    'This plan is not in force, so no response starts from it',
  ),
  early: text('该预案尚未生效', 'This plan is not in force yet'),
  place: text(
    '该预案不适用于事发地，不能启用',
    'This plan is not for the place of the event, so no response starts from it',
  ),
  owner: text('该预案属于其他企业，不能启用', 'This is the plan of another enterprise'),
  kind: text('该预案不适用于本类事件', 'This plan is not for events of this kind'),
} as const satisfies Record<string, Text>

const fits = (record: CaseRecord, entry: ChosenEntry, today: string): Verdict => {
  if (entry.standing !== 'in-force') return refusals.standing
  if (entry.from > today) return refusals.early
  if (entry.owner !== null && entry.owner !== record.owner) return refusals.owner
  if (!regionsAbove(record.region).includes(entry.region)) return refusals.place
  return isFor(entry, kindOf(record.snapshot.context.kind)) || refusals.kind
}

const longestOrder = 1_000

/** The orders of a plan as the case keeps them, each with the post that receives it. */
const ordersIn = ({ data, region }: ChosenEntry): Record<string, unknown>[] =>
  rowsIn(data.orderTemplates)
    .slice(0, mostFieldRows)
    .flatMap(({ level, order, office, leadMinutes }) => {
      const known = responseLevelIn(level)
      if (known === null || typeof order !== 'string' || typeof office !== 'string') return []
      const to = recipientNamed(office, region)
      return [
        {
          level: String(known),
          order,
          office,
          leadMinutes: typeof leadMinutes === 'number' ? leadMinutes : 0,
          ...(to === null ? {} : { to }),
        },
      ]
    })

/** 启用预案: named by its number; version, title and orders are kept as they stand on that day. */
export const planFields = {
  plan: field
    .text('启用预案', 'Plan', 60)
    .optional()
    .hint(
      '列出适用于本事件的现行有效预案；启动后其命令范本列入应急处置台',
      'Plans in force for this event; the orders of the plan then stand ready in the incident room',
    ),
  planName: field.filled(words(400)).optional(),
  planOrders: field
    .rows(
      {
        level: field.choice(responseWords, '响应级别', 'Level'),
        order: field.longText('命令内容', 'Order', longestOrder),
        office: field.text('承办单位', 'Carried out by', 100),
        leadMinutes: field.integer('时限（分钟）', 'Within minutes', 0, 7 * 24 * 60),
        to: field.choice(orderRecipients, '对应岗位', 'Post').optional(),
      },
      '预案指令',
      'Orders of the plan',
    )
    .optional()
    .with({ systemSupplied: true }),
}

/** What the act that starts a response declares of it. */
export const planChoice: EntryChoice = {
  register: 'emergency-plan',
  field: 'plan',
  kept: ['planName', 'planOrders'],
  fits,
  keep: (entry) => {
    const orders = ordersIn(entry)
    const { title, version } = entry.data
    return {
      planName: `${String(title ?? '')}（${String(version ?? '')}，${entry.number}）`.slice(0, 400),
      ...(orders.length > 0 ? { planOrders: orders } : {}),
    }
  },
}
