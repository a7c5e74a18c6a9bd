// What may be asked about a time limit?
import * as v from 'valibot'
import { isRegion, regions } from '../organisation/regions.ts'
import { dayOrMoment, message, parse } from './parse.ts'

const units = v.picklist(['WD', 'ND', 'H', 'MIN', 'M', 'Y'])
const positive = v.pipe(
  v.number(),
  v.integer(message('必须是正整数', 'Must be a positive integer')),
  v.minValue(1, message('必须是正整数', 'Must be a positive integer')),
  v.maxValue(36_500, message('数字过大', 'Too large')),
)
/** `true` and `false` stand for 'party' and 'never'. */
const roll = v.pipe(
  v.union([v.picklist(['party', 'organ', 'never']), v.boolean()]),
  v.transform((value) =>
    typeof value === 'string' ? value : value ? ('party' as const) : ('never' as const),
  ),
)

/** More than a person ever writes down for one period. */
const mostPauses = 40
const mostExtensions = 10

const pause = v.strictObject({
  from: dayOrMoment,
  /** Absent or null: the pause is still running. */
  to: v.optional(v.nullable(dayOrMoment)),
  kind: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60)), 'other'),
})
/** `paper`: number of the document of an authority or government that grants what the office may not grant itself. */
const extension = v.strictObject({
  at: dayOrMoment,
  by: positive,
  paper: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))),
})

/** Body of `POST /api/time-limits/compute`. `unit`, `n`, `roll`, `direction` belong to the family `adhoc`. */
export const timeLimitSchema = v.strictObject({
  rule: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  version: v.optional(v.pipe(v.string(), v.maxLength(40))),
  start: dayOrMoment,
  pauses: v.optional(
    v.pipe(
      v.array(pause),
      v.maxLength(mostPauses, message(`中止不超过${mostPauses}段`, `At most ${mostPauses} pauses`)),
    ),
    [],
  ),
  extensions: v.optional(
    v.pipe(
      v.array(extension),
      v.maxLength(
        mostExtensions,
        message(`延长不超过${mostExtensions}次`, `At most ${mostExtensions} extensions`),
      ),
    ),
    [],
  ),
  asOf: v.optional(v.nullable(dayOrMoment)),
  unit: v.optional(units),
  n: v.optional(positive),
  roll: v.optional(roll),
  direction: v.optional(v.picklist(['forward', 'backward'])),
  region: v.optional(
    v.pipe(
      v.string(),
      v.check(isRegion, message('没有这个行政区划代码', 'There is no such region')),
      v.description(`code of 6 digits: ${Object.keys(regions).join(', ')}`),
    ),
  ),
})

export type TimeLimitInput = v.InferInput<typeof timeLimitSchema>
export type TimeLimitQuestion = v.InferOutput<typeof timeLimitSchema>

/** The question with its defaults; refuses with `invalid-input` and JSON pointers. */
export const readQuestion = (input: unknown): TimeLimitQuestion => parse(timeLimitSchema, input)
