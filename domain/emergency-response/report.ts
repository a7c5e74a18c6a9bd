// What is asked of whoever reports an emergency, and which case does it open?

import { type Text, text } from '../language/words.ts'
import { start } from '../model/act.ts'
import { markedTitle } from '../model/exercises/exercise.ts'
import { enterpriseFields, field } from '../model/field.ts'
import { words } from '../model/fields.ts'
import { coordinatesField } from '../model/places/coordinates-field.ts'
import type { ProcessDefinition, StartDefinition } from '../model/process.ts'
import type { Address } from '../organisation/offices.ts'
import { isRegion, type Region, regions } from '../organisation/regions.ts'
import { toMillis } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import { drillChoice, drillFields } from './drill/plan.ts'
import { figureFields } from './event/figures.ts'
import { equipmentEventWords, kindWords, sourceWords } from './event/kinds.ts'
import { mayBeReported } from './joining/one-event.ts'
import {
  cityCommander,
  cityDuty,
  cityLeader,
  countyCommander,
  countyDuty,
  countyLeader,
  desks,
  leaders,
} from './regions/addresses.ts'

const regionWords = Object.fromEntries(
  (Object.keys(regions) as Region[]).flatMap((region) =>
    regions[region].level === 'county' ? [[region, regions[region].name]] : [],
  ),
)

/** Who has to call back: the desks and commanders of the levels that know of the event. */
const callingBack = ({ reached }: Record<string, unknown>): Address[] => [
  countyDuty,
  countyCommander,
  ...(reached === 'county' ? [] : [cityDuty, cityCommander]),
]

/** Whoever called is known to those who handle it, on record. */
const secret = (zh: string, en: string) =>
  field
    .text(zh, en, 100)
    .optional()
    .with({
      confidential: {
        mask: text(
          '保密（承办人、值班员、现场总指挥登记后可查看）',
          'Confidential (the handler, the duty officers and the on-scene commander may see it, on record)',
        ),
        posts: callingBack,
      },
    })

const isDrill = ({ drill }: Record<string, unknown>): boolean => drill === true

/** Which moments a report speaks of, in the order in which they must lie, and what each may not precede. */
const momentsInOrder = ['happenedAt', 'toldAt', 'receivedAt'] as const

/** 493号 12: a report says when it happened; nobody reports what is still to come. */
export const impossibleMoment: NonNullable<StartDefinition['refuses']> = (data, at) => {
  for (const [nth, name] of momentsInOrder.entries()) {
    const value = data[name]
    if (value === undefined) continue
    const words = faultOf(
      value,
      at,
      momentsInOrder.slice(0, nth).map((one) => data[one]),
    )
    if (words) return { field: name, words }
  }
  return null
}

const faultOf = (value: unknown, at: Instant, before: unknown[]): Text | null => {
  const moment = typeof value === 'string' ? toMillis(value) : null
  if (moment === null) return text('时刻无效', 'This is no moment')
  if (moment > Date.parse(at))
    return text(
      '时刻不得晚于现在，不能接报尚未发生的事件',
      'It lies in the future: that cannot be reported',
    )
  return before.some((one) => typeof one === 'string' && (toMillis(one) ?? 0) > moment)
    ? text('时刻的先后顺序不对', 'It lies before what it follows from')
    : null
}

const ofEquipment = [{ kind: ['equipment'] }]

export const report = start({
  type: 'report-emergency',
  words: text('接报', 'Report an emergency'),
  party: text('事件已接报，正在核实。', 'The event is reported and is being verified.'),
  fields: {
    drill: field
      .boolean('演练', 'Exercise')
      .optional()
      .hint('演练全程标明“演练”，不计入统计', 'Marked as an exercise throughout, and not counted')
      .shownTo('party'),
    source: field.choice(sourceWords, '来源', 'How it was heard of'),
    kind: field.choice(kindWords, '事件类型', 'Kind of event').shownTo('party'),
    equipmentEvent: field
      .choice(equipmentEventWords, '特种设备事故情形', 'What has happened to it')
      .optional()
      .with({ where: ofEquipment, needed: ofEquipment })
      .shownTo('party'),
    title: field.text('事件名称', 'Title', 120).shownTo('party'),
    site: field.place('事发地点', 'Where').shownTo('party'),
    coordinates: coordinatesField().shownTo('party'),
    ...enterpriseFields('不明的可不选', 'May be left out where unknown'),
    region: field
      .choice(regionWords, '事发县（市、区）', 'County')
      .accepting(words(6))
      .optional()
      .hint('选了企业的，以企业所在地为准', 'Where an enterprise is chosen, its own county counts'),
    remote: field
      .boolean('主城区以外', 'Outside the main town')
      .optional()
      .with({ where: [{ kind: ['lift'] }] })
      .hint('维保到场时限为1小时；主城区为30分钟', 'On site within 1 hour; in the town 30 minutes'),
    happenedAt: field.moment('事发时刻', 'When it happened').shownTo('party'),
    toldAt: field
      .moment('单位负责人接报时刻', 'When the head of the unit was told')
      .optional()
      .hint('不明的留空', 'Left empty where unknown'),
    receivedAt: field
      .moment('本级接报时刻', 'When this desk was told')
      .optional()
      .hint('不填即现在；补登的填实际时刻', 'Left empty: now. Entered later: the true moment'),
    description: field.longText('事件经过和现状', 'What happened, and how it stands', 4000),
    ...figureFields,
    caller: secret('报告人', 'Caller'),
    telephone: secret('联系电话', 'Telephone'),
    ...drillFields,
  },
  refuses: impossibleMoment,
  exercise: isDrill,
  alike: mayBeReported,
  begunBy: drillChoice,
  by: [...desks, ...leaders],
  notify: [countyDuty, countyLeader, cityDuty, cityLeader],
})

/** Wherever the case is named it says that it is an exercise. */
export const describe: ProcessDefinition['describe'] = (data) => ({
  title: markedTitle(stringOf(data.title) ?? '', isDrill(data)),
  region: isRegion(stringOf(data.region) ?? '') ? (data.region as string) : '',
  owner: stringOf(data.enterprise),
  site: stringOf(data.site),
})

const stringOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
