// Must this penalty pass legal review and collective discussion before the decision?

import * as v from 'valibot'
import { spellYuan } from '../../../language/money.ts'
import { type Text, text } from '../../../language/words.ts'
import type { Day } from '../../../time/days.ts'
import { numberAt } from '../../amounts/amount.ts'
import { day, fineYuan, yuan } from '../../parse.ts'
import { penaltyLawOn } from '../../penalty-law.ts'
import { citeText } from '../../rules/norms.ts'
import { order18Day, penalty2021Day } from '../../rules/terms.ts'
import { calculation, doubts } from '../calculation.ts'
import { toFen } from '../money.ts'
import { penaltyWords } from './penalty-words.ts'

const heavyKinds = [
  'stop-production',
  'revoke-licence',
  'suspend-licence',
  'downgrade',
  'closure',
  'career-ban',
  'confiscation',
] as const
const schema = v.strictObject({
  fine: v.optional(yuan, 0),
  penalties: v.optional(
    v.pipe(v.array(v.picklist(['warning', 'fine', ...heavyKinds])), v.maxLength(20)),
    [],
  ),
  hearingHeld: v.optional(v.boolean(), false),
  majorPublicInterest: v.optional(v.boolean(), false),
  complex: v.optional(v.boolean(), false),
  /** Another statute demands legal review. */
  otherStatute: v.optional(v.boolean(), false),
  date: v.optional(day),
  /** 较大数额罚款 of the province, yuan; 令77 Art 29 says 50,000. */
  largeFineFrom: v.optional(fineYuan),
})
type Input = v.InferOutput<typeof schema> & { date: Day; from: number }

/** 处罚法 58 (legal review before the decision), 57 with 令77 Art 29 (collective discussion; 以上 includes the number). */
export const requiredReview = calculation(
  'required-review',
  text('法制审核与集体讨论', 'Legal review and collective discussion'),
  [
    ['penalty2021', '57、58'],
    ['order77', '29'],
  ],
  schema,
  (asked, counting) => {
    const date = asked.date ?? counting.today ?? penalty2021Day
    const large = counting.amount('required-review.large-fine', date)
    const input = { ...asked, date, from: asked.largeFineFrom ?? numberAt(large, 'fine') }
    const legal = date < penalty2021Day ? [] : legalReasons(input)
    const collective = collectiveReasons(input)
    const law = penaltyLawOn(date, 'collective')
    return {
      legalReview: { required: legal.length > 0, because: legal },
      collectiveDiscussion: { required: collective.length > 0, because: collective },
      order: ['legal-review', 'collective-discussion', 'decision'].filter((step) =>
        step === 'legal-review'
          ? legal.length > 0
          : step === 'collective-discussion'
            ? collective.length > 0
            : true,
      ),
      reckoning: [
        ...(input.date < penalty2021Day
          ? [text('2021-07-15前无第58条的法定审核要求', 'Before 2021-07-15 art. 58 did not exist')]
          : []),
        ...legal.map(({ zh, en }) =>
          text(`法制审核（处罚法第58条）：${zh}`, `Legal review (Penalty Law art. 58): ${en}`),
        ),
        ...collective.map(({ zh, en }) =>
          text(`集体讨论（${law.zh}）：${zh}`, `Collective discussion (${law.en}): ${en}`),
        ),
        ...(legal.length + collective.length === 0
          ? [text('不属于必须法制审核或者集体讨论的情形', 'Neither is mandatory')]
          : []),
      ],
      ...doubts({
        provisional: collective.some(({ zh }) => !zh.startsWith('案情')),
        reasons: thresholds(input, collective),
      }),
    }
  },
)

const legalReasons = ({
  majorPublicInterest,
  hearingHeld,
  complex,
  otherStatute,
}: Input): Text[] => [
  ...(majorPublicInterest ? [text('涉及重大公共利益', 'major public interest')] : []),
  ...(hearingHeld
    ? [text('直接关系当事人或者第三人重大权益，经过听证程序', 'went through a hearing')]
    : []),
  ...(complex
    ? [text('案件情况疑难复杂、涉及多个法律关系', 'complex, several legal relations')]
    : []),
  ...(otherStatute ? [text('法律、法规规定应当审核的其他情形', 'another statute demands it')] : []),
]

const collectiveReasons = (
  { complex, fine, from, penalties, date }: Input,
  order = orderOn(date),
): Text[] => [
  ...(complex ? [text('案情复杂', 'complex case')] : []),
  ...(toFen(fine) >= toFen(from)
    ? [
        text(
          `罚款${spellYuan(fine)}元，达到${spellYuan(from)}元以上（${order.zh}）`,
          `fine of ${spellYuan(fine)} yuan, at least ${spellYuan(from)} (${order.en})`,
        ),
      ]
    : []),
  ...heavyKinds
    .filter((kind) => penalties.includes(kind))
    .map((kind) =>
      text(
        `重大处罚种类：${penaltyWords[kind].zh}（${order.zh}）`,
        `major kind of penalty: ${penaltyWords[kind].en} (${order.en})`,
      ),
    ),
]

/** 令15 until its amendment by 令77. */
const orderOn = (date: string): Text =>
  citeText([[date < '2015-05-01' ? 'order15' : 'order77', '29']])

const thresholds = ({ date }: Input, collective: Text[]): Text[] => {
  if (collective.every(({ zh }) => zh.startsWith('案情'))) return []
  return [
    text(
      `${orderOn(date).zh}的数额和种类未经核实，省级数额优先`,
      `Amount and kinds of ${orderOn(date).en} are unconfirmed; the provincial number prevails`,
    ),
    ...(date >= order18Day ? [text('应急令18号文本尚未载入', 'Text of Order 18 not loaded')] : []),
  ]
}
