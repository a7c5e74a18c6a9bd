// Who may not do what with an application or a licence, and what must be there before it goes on?

import { isCivilDate } from '../case/answers.ts'
import { returnsTo } from '../case/chart.ts'
import { civilDate } from '../case/instant.ts'
import type { Rule } from '../case/process.ts'
import { text } from '../case/words.ts'
import { answersIn, type LicenceContext } from './context.ts'

export type LicenceRule = Rule<LicenceContext>

const personIn = ({ event }: Parameters<LicenceRule>[0]): string | null => (event.by.kind === 'person' ? event.by.id : null)

// ── acceptance ──────────────────────────────────────────────────────────────────────────────────────────────────────

const supplementOnce: LicenceRule = ({ context }) =>
  !context.supplementAsked ||
  text(
    '须补正的内容只能一次告知，本件已告知过（《行政许可法》第三十二条第一款第四项）',
    'Everything missing is told once, and it has been told (Licensing Law art. 32(4))',
  )

/** What is missing is asked for first; only what was asked for and did not come may be held against the applicant. */
const notAcceptedLawful: LicenceRule = ({ context, event }) => {
  if (event.data.ground !== 'incomplete') return true
  if (!context.supplementAsked)
    return text(
      '材料不全的应先一次告知补正，不得直接不予受理（《行政许可法》第三十二条第一款第四项）',
      'Missing papers are asked for first (Licensing Law art. 32(4))',
    )
  return (
    !context.answeredWhole ||
    text(
      '申请人已提交全部补正材料，应当受理（《行政许可法》第三十二条第一款第五项）',
      'All that was asked for has come: it must be accepted (Licensing Law art. 32(5))',
    )
  )
}

const authorityLawful: LicenceRule = ({ context, event }) => {
  const { to } = event.data
  if (to === undefined) return true
  if (to === context.authority) return text('案件已在该机关', 'The case lies with that authority already')
  return (
    to === '330800' ||
    to === context.county ||
    text('只能移交市级或者企业所在县级发证机关', 'Only the city or the county of the enterprise can issue it')
  )
}

/** Nothing beside what was asked for, and all of it. */
const answersWhole: LicenceRule = ({ context, event }) => {
  if (event.data.answers === undefined) return true
  const named = new Set(answersIn(event.data).map(({ item }) => item))
  return (
    (context.asked.every((item) => named.has(item)) && named.size === context.asked.length) ||
    text('请只就告知的事项逐项答复', 'Answer each thing that was asked for, and nothing else')
  )
}

// ── review ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const onlyChange: LicenceRule = ({ context }) =>
  context.kind === 'change' ||
  text(
    '仅变更申请可以不作现场核查；其他申请须由两名以上人员核查（《行政许可法》第三十四条）',
    'Only a change may do without a site check; the others are looked at by two or more (Licensing Law art. 34)',
  )

const expertsMayReview: LicenceRule = ({ context }) =>
  context.kind !== 'change' ||
  text(
    '变更应在收到申请之日起十个工作日内决定，没有可扣除的事由（总局令第55号第十五条）',
    'A change is decided within ten working days of its receipt; nothing is left out of them (Order 55 art. 15)',
  )

const mayExtend: LicenceRule = ({ context }) => {
  if (context.kind === 'change')
    return text(
      '变更应在收到申请之日起十个工作日内决定，不得延长（总局令第55号第十五条）',
      'A change is decided within ten working days of its receipt and not extended (Order 55 art. 15)',
    )
  return (
    !context.extended ||
    text('审查期限只能延长一次（《行政许可法》第四十二条）', 'The review is extended once only (Licensing Law art. 42)')
  )
}

const visited: LicenceRule = ({ context }) => context.visited || text('尚未完成现场核查', 'The site has not been checked yet')
const notVisited: LicenceRule = ({ context }) => !context.visited || text('现场核查已完成', 'The site has been checked')

/** Four eyes over the opinion, and again over the decision. */
const endorsedByAnother: LicenceRule = (input) =>
  !input.context.reviewers.includes(personIn(input) ?? '') ||
  text('审查人员不得复核自己的审查意见', 'Whoever reviewed it may not endorse the opinion')

const decidedByAnother: LicenceRule = (input) => {
  const person = personIn(input)
  return (
    person === null ||
    (person !== input.context.endorser && !input.context.reviewers.includes(person)) ||
    text('审查、复核人员不得作出许可决定', 'Whoever reviewed or endorsed it may not decide')
  )
}

/** Service is a fact of the past, and comes after what is served. */
const serviceLawful: LicenceRule = ({ context, event }) => {
  const { servedOn } = event.data
  if (servedOn === undefined) return true
  if (!isCivilDate(servedOn)) return text('送达日期不是有效日期', 'The date of service is not a date')
  if (servedOn > civilDate(event.at)) return text('送达日期不得晚于今日', 'The date of service may not lie in the future')
  return (
    context.decidedOn === null ||
    servedOn >= context.decidedOn ||
    text('送达日期不得早于决定日期', 'The date of service may not lie before the decision')
  )
}

/** 许可法 50: the law deems nothing for whoever has applied too late. */
const renewedInTime: LicenceRule = ({ context }) =>
  (context.kind === 'renewal' && !context.late) ||
  text('不是按期提出的延期申请，不推定准予', 'Not a renewal applied for in time: nothing is deemed')

// ── licence and bar ─────────────────────────────────────────────────────────────────────────────────────────────────

const changeLawful: LicenceRule = ({ event }) => {
  const { changedOn } = event.data
  if (changedOn === undefined) return true
  return (
    (isCivilDate(changedOn) && changedOn <= civilDate(event.at)) ||
    text('变更日期须为不晚于今日的有效日期', 'The date of the change must be a date that is not in the future')
  )
}

const falseAtIntake: LicenceRule = ({ event }) => event.data.ground === 'false-material' || text('不涉及虚假材料', 'No false material')
const falseAtDecision: LicenceRule = ({ event }) => event.data.falseMaterial === true || text('不涉及虚假材料', 'No false material')
const byFraud: LicenceRule = ({ event }) => event.data.ground === 'fraud' || text('并非以欺骗手段取得', 'Not obtained by fraud')

export const rules = {
  ...{ supplementOnce, notAcceptedLawful, authorityLawful, answersWhole },
  ...{ onlyChange, expertsMayReview, mayExtend, visited, notVisited, endorsedByAnother, decidedByAnother, serviceLawful },
  ...{ renewedInTime, changeLawful, falseAtIntake, falseAtDecision, byFraud, returnsTo },
} satisfies Record<string, LicenceRule>
