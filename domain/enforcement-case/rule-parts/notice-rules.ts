// What is asked of the notice before a penalty, of its service, and of the hearing?
import { servedLawfully } from '../../documents/service-day.ts'
import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import type { OfficerChoice } from '../../model/register-definition.ts'
import { every } from '../../model/rule.ts'
import type { EnforcementEvent, Punished, PunishedRule } from '../memory/context.ts'
import { limitationOf, reckoned, remembered, todayOf } from '../memory/penalties.ts'
import { legalReviewers } from '../regions/addresses.ts'
import { withinDiscretion } from './discretion-rules.ts'

/** 处罚法 33, 36: nothing is announced that may not be decided. */
export const punishable = (context: Punished, event: EnforcementEvent): Verdict => {
  if (context.spared)
    return text(
      '违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚（《行政处罚法》第三十三条）',
      'Minor, corrected in time and without harm: it is not punished (Penalty Law art. 33)',
    )
  const { actEnded, discoveredOn, seriousHarm } = context
  if (actEnded === null || discoveredOn === null || actEnded >= discoveredOn) return true
  const reckoning = limitationOf({ actEnded, discovered: discoveredOn, seriousHarm }, event)
  if (reckoning.expired !== true) return true
  const why = reckoned(reckoning)
  return text(`${why.zh}（《行政处罚法》第三十六条）`, `${why.en} (Penalty Law art. 36)`)
}

/** Not before it was made, nor in the future; by announcement thirty days later. */
export const serviceAfter =
  (made: 'noticedOn' | 'decidedOn' | 'demandedOn'): PunishedRule =>
  ({ context, event }) =>
    servedLawfully(event, context[made], context.electronicConsent === true)

/** What the party says in writing through officers stands on its own paper. */
const writtenByParty: PunishedRule = ({ event }) => {
  if (event.by.kind !== 'person' || event.by.enterprise !== null) return true
  const { papers, statement } = event.data
  if (statement === undefined) return true
  return (
    (Array.isArray(papers) && papers.length > 0) ||
    text(
      '执法人员代为登记的，须附当事人的书面材料或者笔录',
      'What officers write down for the party comes with its own paper',
    )
  )
}

const mayAskHearing: PunishedRule = (input) => {
  if (!input.context.hearingOffered)
    return text(
      '拟处罚内容不属于听证范围（《行政处罚法》第六十三条）',
      'The planned penalty carries no right to a hearing (Penalty Law art. 63)',
    )
  return writtenByParty(input)
}

/** 处罚法 64(2): told seven working days before. */
const toldInTime: PunishedRule = ({ event }) => {
  const heldOn = stringIn(event, 'heldOn')
  if (heldOn === null) return true
  if (!isCivilDate(heldOn) || heldOn <= todayOf(event))
    return text('听证日期必须晚于今日', 'The hearing must be after today')
  const latest = limitFor(event, 'enforcement-case.hearing-notice', heldOn)
  return (
    todayOf(event) <= latest.due ||
    !binds(latest) ||
    text(
      `须在举行听证的七日前通知，该日期最迟应于${latest.due}通知（《行政处罚法》第六十四条第二项）`,
      `It is told seven days before: for that day by ${latest.due} (Penalty Law art. 64(2))`,
    )
  )
}

/** 处罚法 64(4). */
const mayPreside = (investigators: readonly string[], person: string | null): Verdict =>
  !investigators.includes(person ?? '') ||
  text(
    '调查人员不得主持听证（《行政处罚法》第六十四条第四项）',
    'Whoever has investigated the case may not preside (Penalty Law art. 64(4))',
  )

const recusedNotChair = text(
  '已回避的人员不得主持听证（《行政处罚法》第四十三条）',
  'Whoever has recused himself does not preside (Penalty Law art. 43)',
)

/** Whom the notice of a hearing may name: those alone who can close it, and neither investigate nor have recused themselves. */
export const chairChoice: OfficerChoice = {
  field: 'chair',
  id: 'chairId',
  posts: [legalReviewers],
  fits: ({ snapshot, around }, person) => {
    const { investigators = [], recused = [] } = remembered(around ?? snapshot.context)
    return recused.includes(person) ? recusedNotChair : mayPreside(investigators, person)
  },
}

const chairNamedLawful: PunishedRule = ({ context, event }) =>
  mayPreside(context.investigators, stringIn(event, 'chairId'))

const chairLawful: PunishedRule = ({ context, event }) =>
  mayPreside(context.investigators, personIn(event))

/** 处罚法 64(4): the party may challenge whoever was named, so that nobody else presides. */
const chairedAsTold: PunishedRule = ({ context: { hearingChair }, event }) =>
  hearingChair === personIn(event) ||
  text(
    '听证由通知载明的主持人主持，并由其办理结束；更换主持人的，请重新通知（《行政处罚法》第六十四条第四项）',
    'Whoever the notice has named presides and closes the hearing; for another one notify anew (Penalty Law art. 64(4))',
  )

/** 处罚法 64(2): an earlier hearing is none of which the party was told. */
const dayReached: PunishedRule = ({ context: { hearingOn }, event }) =>
  hearingOn === null ||
  hearingOn <= todayOf(event) ||
  text(
    `听证定于${hearingOn}举行，不得提前结束；改期的，请重新通知（《行政处罚法》第六十四条第二项）`,
    `The hearing is on ${hearingOn} and not over before; for another day notify anew (Penalty Law art. 64(2))`,
  )

export const noticeRules = {
  noticeLawful: every<Punished>(
    ({ context, event }) => punishable(context, event),
    withinDiscretion,
  ),
  noticeServiceLawful: serviceAfter('noticedOn'),
  decisionServiceLawful: serviceAfter('decidedOn'),
  writtenByParty,
  mayAskHearing,
  hearingNoticeLawful: every<Punished>(toldInTime, chairNamedLawful),
  hearingOver: every<Punished>(chairLawful, chairedAsTold, dayReached),
} satisfies Record<string, PunishedRule>
