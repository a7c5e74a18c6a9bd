// When must an applicant be heard before a decision, by whom, and how long beforehand is he told?

import { serviceCorrected } from '../documents/service-correction.ts'
import { servedLawfully } from '../documents/service-day.ts'
import { limitFor } from '../engine/clocks/limit.ts'
import { text } from '../language/words.ts'
import { binds } from '../law/compute.ts'
import type { CorrectionRule } from '../model/decision-context.ts'
import { personIn, stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { CaseEvent, Rule } from '../model/process.ts'
import type { OfficerChoice } from '../model/register-definition.ts'
import { every, type Verdict } from '../model/rule.ts'
import { civilDate } from '../time/instant.ts'
import { legalReviewers, sectionChief } from './addresses.ts'
import type { Application } from './context.ts'

/** Where the hearing stands, and what else stops the period. */
export type Hearing = {
  hearing: 'told' | 'asked' | 'over' | null
  /** Not only the applicant was notified of the right. */
  othersNotified: boolean
  /** The day of the notice of the right, and that of its service; absent from cases told before they were kept. */
  noticedOn?: string | null
  noticeServedOn?: string | null
  /** The day of which the applicant was told last. */
  heldOn: string | null
  /** Who presides by the last notice; where that names nobody, who has closed it. */
  chairs: string[]
  stopped: 'expert-review' | 'rework' | 'site-check' | null
  /** Any of these has stopped it, now or before. */
  everStopped: boolean
}
type HearingContext = Application & Hearing
type HearingRule = Rule<HearingContext>
type Note = (input: { context: HearingContext; event: Omit<CaseEvent, 'type'> }) => Partial<Hearing>

export const noHearing: Hearing = {
  hearing: null,
  othersNotified: false,
  noticedOn: null,
  noticeServedOn: null,
  heldOn: null,
  chairs: [],
  stopped: null,
  everStopped: false,
}

/** What each act of a hearing, or of whatever else stops the period, leaves behind. */
export const hearingNotes = {
  noteHearingTold: ({ event }) => ({
    hearing: 'told',
    othersNotified: typeof event.data.others === 'string',
    noticedOn: civilDate(event.at),
  }),
  noteHearingNoticeServed: ({ event }) => ({ noticeServedOn: stringIn(event, 'servedOn') }),
  noteHearingAsked: () => ({ hearing: 'asked' }),
  noteHearingDay: ({ event }) => ({
    heldOn: stringIn(event, 'heldOn'),
    chairs: [stringIn(event, 'chairId')].filter((one) => one !== null),
  }),
  noteHearingOver: () => ({ hearing: 'over' }),
  noteHeard: ({ context: { chairs }, event }) => {
    const person = personIn(event)
    return { hearing: 'over', chairs: [...new Set([...chairs, ...(person ? [person] : [])])] }
  },
  noteSiteCheck: () => ({ stopped: 'site-check', everStopped: true }),
  noteExperts: () => ({ stopped: 'expert-review', everStopped: true }),
  noteRework: () => ({ stopped: 'rework', everStopped: true }),
  noteGoesOn: () => ({ stopped: null }),
} satisfies Record<string, Note>

const isOpen = ({ hearing }: Hearing): boolean => hearing === 'told' || hearing === 'asked'

/** 许可法 48(3): whoever has reviewed the application, endorsed the opinion on it or signed either as an added signer does not preside; of chiefs a county has one. */
const mayPreside = (
  { reviewers, endorser, reviewSigners }: Application,
  person: string | null,
): Verdict =>
  person === null ||
  ![endorser, ...reviewers, ...reviewSigners].includes(person) ||
  text(
    '审查、复核或者会签该申请的人员不得主持听证，请由其他法制审核人员、科长主持（《行政许可法》第四十八条第一款第三项）',
    'Whoever reviewed the application, endorsed the opinion or signed either may not preside: another legal reviewer or chief does (Licensing Law art. 48(3))',
  )

const heardByAnother: HearingRule = ({ context, event }) => mayPreside(context, personIn(event))

/** Whom the applicant may challenge is told by name, so that nobody is named who may not preside. */
const chairLawful: HearingRule = ({ context, event }) =>
  mayPreside(context, stringIn(event, 'chairId'))

export const chairChoice: OfficerChoice = {
  field: 'chair',
  id: 'chairId',
  posts: [legalReviewers, sectionChief],
  fits: ({ snapshot }, person) => mayPreside(snapshot.context as Application, person),
}

/** 许可法 48(3): the applicant could challenge the one who was named to him, and nobody else. */
const closedByChair: HearingRule = ({ context: { chairs }, event }) => {
  const person = personIn(event)
  return (
    person === null ||
    chairs.length === 0 ||
    chairs.includes(person) ||
    text(
      '听证由通知中载明的主持人主持并结束；更换主持人的，请重新通知（《行政许可法》第四十八条第一款第三项）',
      'Whom the notice names presides and closes the hearing: for another chair notify anew (Licensing Law art. 48(3))',
    )
  )
}

/** 许可法 48(1): an earlier hearing is none of which anybody was told. */
const dayReached: HearingRule = ({ context: { heldOn }, event }) =>
  heldOn === null ||
  heldOn <= civilDate(event.at) ||
  text(
    `听证定于${heldOn}举行，不得提前结束；改期的，请重新通知（《行政许可法》第四十八条第一款第一项）`,
    `The hearing is on ${heldOn} and not over before; for another day notify anew (Licensing Law art. 48(1))`,
  )

/** Four eyes: whoever hears the applicant does not look after the opinion on him as well. */
export const notChair: HearingRule = ({ context: { chairs }, event }) =>
  !chairs.includes(personIn(event) ?? '') ||
  text(
    '听证主持人不得复核该申请的审查意见，请由其他负责人复核（《行政许可法》第四十八条第一款第三项）',
    'Whoever presides over the hearing does not endorse the opinion: another does (Licensing Law art. 48(3))',
  )

/** The same of the opinion itself, whoever of its signers it is. */
export const signedByNoChair: HearingRule = ({ context: { chairs }, event }) =>
  ![personIn(event), ...event.signatures.map(({ person }) => person)].some(
    (one) => one !== null && chairs.includes(one),
  ) ||
  text(
    '听证主持人不得签署该申请的审查意见，请由其他审查人员签署（《行政许可法》第四十八条第一款第三项）',
    'Whoever presides over the hearing does not sign the opinion: others do (Licensing Law art. 48(3))',
  )

/** 许可法 48(1): time and place are told seven working days before. */
const noticeInTime: HearingRule = ({ event }) => {
  const { heldOn } = event.data
  if (heldOn === undefined) return true
  if (!isCivilDate(heldOn))
    return text('听证日期不是有效日期', 'The date of the hearing is not a date')
  const today = civilDate(event.at)
  if (heldOn <= today) return text('听证日期必须晚于今日', 'The hearing must be after today')
  const latest = limitFor(event, 'licensing.hearing-notice', heldOn)
  return (
    today <= latest.due ||
    !binds(latest) ||
    text(
      `须在举行听证的七日前通知，该日期最迟应于${latest.due}通知（《行政许可法》第四十八条第一款第一项）`,
      `It is told seven days before: for that day by ${latest.due} (Licensing Law art. 48(1))`,
    )
  )
}

/** 更正: the service of the notice may be corrected to what it could have been; of all else `others` judge. */
export const noticeCorrected =
  (others: CorrectionRule): CorrectionRule =>
  (record, fact, law) => {
    if (fact.type !== 'serve-hearing-notice') return others(record, fact, law)
    const { noticedOn = null, electronic } = record.snapshot.context as HearingContext
    // Of an earlier application it is not remembered any more when its notice was made.
    return serviceCorrected(fact, law, fact.latest ? noticedOn : null, electronic)
  }

/** By the names that every chart of a licence uses. */
export const hearingRules = {
  /** 许可法 46, 47: before the decision; one ground at a time stops the period, so that the record says which. */
  hearingPossible: ({ context }) => {
    if (context.acceptedOn === null || context.decidedOn !== null)
      return text(
        '仅在受理之后、决定之前告知听证权利',
        'The right to a hearing is told between acceptance and decision',
      )
    if (context.hearing !== null)
      return text(
        '本次申请已告知过听证权利或者已组织听证',
        'This application has had its hearing or been told of it',
      )
    if (context.stopped === 'site-check')
      return text('现场核查结束后再告知', 'Once the site check is done')
    return (
      context.stopped === null ||
      text('专家评审或者整改结束后再告知', 'Once the experts or the rework are done')
    )
  },

  /** 许可法 47: who is told in writing is told on the day on which the notice reaches him. */
  hearingNoticeServed: ({ context: { noticedOn, electronic }, event }) =>
    servedLawfully(event, noticedOn ?? null, electronic),

  /** 许可法 47: the right of others who were told is not the applicant's to give up. */
  onlyApplicantTold: ({ context }) =>
    !context.othersNotified ||
    text(
      '已一并告知利害关系人，须待其申请听证的期限届满（《行政许可法》第四十七条）',
      'Others were told of it too: their period runs to its end (Licensing Law art. 47)',
    ),

  noHearingOpen: ({ context }) =>
    !isOpen(context) ||
    text(
      '已告知听证权利，须待听证结束或者申请期限届满（《行政许可法》第四十六条至第四十八条）',
      'The right to a hearing has been told: it comes first, or its period runs out (Licensing Law art. 46–48)',
    ),

  noticeLawful: every(noticeInTime, chairLawful),

  hearingOver: every(heardByAnother, closedByChair, dayReached),
} satisfies Record<string, HearingRule>
