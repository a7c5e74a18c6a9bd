// Which response level do the triggers of the national plan reach?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { type AmountRow, stepReached } from '../../amounts/amount.ts'
import { count, day, yuan } from '../../parse.ts'
import { type CountingLaw, calculation, dayAsked } from '../calculation.ts'

const reaches = ['county', 'city', 'province', 'beyond-province'] as const

const schema = v.strictObject({
  deadOrMissing: v.optional(count, 0),
  inDanger: v.optional(count, 0),
  poisonedOrInjured: v.optional(count, 0),
  directLoss: v.optional(yuan, 0),
  relocated: v.optional(count, 0),
  date: v.optional(v.pipe(day, v.description('day of the event'))),
  /** The smallest area that holds the whole event. */
  spread: v.optional(v.picklist(reaches), 'county'),
  /** The smallest area that can cope with it. */
  capability: v.optional(v.picklist(reaches), 'county'),
})
type Input = v.InferOutput<typeof schema>
type ResponseLevel = 1 | 2 | 3 | 4

const words: Record<ResponseLevel, Text> = {
  1: text('Ⅰ级响应', 'response level I'),
  2: text('Ⅱ级响应', 'response level II'),
  3: text('Ⅲ级响应', 'response level III'),
  4: text('Ⅳ级响应', 'response level IV'),
}
const leads: Record<ResponseLevel, Text> = {
  1: text('省级（国家）', 'province (State)'),
  2: text('省级', 'province'),
  3: text('设区的市级', 'city'),
  4: text('县级', 'county'),
}

/** National plan of 2006; the plan of the city prevails. The response level is not the accident level. */
export const responseLevel = calculation(
  'response-level',
  text('应急响应级别', 'Response level'),
  [['plan2006', '']],
  schema,
  (input, law) => {
    const found = triggers(input, law).filter((one) => one.level < 4)
    const level = found.map((one) => one.level).sort()[0] ?? 4
    return {
      level,
      words: words[level],
      ledBy: leads[level],
      reckoning: [
        ...found.map((one) =>
          text(
            `${one.name.zh} ${one.value} → ${words[one.level].zh}`,
            `${one.name.en} ${one.value} → ${words[one.level].en}`,
          ),
        ),
        text(
          `${words[level].zh}，通常由${leads[level].zh}负责；上级预案启动的，下级同时启动`,
          `${words[level].en}, usually led by the ${leads[level].en}; lower levels start with a higher one`,
        ),
      ],
      provisional: false,
      reasons: [
        text(
          '以本市应急预案规定的条件为准；响应级别不等于事故等级',
          'The plan of the city prevails; a response level is not an accident level',
        ),
      ],
    }
  },
)

/** Three steps up from the fourth level. */
const rank = (row: AmountRow, value: number): ResponseLevel =>
  (4 - stepReached(row, value)) as ResponseLevel
const byArea = (area: (typeof reaches)[number]): ResponseLevel =>
  ({ county: 4, city: 3, province: 2, 'beyond-province': 1 })[area] as ResponseLevel

type Trigger = { name: Text; value: string | number; level: ResponseLevel }

const numbers = {
  deadOrMissing: ['response-level.dead-or-missing', text('死亡（失踪）', 'dead or missing')],
  inDanger: ['response-level.in-danger', text('危及生命', 'in danger')],
  poisonedOrInjured: [
    'response-level.poisoned-or-injured',
    text('中毒（重伤）', 'poisoned or injured'),
  ],
  directLoss: ['response-level.direct-loss', text('直接经济损失', 'direct loss')],
  relocated: ['response-level.relocated', text('转移安置', 'relocated')],
} as const

const triggers = (input: Input, law: CountingLaw): Trigger[] => {
  const on = dayAsked(input.date, law)
  return [
    ...(Object.keys(numbers) as (keyof typeof numbers)[]).map((criterion) => {
      const [[amount, name], value] = [numbers[criterion], input[criterion]]
      return { name, value, level: rank(law.amount(amount, on), value) }
    }),
    { name: text('影响范围', 'spread'), value: input.spread, level: byArea(input.spread) },
    {
      name: text('超出处置能力至', 'capability'),
      value: input.capability,
      level: byArea(input.capability),
    },
  ]
}
