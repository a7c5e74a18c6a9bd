// What is asked of the notice before a penalty, of its service, and of the hearing?
import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import type { EnforcementContext, EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { limitationOf, reckoned, todayOf } from '../memory/penalties.ts'

/** 处罚法 33, 36: nothing is announced that may not be decided. */
export const punishable = (context: EnforcementContext, event: EnforcementEvent): Verdict => {
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

const serviceAfter =
  (made: 'noticedOn' | 'decidedOn'): EnforcementRule =>
  ({ context, event }) => {
    const servedOn = stringIn(event, 'servedOn')
    if (servedOn === null) return true
    if (!isCivilDate(servedOn))
      return text('送达日期不是有效日期', 'The date of service is not a date')
    if (servedOn > todayOf(event))
      return text('送达日期不得晚于今日', 'The date of service may not lie in the future')
    const from = context[made]
    if (from !== null && servedOn < from)
      return text('送达日期不得早于文书日期', 'It is not served before it is made')
    return announced(event, servedOn)
  }

/** 民诉法 95: by announcement it counts as served thirty days later. */
const announced = (event: EnforcementEvent, servedOn: string): Verdict => {
  if (event.data.method !== 'announcement') return true
  const announcedOn = stringIn(event, 'announcedOn')
  if (!isCivilDate(announcedOn))
    return text('公告送达须填写公告日期', 'Service by announcement has the day of the announcement')
  const { due } = limitFor(event, 'enforcement-case.announcement-service', announcedOn)
  return (
    servedOn >= due ||
    text(
      `公告送达自发出公告之日起经过三十日视为送达，最早为${due}（《民事诉讼法》第九十五条）`,
      `By announcement it counts as served after thirty days, on ${due} at the earliest (Civil Procedure Law art. 95)`,
    )
  )
}

/** What the party says in writing through officers stands on its own paper. */
const writtenByParty: EnforcementRule = ({ event }) => {
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

const mayAskHearing: EnforcementRule = (input) => {
  if (!input.context.hearingOffered)
    return text(
      '拟处罚内容不属于听证范围（《行政处罚法》第六十三条）',
      'The planned penalty carries no right to a hearing (Penalty Law art. 63)',
    )
  return writtenByParty(input)
}

/** 处罚法 64(2): told seven working days before. */
const hearingNoticeLawful: EnforcementRule = ({ event }) => {
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
const chairLawful: EnforcementRule = ({ context, event }) =>
  !context.investigators.includes(personIn(event) ?? '') ||
  text(
    '调查人员不得主持听证（《行政处罚法》第六十四条第四项）',
    'Whoever has investigated the case may not preside (Penalty Law art. 64(4))',
  )

export const noticeRules = {
  noticeLawful: ({ context, event }) => punishable(context, event),
  noticeServiceLawful: serviceAfter('noticedOn'),
  decisionServiceLawful: serviceAfter('decidedOn'),
  writtenByParty,
  mayAskHearing,
  hearingNoticeLawful,
  chairLawful,
} satisfies Record<string, EnforcementRule>
