// Does a later death still count for the level of the accident?
import * as v from 'valibot'
import { text } from '../../../language/words.ts'
import { civilDay, daysBetween } from '../../../time/days.ts'
import { dayOrMoment, invalid } from '../../parse.ts'
import { calculation, doubts, period } from '../calculation.ts'

const schema = v.strictObject({
  accidentAt: dayOrMoment,
  kind: v.optional(v.picklist(['general', 'road-traffic', 'fire']), 'general'),
  diedAt: v.optional(v.nullable(dayOrMoment), null),
})

/** 493号 13: changes within 30 days (road, fire: 7), the day of the accident not counted. */
export const casualtyFreeze = calculation(
  'casualty-freeze',
  text('伤亡人数补报期限', 'Casualty count'),
  [['order493', '13']],
  schema,
  ({ accidentAt, kind, diedAt }, law) => {
    const limit = period(
      law,
      kind === 'general'
        ? 'emergency-response.casualty-supplement'
        : 'emergency-response.casualty-supplement-traffic-fire',
      { accidentAt },
    )
    const [accident, died] = [civilDay(accidentAt) ?? '', diedAt ? civilDay(diedAt) : null]
    if (died && died < accident)
      throw invalid('/diedAt', {
        pointer: '/diedAt',
        reason: text('死亡日期早于事故日期', 'The death precedes the accident'),
      })
    const dayNumber = died ? daysBetween(accident, died) : null
    const counts = died ? died <= limit.due : null
    return {
      lastDay: limit.due,
      dayNumber,
      counts,
      reckoning: [
        limit.explanation,
        ...(died
          ? [
              text(
                `${died}为第${dayNumber}日：${counts ? '计入' : '不计入'}`,
                `${died} is day ${dayNumber}: ${counts ? 'counts' : 'does not count'}`,
              ),
            ]
          : []),
      ],
      ...doubts(limit),
    }
  },
)
