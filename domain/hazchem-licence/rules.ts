// Who may not do what with an application or a licence, and what must be there before it goes on?

import { text } from '../language/words.ts'
import { approvalLawful, licensingRules, movesOnlyTo } from '../licensing/rules.ts'
import { stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { Rule } from '../model/process.ts'
import { branch, every } from '../model/rule.ts'
import { civilDate } from '../time/instant.ts'
import type { LicenceContext } from './context.ts'

export type LicenceRule = Rule<LicenceContext>

// ── review ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const onlyChange: LicenceRule = ({ context }) =>
  context.kind === 'change' ||
  text(
    '仅变更申请可以不作现场核查；其他申请须由两名以上人员核查（《行政许可法》第三十四条）',
    'Only a change may do without a site check; the others are looked at by two or more (Licensing Law art. 34)',
  )

/** 令55 第十五条: ten days, whatever is done; `zh` and `en` say what follows from it. */
const notOfAChange =
  (zh: string, en: string): LicenceRule =>
  ({ context }) =>
    context.kind !== 'change' ||
    text(
      `变更应在收到申请之日起十个工作日内决定，${zh}（总局令第55号第十五条）`,
      `A change is decided within ten working days of its receipt${en} (Order 55 art. 15)`,
    )

/** 许可法 50, 70: only a licence that stands is renewed or changed. */
const heldStands: LicenceRule = ({ context }) =>
  context.heldEnded !== true ||
  text(
    '原许可证已终止（注销、吊销、撤销等），不得准予延续、变更（《行政许可法》第五十条、第七十条）',
    'The licence held has ended (cancelled, revoked, annulled or the like): it is neither renewed nor changed (Licensing Law art. 50, 70)',
  )

/** 许可法 50: the law deems nothing for whoever has applied too late. */
const appliedInTime: LicenceRule = ({ context }) =>
  (context.kind === 'renewal' && !context.late) ||
  text('不是按期提出的延期申请，不推定准予', 'Not a renewal applied for in time: nothing is deemed')

// ── licence ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What was not made out yet nobody could have been given. */
const notBeforeIssue: LicenceRule = ({ context: { issuedOn }, event: { data } }) =>
  data.servedOn === undefined ||
  issuedOn === null ||
  String(data.servedOn) >= issuedOn ||
  text(
    `送达日期不得早于制证日期${issuedOn}`,
    `It was made out on ${issuedOn}: it was not served before`,
  )

/** 许可法 70(1). */
const notRenewed: LicenceRule = ({ context: { validUntil }, event }) =>
  event.data.ground !== 'not-renewed' ||
  (validUntil !== null && validUntil < civilDate(event.at)) ||
  text(
    `许可证有效期至${validUntil ?? ''}，尚未届满，不得以届满未延续为由注销（《行政许可法》第七十条第一项）`,
    `The licence runs until ${validUntil ?? ''}: it has not ended without renewal (Licensing Law art. 70(1))`,
  )

/** 许可法 50: renewed, it goes on in another case, whatever ground there is to end it; served, that one takes its place. */
const notGoingOn: LicenceRule = ({ context: { validUntil, renewedIn }, event }) =>
  !renewedIn ||
  validUntil === null ||
  validUntil >= civilDate(event.at) ||
  text(
    `延期已获准或者视为准予（案件${renewedIn}），新证尚未送达，原许可证不得注销（《行政许可法》第五十条）`,
    `It is renewed, or deemed so, in case ${renewedIn}, whose licence is yet to be served: this one is not cancelled (Licensing Law art. 50)`,
  )

const changeLawful: LicenceRule = ({ event }) => {
  const { changedOn } = event.data
  if (changedOn === undefined) return true
  return (
    (isCivilDate(changedOn) && changedOn <= civilDate(event.at)) ||
    text(
      '变更日期须为不晚于今日的有效日期',
      'The date of the change must be a date that is not in the future',
    )
  )
}

/** 处罚法 17, 22: a penalty of another place takes nothing that this authority has issued; its own people have their posts. */
const byTheAuthority: LicenceRule = ({ context, event: { by, data } }) =>
  by.kind !== 'system' ||
  data.decidedIn === context.authority ||
  text(
    '许可证只能由发证机关吊销、暂扣',
    'A licence is revoked or suspended by the authority that has issued it',
  )

/** One penalty that is annulled lifts nothing that rests on another. */
const liftedByItsPenalty: LicenceRule = ({ context, event: { by, data } }) =>
  by.kind !== 'system' ||
  data.mainCase === context.suspendedBy ||
  text('暂扣依据的不是该案的处罚决定', 'The suspension rests on another penalty')

const lastDayAhead: LicenceRule = ({ event }) => {
  const { suspendedUntil } = event.data
  if (suspendedUntil === undefined) return true
  return (
    (isCivilDate(suspendedUntil) && suspendedUntil >= civilDate(event.at)) ||
    text('暂扣期限的最后一日不得早于今日', 'The last day of the suspension may not have passed')
  )
}

/** One at a time: the next begins when the first has ended, also where its end waits to be confirmed. */
const firstEnded: LicenceRule = ({ context, event }) => {
  const until = context.suspendedUntil ?? ''
  return (
    until < civilDate(event.at) ||
    text(
      `许可证已暂扣至${until}，期满后方可再次暂扣`,
      `It is suspended until ${until}: the next suspension begins after that`,
    )
  )
}

/** Two licences that one replaces: the later of their last days holds. */
const notShorter: LicenceRule = ({ context, event }) =>
  (stringIn(event, 'suspendedUntil') ?? '') > (context.suspendedUntil ?? '') ||
  text(
    `许可证已暂扣至${context.suspendedUntil}，不早于原证的暂扣期限`,
    `It is suspended until ${context.suspendedUntil}, no shorter than the one before`,
  )

const isSuspended: LicenceRule = ({ context }) =>
  typeof context.suspendedBy === 'string' || text('许可证未被暂扣', 'The licence is not suspended')

/** 许可法 50: what is renewed stands from the end of the licence held on, made out or not; before that one goes on. */
const renewedAlready: LicenceRule = ({ context }) =>
  context.renewedUnserved || text('许可证尚未颁发', 'No licence was issued yet')

const changeWaits: LicenceRule = ({ context }) =>
  context.changeWaits === true || text('没有待申请的变更', 'No change is to be filed')

const noChangeWaits: LicenceRule = (input) =>
  changeWaits(input) !== true || text('有待申请的变更', 'A change is to be filed')

const licenceServiceLawful: LicenceRule = every(licensingRules.serviceLawful, notBeforeIssue)

export const rules = {
  ...licensingRules,
  authorityLawful: movesOnlyTo(
    text(
      '只能移交市级或者企业所在县级发证机关',
      'Only the city or the county of the enterprise can issue it',
    ),
  ),
  onlyChange,
  expertsMayReview: every(
    notOfAChange('专家评审时间不予扣除', '; the time of experts is not left out'),
    licensingRules.expertsMayReview,
  ),
  mayExtend: every(notOfAChange('不得延长', ' and not extended'), licensingRules.mayExtend),
  jointFromTheStart: every(
    notOfAChange('不适用联合办理的期限', ': it has no joint period'),
    licensingRules.jointFromTheStart,
  ),
  servedToTrade: branch(
    licenceServiceLawful,
    (input) => isSuspended(input) !== true,
    text('许可证已被暂扣，送达后继续暂扣', 'It is suspended, and stays so once it is served'),
  ),
  servedSuspended: every(licenceServiceLawful, isSuspended),
  cancelLawful: every(notRenewed, notGoingOn),
  grantLawful: every(approvalLawful, heldStands),
  renewedInTime: every(appliedInTime, heldStands),
  changeLawful,
  byTheAuthority,
  suspensionLawful: every(byTheAuthority, lastDayAhead),
  suspendedAgain: every(byTheAuthority, firstEnded, lastDayAhead),
  suspensionRuns: lastDayAhead,
  isSuspended,
  liftedByRight: every(isSuspended, liftedByItsPenalty),
  renewedSuspended: every(renewedAlready, byTheAuthority, firstEnded, lastDayAhead),
  renewedRevoked: every(renewedAlready, byTheAuthority),
  suspendedLonger: every(lastDayAhead, notShorter),
  liftedToChange: every(liftedByItsPenalty, changeWaits),
  liftedToRest: every(liftedByItsPenalty, noChangeWaits),
  changeWaits,
  noChangeWaits,
} satisfies Record<string, LicenceRule>
