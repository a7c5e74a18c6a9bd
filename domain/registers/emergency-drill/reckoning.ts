// By when is a drill to be held: in its month, by law, and after it once more; and what of it is still to be improved?
import { text } from '../../language/words.ts'
import {
  type PreparednessDay,
  type PreparednessPeriod,
  preparednessDay,
  uncounted,
} from '../../law/calculations/preparedness.ts'
import { isRegion, regions } from '../../organisation/regions.ts'
import { addDays, type Day } from '../../time/days.ts'
import { rowsIn } from '../../views/answers/value-words.ts'
import type { ReckoningContext } from '../define.ts'
import type { EntryData } from '../entry.ts'
import { dayFaults, dayIn, type EntryFault, refuseFaults } from '../reckoning.ts'

const last = text('上次演练日期', 'Last drill')
const held = text('本次演练日期', 'Held on')

/** The due days of a drill with how they were counted. Refuses days in a wrong order, and a drill of the city that is played nowhere. */
export const reckonDrill = (data: EntryData, context: ReckoningContext): EntryData => {
  refuseFaults([
    ...drillDayFaults(data, context.today),
    ...openPointFaults(data, context),
    ...placeFaults(data, context),
  ])
  const heldOn = dayIn(data, 'heldOn')
  // 取消: its month asks for nothing any more; the day of the law stands until the next one is planned.
  const plannedBy = context.standing === 'cancelled' ? null : lastDayOf(data.month)
  const lawful = lawfulDay(data, heldOn === null ? 'lastHeldOn' : 'heldOn', context)
  return {
    plannedBy,
    lawfulBy: lawful.due,
    reckoning: [...(plannedBy === null ? [] : [planWords(plannedBy)]), ...lawful.steps],
  }
}

/** 待演练: planned and not held; that its month has passed takes nothing from the day of the law. */
export const awaitsDrill = (data: EntryData): boolean => dayIn(data, 'heldOn') === null

/** 待改进: of a point that nobody has done. */
export const awaitsImprovement = (point: EntryData): boolean => point.doneOn === undefined

/** 应急条例 8, 预案办法 32、33: counted from the last drill; before the first one the plan alone says by when. */
const lawfulDay = (
  data: EntryData,
  from: 'heldOn' | 'lastHeldOn',
  context: ReckoningContext,
): PreparednessDay => {
  const day = dayIn(data, from)
  return day === null
    ? uncounted(noneBefore)
    : preparednessDay(periodOf(data.duty, data.kind), { [from]: day }, context)
}

const periodOf = (duty: unknown, kind: unknown): PreparednessPeriod => {
  if (duty === 'authority') return 'drillOfAuthority'
  if (duty === 'high-risk') return 'drillOfRiskyUnit'
  return kind === 'on-site' ? 'drillOnSite' : 'drillOfPlan'
}

/** Of a month like 2026-06; null: it is none. */
const lastDayOf = (month: unknown): Day | null => {
  if (typeof month !== 'string' || !/^20\d{2}-(0[1-9]|1[0-2])$/.test(month)) return null
  const [year = 0, nth = 0] = month.split('-').map(Number)
  const next = nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`
  return addDays(`${next}-01`, -1)
}

const noneBefore = text(
  '没有上次演练日期，按计划月份提醒',
  'No last drill is known: the month planned counts',
)
const planWords = (day: Day) =>
  text(`按年度演练计划至迟${day}演练`, `By the yearly plan it is held by ${day}`)

const drillDayFaults = (data: EntryData, today: Day): EntryFault[] => [
  ...dayFaults(data, 'lastHeldOn', { label: last, today }),
  ...dayFaults(data, 'heldOn', {
    label: held,
    notBefore: { day: dayIn(data, 'lastHeldOn'), label: last },
    today,
  }),
  ...dayFaults(data, 'reportedOn', {
    label: text('演练情况报送日期', 'Reported on'),
    notBefore: { day: dayIn(data, 'heldOn'), label: held },
    today,
  }),
  ...pointFaults(data, today),
]

const pointFaults = (data: EntryData, today: Day): EntryFault[] =>
  rowsIn(data.points).flatMap((row, index) =>
    dayFaults(row, 'doneOn', { label: text('完成日期', 'Done on'), today }).map(({ reason }) => ({
      pointer: `/points/${index}/doneOn`,
      reason,
    })),
  )

/** 演练评估: that the next one is planned ends no improvement that this one has asked for. */
const openPointFaults = (data: EntryData, { standing }: ReckoningContext): EntryFault[] =>
  standing !== 'followed'
    ? []
    : rowsIn(data.points).flatMap((row, index) =>
        awaitsImprovement(row)
          ? [{ pointer: `/points/${index}/doneOn`, reason: stillToImprove }]
          : [],
      )
const stillToImprove = text(
  '改进事项尚未完成，完成后再安排下次演练',
  'This is still to be improved: it is done before the next drill takes its place',
)

const placeFaults = ({ county }: EntryData, { region }: ReckoningContext): EntryFault[] =>
  county === undefined && isRegion(region) && regions[region].level !== 'county'
    ? [
        {
          pointer: '/county',
          reason: text('市级演练须写明在哪个县（市、区）演练', 'Say in which county it is played'),
        },
      ]
    : []
