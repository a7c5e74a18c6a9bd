// Which numbers are known of an event, and which levels do they reach? What nobody has said is unknown, never none.

import { type Text, text } from '../../language/words.ts'
import type { AmountRow } from '../../law/amounts/amount.ts'
import { askLaw } from '../../law/calculations/ask.ts'
import type { CountedBy } from '../../law/calculations/calculation.ts'
import { accidentLevel } from '../../law/calculations/emergency/accident-level.ts'
import { type Level, levelFacts, levels } from '../../law/calculations/emergency/levels.ts'
import { responseLevel } from '../../law/calculations/emergency/response-level.ts'
import { specialEquipmentLevel } from '../../law/calculations/emergency/special-equipment-level.ts'
import { field } from '../../model/field.ts'
import type { Day } from '../../time/days.ts'
import type { EquipmentEvent } from './kinds.ts'

const people = (zh: string, en: string) => field.integer(zh, en, 0, 100_000).optional()

/** The numbers of a first report, a further one and a count; each may be unknown. */
export const figureFields = {
  dead: people('死亡人数', 'Dead').hint(
    '以下各项不明的留空，不要填0',
    'Of these leave empty what nobody knows; do not enter 0',
  ),
  missing: people('失联人数', 'Missing'),
  trapped: people('被困人数', 'Trapped'),
  seriouslyHurt: people('重伤（中毒）人数', 'Seriously hurt or poisoned'),
  evacuated: people('转移疏散人数', 'Evacuated'),
  atRisk: people('受威胁人数', 'At risk'),
  directLoss: field
    .yuan('直接经济损失（元）', 'Direct loss (yuan)', 0, 1_000_000_000_000)
    .optional(),
}
export type FigureName = keyof typeof figureFields
export const figureNames = Object.keys(figureFields) as FigureName[]
/** Only what is known. */
export type Figures = Partial<Record<FigureName, number>>

/** The numbers that a form says. */
export const figuresIn = (data: Record<string, unknown>): Figures =>
  Object.fromEntries(
    figureNames.flatMap((name) => {
      const value = data[name]
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? [[name, value]]
        : []
    }),
  )

/** How numbers are read aloud: 死亡人数2，失联人数不明. */
export const figuresInWords = (figures: Figures): string =>
  figureNames
    .map((name) => `${figureFields[name].form?.words.zh ?? name}：${figures[name] ?? '不明'}`)
    .join('；')

/** By which versions of amounts an emergency is counted: those entered that it keeps, and the committed ones of the day of the event. */
export type CountedEvent = {
  countedBy?: readonly AmountRow[]
  accidentOn?: Day
  /** What has happened to special equipment; absent or null: it is none, or a lift. */
  equipmentEvent?: EquipmentEvent | null
}

const lawOfEvent = ({ countedBy, accidentOn }: CountedEvent): CountedBy => ({
  chosen: countedBy,
  today: accidentOn,
})

/** Which level of accident the known numbers reach at least (493号 3), and whether it is a larger dangerous incident (令21 26). */
export const accidentOf = (
  figures: Figures,
  event: CountedEvent,
): { level: Level; words: Text; grave: boolean; reckoning: Text[] } => {
  const { dead = 0, seriouslyHurt = 0, directLoss = 0 } = figures
  const { missing = 0, trapped = 0, evacuated = 0, atRisk = 0 } = figures
  const answer = askLaw(
    accidentLevel,
    {
      deaths: dead,
      seriousInjuries: seriouslyHurt,
      directLoss,
      personsAtRisk: atRisk,
      trappedOrMissing: trapped + missing,
      evacuated,
    },
    lawOfEvent(event),
  )
  const special = equipmentLevelOf(figures, event)
  const level = graverOf(answer.level, special.level)
  const grave = levelFacts[level].climbs >= 1 || answer.largerDangerousIncident
  return {
    level,
    words: levelFacts[level].words,
    grave,
    reckoning: level === answer.level ? answer.reckoning : special.reckoning,
  }
}

const graverOf = (one: Level, other: Level | null): Level =>
  other !== null && levels.indexOf(other) > levels.indexOf(one) ? other : one

/** 监察条例 61–64, by harm and by what has happened to it; a level of null: no accident of special equipment. `hours`: trapped in a lift. */
export const equipmentLevelOf = (
  { dead = 0, seriouslyHurt = 0, directLoss = 0, evacuated = 0 }: Figures,
  event: CountedEvent,
  hours = 0,
): { level: Level | null; reckoning: Text[] } => {
  const { equipmentEvent } = event
  const { level, reckoning } = askLaw(
    specialEquipmentLevel,
    {
      deaths: dead,
      seriousInjuries: seriouslyHurt,
      directLoss,
      liftTrappedHours: hours,
      explosion: equipmentEvent === 'explosion',
      craneOverturned: equipmentEvent === 'overturned',
      movedByToxicLeak: equipmentEvent === 'leak' ? evacuated : 0,
    },
    lawOfEvent(event),
  )
  return { level, reckoning }
}

export type ResponseLevel = 1 | 2 | 3 | 4
export const responseLevels = [1, 2, 3, 4] as const satisfies ResponseLevel[]
export const responseWords = {
  1: text('Ⅰ级响应', 'Level I'),
  2: text('Ⅱ级响应', 'Level II'),
  3: text('Ⅲ级响应', 'Level III'),
  4: text('Ⅳ级响应', 'Level IV'),
} as const satisfies Record<ResponseLevel, Text>

export const responseLevelIn = (value: unknown): ResponseLevel | null =>
  responseLevels.find((one) => String(one) === String(value)) ?? null

export const areaWords = {
  county: text('县域以内', 'Within the county'),
  city: text('跨县或者超出县级', 'Beyond the county'),
  province: text('跨市或者超出市级', 'Beyond the city'),
  'beyond-province': text('跨省或者超出省级', 'Beyond the province'),
} as const satisfies Record<string, Text>
export type Area = keyof typeof areaWords
export const areaIn = (value: unknown): Area | null =>
  typeof value === 'string' && Object.hasOwn(areaWords, value) ? (value as Area) : null

/** The response level that the plan's triggers reach by what is known, with its reckoning; a person decides. */
export const responseOf = (
  figures: Figures,
  { spread, capability }: { spread: Area; capability: Area },
  event: CountedEvent,
): { level: ResponseLevel; reckoning: Text[] } => {
  const { dead = 0, missing = 0, trapped = 0, seriouslyHurt = 0, evacuated = 0 } = figures
  const { atRisk = 0, directLoss = 0 } = figures
  const { level, reckoning } = askLaw(
    responseLevel,
    {
      deadOrMissing: dead + missing,
      inDanger: Math.max(atRisk, trapped),
      poisonedOrInjured: seriouslyHurt,
      directLoss,
      relocated: evacuated,
      spread,
      capability,
    },
    lawOfEvent(event),
  )
  return { level, reckoning }
}

const rankOfAccident: Record<Level, ResponseLevel> = {
  general: 4,
  larger: 3,
  major: 2,
  'extra-major': 1,
}

/** The coloured mark: the level of the response, before one is decided and after it has ended that of the accident. */
export const levelMark = (response: unknown, accident: unknown): ResponseLevel | null =>
  responseLevelIn(response) ??
  (typeof accident === 'string' && Object.hasOwn(rankOfAccident, accident)
    ? rankOfAccident[accident as Level]
    : null)
