// Is this act too old to be punished?
import * as v from 'valibot'
import { text } from '../../../language/words.ts'
import { day, invalid } from '../../parse.ts'
import { penalty2021Day } from '../../rules/terms.ts'
import { calculation, doubts, period } from '../calculation.ts'

const schema = v.strictObject({
  actEnded: v.pipe(day, v.description('day of the act; for a continuing act the day it ended')),
  discovered: v.optional(v.nullable(day), null),
  /** Concerns life, health or financial safety and did harm (处罚法 36): five years. */
  seriousHarm: v.optional(v.boolean(), false),
})

/** 处罚法 36: two years, five with serious harm (since 2021-07-15). Found on the last day is in time. */
export const limitation = calculation(
  'limitation',
  text('处罚时效', 'Limitation of penalties'),
  [['penalty2021', '36']],
  schema,
  ({ actEnded, discovered, seriousHarm }, law) => {
    if (discovered && discovered < actEnded)
      throw invalid('/discovered', {
        pointer: '/discovered',
        reason: text('发现日期早于行为终了日期', 'Found before the act ended'),
      })
    const serious = seriousHarm && actEnded >= penalty2021Day
    const limit = period(
      law,
      serious ? 'enforcement-case.limitation-serious' : 'enforcement-case.limitation',
      { actEnded },
    )
    const expired = discovered === null ? null : discovered > limit.due
    return {
      years: serious ? 5 : 2,
      lastDay: limit.due,
      expired,
      reckoning: [
        limit.explanation,
        ...(seriousHarm && !serious
          ? [
              text(
                '行为终了于2021-07-15之前，适用两年时效',
                'The act ended before 2021-07-15: two years',
              ),
            ]
          : []),
        ...(expired === null
          ? []
          : [
              expired
                ? text(
                    `${discovered}发现，已过时效，不再给予处罚`,
                    `Found on ${discovered}: too late, no penalty`,
                  )
                : text(`${discovered}发现，未过时效`, `Found on ${discovered}: in time`),
            ]),
      ],
      ...doubts(limit),
    }
  },
)
