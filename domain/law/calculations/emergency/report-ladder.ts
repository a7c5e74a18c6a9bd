// By when must this accident have been reported at each level, investigated and replied to?
import * as v from 'valibot'
import { type Text, text } from '../../../language/words.ts'
import { civilDay, toMillis } from '../../../time/days.ts'
import type { TimeLimit } from '../../compute.ts'
import { invalid, message, moment } from '../../parse.ts'
import { onGround } from '../../rules/norms.ts'
import { type CountingLaw, calculation, dayAsked, doubts, period } from '../calculation.ts'
import { losses } from './accident-level.ts'
import { type Level, levelFacts, levelOf, levels } from './levels.ts'

const schema = v.strictObject({
  accidentAt: moment,
  /** When the head of the unit was notified; without it the accident itself. */
  headInformedAt: v.optional(moment),
  countyReceivedAt: v.optional(moment),
  cityReceivedAt: v.optional(moment),
  provinceReceivedAt: v.optional(moment),
  level: v.optional(v.picklist(levels, message('未知的事故等级', 'Unknown level'))),
  ...losses,
  sociallySerious: v.optional(v.boolean(), false),
  kind: v.optional(v.picklist(['general', 'road-traffic', 'fire']), 'general'),
})
type Input = v.InferOutput<typeof schema>

type ReportDeadline = { stage: string; words: Text; dueAt: string; start: string; article: string }

/** 493号 9–11, 13, 20, 29, 32 and 令21 Art 8–9. Hours run from the recorded minute; days from the day of the accident. */
export const reportDeadlines = calculation(
  'report-ladder',
  text('事故报告时限', 'Accident report ladder'),
  [
    ['order493', '9–13、20、29、32'],
    ['order21', '8、9'],
  ],
  schema,
  (input, law) => {
    inOrder(input)
    const level = requestedLevel(input, law)
    const facts = levelFacts[level]
    const steps = stagesOf(input, level)
    const limits = steps.map(({ rule, field, start }) => period(law, rule, { [field]: start }))
    const deadlines = steps.map(({ stage, words, start }, index) =>
      deadlineAt({ stage, words, start }, limits[index]),
    )
    const rest = afterwards(input, law)
    return {
      level,
      levelWords: facts.words,
      deadlines,
      ...Object.fromEntries(deadlines.map(({ stage, dueAt }) => [stage, dueAt])),
      stopsAt: facts.reportUpTo,
      investigatedBy: facts.investigatedBy,
      replyDays: facts.replyDays,
      investigationDue: rest.base.nominal,
      investigationRolled: rest.base.rolled,
      investigationExtendedDue: rest.extended.nominal,
      investigationExtendedRolled: rest.extended.rolled,
      casualtiesUntil: rest.freeze.due,
      reckoning: explain(deadlines, level, rest),
      ...doubts(...limits, rest.base, rest.freeze),
    }
  },
)

/** A level below what the losses reach is a contradiction; a higher one may be known for other reasons. */
const requestedLevel = (input: Input, law: CountingLaw): Level => {
  const reached = levelOf(input, law, civilDay(input.accidentAt) ?? dayAsked(undefined, law)).level
  const { level = reached } = input
  if (levels.indexOf(level) >= levels.indexOf(reached)) return level
  const [requested, least] = [levelFacts[level].words, levelFacts[reached].words]
  throw invalid('/level', {
    pointer: '/level',
    reason: text(
      `所填等级（${requested.zh}）低于伤亡、损失已达到的等级（${least.zh}）`,
      `The level given (${requested.en}) is below what casualties and loss reach (${least.en})`,
    ),
  })
}

const deadlineAt = (
  named: Pick<ReportDeadline, 'stage' | 'words' | 'start'>,
  limit: TimeLimit | undefined,
): ReportDeadline => ({
  ...named,
  dueAt: limit?.dueAt ?? '',
  article: limit?.rule.article ?? '',
})

const explain = (
  deadlines: ReportDeadline[],
  level: Level,
  { base, extended, freeze }: Afterwards,
): Text[] => {
  const { reportUpTo, investigatedBy } = levelFacts[level]
  return [
    ...deadlines.map(({ words, dueAt, article }) =>
      text(
        `${words.zh}：${clock(dueAt)}前${onGround(text(article, article)).zh}`,
        `${words.en}: by ${clock(dueAt)}`,
      ),
    ),
    text(
      `逐级上报止于${reportUpTo.zh}；由${investigatedBy.zh}调查`,
      `The report stops at: ${reportUpTo.en}; investigated by the ${investigatedBy.en}`,
    ),
    base.explanation,
    text(`经批准延长60日 → ${extended.nominal}`, `extended by 60 days → ${extended.nominal}`),
    freeze.explanation,
  ]
}

const clock = (at: string): string => at.slice(0, 16).replace('T', ' ')

const inOrder = (input: Input): void => {
  const chain = (
    [
      'accidentAt',
      'headInformedAt',
      'countyReceivedAt',
      'cityReceivedAt',
      'provinceReceivedAt',
    ] as const
  ).filter((name) => input[name] !== undefined)
  for (const [index, name] of chain.entries()) {
    const before = chain[index - 1]
    if (!before || (toMillis(input[name] ?? '') ?? 0) >= (toMillis(input[before] ?? '') ?? 0))
      continue
    throw invalid(`/${name}`, {
      pointer: `/${name}`,
      reason: text(`${name} 早于 ${before}`, `${name} is earlier than ${before}`),
    })
  }
}

type Afterwards = { base: TimeLimit; extended: TimeLimit; freeze: TimeLimit }
type Moment =
  | 'accidentAt'
  | 'headInformedAt'
  | 'countyReceivedAt'
  | 'cityReceivedAt'
  | 'provinceReceivedAt'
type Step = { stage: string; words: Text; rule: string; field: Moment; start: string }

const stagesOf = (input: Input, level: Level): Step[] => {
  const { climbs } = levelFacts[level]
  const phones = climbs >= 1 || input.sociallySerious
  const steps: (Omit<Step, 'start' | 'rule'> & { rule?: string; when: boolean })[] = [
    {
      stage: 'unitToBureau',
      words: text('单位负责人→县级以上应急管理部门', 'head of the unit → bureau'),
      rule: 'emergency-response.unit-report',
      field: input.headInformedAt ? 'headInformedAt' : 'accidentAt',
      when: true,
    },
    {
      stage: 'countyToCity',
      words: text('县级→市级', 'county → city'),
      field: 'countyReceivedAt',
      when: true,
    },
    {
      stage: 'countyPhoneToProvince',
      words: text('县级电话→省级', 'county, phone → province'),
      rule: 'emergency-response.province-phone',
      field: 'countyReceivedAt',
      when: phones,
    },
    {
      stage: 'cityPhoneToProvince',
      words: text('市级电话→省级', 'city, phone → province'),
      rule: 'emergency-response.province-phone',
      field: 'cityReceivedAt',
      when: phones,
    },
    {
      stage: 'cityToProvince',
      words: text('市级→省级', 'city → province'),
      field: 'cityReceivedAt',
      when: climbs >= 1,
    },
    {
      stage: 'provincePhoneToMinistry',
      words: text('省级电话→应急管理部', 'province, phone → ministry'),
      rule: 'emergency-response.ministry-phone',
      field: 'provinceReceivedAt',
      when: climbs === 2,
    },
    {
      stage: 'provinceToState',
      words: text('省级→应急管理部', 'province → State'),
      field: 'provinceReceivedAt',
      when: climbs === 2,
    },
  ]
  return steps.flatMap(
    ({ stage, words, rule = 'emergency-response.level-report', field, when }) => {
      const start = input[field]
      return when && start ? [{ stage, words, rule, field, start }] : []
    },
  )
}

const afterwards = ({ accidentAt, kind }: Input, law: CountingLaw): Afterwards => {
  const rule = 'emergency-response.investigation'
  const base = period(law, rule, { accidentAt })
  const extended = period(law, rule, { accidentAt }, { extensions: [{ at: base.nominal, by: 60 }] })
  const freeze = period(
    law,
    kind === 'general'
      ? 'emergency-response.casualty-supplement'
      : 'emergency-response.casualty-supplement-traffic-fire',
    { accidentAt },
  )
  return { base, extended, freeze }
}
