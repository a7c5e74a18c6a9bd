// Which rules does the chart of an inspection ask, by name? Each answers yes or the reason why not, and never throws.
import { text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { isCivilDate } from '../model/fields.ts'
import { every, type Verdict } from '../model/rule.ts'
import { certificatesShown } from '../registers/officer-certificate/shown.ts'
import { addDays } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { findingsIn } from './checklists/findings.ts'
import {
  type InspectionContext,
  type InspectionRule,
  notedIn,
  ordersOpenIn,
} from './memory/context.ts'
import { isJoining, joinedIn, joiningOfficers, mostJoined } from './memory/joined.ts'
import { listedIn } from './memory/listed.ts'
import { joinLawful, notedAnswered, noteSays, nothingDropped } from './noting-rules.ts'

/** Buttons ask before a form is filled: without a date there is nothing to refuse yet. */
const fromToday: InspectionRule = ({ event }) => {
  const { plannedOn } = event.data
  if (plannedOn === undefined) return true
  return (
    (isCivilDate(plannedOn) && plannedOn >= civilDate(event.at)) ||
    text('检查日期不得早于今日', 'A visit is not planned for the past')
  )
}

/** 国办发〔2024〕54号: it was counted for one year when it was planned, and in another one it is counted anew. */
const staysInYear = ({ exception, plannedOn }: InspectionContext, day: unknown): Verdict =>
  exception ||
  plannedOn === null ||
  typeof day !== 'string' ||
  day.slice(0, 4) === plannedOn.slice(0, 4) ||
  text(
    `本次检查计入${plannedOn.slice(0, 4)}年度频次；在其他年度检查的，取消后重新登记`,
    `It counts for ${plannedOn.slice(0, 4)}: for another year call it off and plan it anew`,
  )

const movedInYear: InspectionRule = ({ context, event }) =>
  staysInYear(context, event.data.plannedOn)

/** 国办发〔2024〕54号: who was told a day is visited on that day; on a ground that needs no notice officers come when they must. */
const onToldDay: InspectionRule = ({ context, event }) => {
  const { exception, noticed, plannedOn } = context
  return (
    exception ||
    !noticed ||
    plannedOn === null ||
    plannedOn === civilDate(event.at) ||
    text(
      `已通知企业的检查日期为${plannedOn}；在其他日期检查的，须先变更通知（国办发〔2024〕54号）`,
      `The enterprise was told ${plannedOn}: to come on another day change the notice first (No. 54 [2024])`,
    )
  )
}

const mayComeUnannounced: InspectionRule = ({ context }) =>
  context.noticed ||
  context.exception ||
  text(
    '须先制作检查通知书；投诉举报、事故、交办等情形除外（国办发〔2024〕54号）',
    'Notice has to be given first, except after a report, an accident or an order (No. 54 [2024])',
  )

const whyUnannounced: InspectionRule = ({ context, event }) =>
  context.noticed ||
  event.data.certificates === undefined ||
  typeof event.data.unannounced === 'string' ||
  text('须写明未事先通知的理由', 'Say why no notice was given')

const identityShown: InspectionRule = ({ event }) =>
  event.data.identityShown !== false ||
  text(
    '不出示执法证件的，企业有权拒绝检查（《行政处罚法》第五十五条）',
    'Without certificates shown the enterprise may refuse (Penalty Law art. 55)',
  )

/** 双随机: whom the lot has named goes, or it is said why not. */
const drawnOnesGo: InspectionRule = ({ context, event }) => {
  if (event.data.certificates === undefined || typeof event.data.replaced === 'string') return true
  const shown = new Set(listedIn(event, 'certificates'))
  return (
    context.drawnOfficers.every((one) => shown.has(one)) ||
    text(
      `应由抽取的人员检查（执法证件${context.drawnOfficers.join('、')}），变更的须写明理由`,
      `Those who were drawn go (${context.drawnOfficers.join(', ')}); say why if others do`,
    )
  )
}

/** 安全法 68, 处罚法 42: those who made the visit write of it; whoever came later says why. */
const madeByThoseShown: InspectionRule = ({ context, event }) => {
  if (event.data.certificates === undefined) return true
  const atDoor = new Set(context.certificates)
  const named = listedIn(event, 'certificates')
  const late = named.filter((one) => !atDoor.has(one))
  if (late.length === named.length)
    return text(
      `应由检查开始时出示证件的人员记录（执法证件${context.certificates.join('、')}）`,
      `Those write of it who showed their certificates (${context.certificates.join(', ')})`,
    )
  return (
    late.length === 0 ||
    typeof event.data.joinedLater === 'string' ||
    text(
      `执法证件${late.join('、')}未在检查开始时出示，须写明检查开始后参加的理由`,
      `Certificate ${late.join(', ')} was not shown when it began: say why its officer joined later`,
    )
  )
}

/** 拍照取证: a finding nobody has photographed is only said. Before the form is filled nothing is found. */
const photographed: InspectionRule = ({ context, event }) =>
  findingsIn(event.data).length === 0 ||
  notedIn(context).pictured ||
  listedIn(event, 'photos').length > 0 ||
  text('有不符合项或者其他问题的，须附现场照片', 'Whatever was found is photographed')

/** What an act is about has led nowhere yet: each finding leads to exactly one matter. */
const findingsOpen: InspectionRule = ({ context, event }) => {
  const open = new Set(context.open)
  if (open.size === 0) return text('没有待处理的问题', 'No finding waits for anything')
  return (
    listedIn(event, 'findings').every((name) => open.has(name)) ||
    text('所选问题已经处理', 'It leads to another matter already')
  )
}

/** 责令限期整改: there is some time for it. */
const inTime: InspectionRule = ({ event }): Verdict => {
  const { correctBy } = event.data
  if (correctBy === undefined) return true
  const today = civilDate(event.at)
  return (
    (isCivilDate(correctBy) && correctBy > today && correctBy <= addDays(today, 366)) ||
    text('整改期限须晚于今日，一年以内', 'By a day after today and within a year')
  )
}

/** 现场处理措施: at once is today. */
const fromTodayOn: InspectionRule = ({ event }): Verdict => {
  const { correctBy } = event.data
  if (correctBy === undefined) return true
  const today = civilDate(event.at)
  return (
    (isCivilDate(correctBy) && correctBy >= today && correctBy <= addDays(today, 366)) ||
    text('完成期限不得早于今日，一年以内', 'From today on and within a year')
  )
}

const settled = ({ open }: InspectionContext): Verdict =>
  open.length === 0 ||
  text(`还有${open.length}项问题没有处理`, `${open.length} findings lead nowhere yet`)

/** Nothing waits, so the visit may be concluded. */
const allSettled: InspectionRule = ({ context }) => {
  const findings = settled(context)
  if (findings !== true) return findings
  const orders = ordersOpenIn(context)
  return (
    orders === 0 ||
    text(`还有${orders}件责令事项尚未复查`, `${orders} orders are still to be re-checked`)
  )
}

/** What was ordered is looked at again before the visit is put away. */
const onlyOrdersOpen: InspectionRule = ({ context }) => {
  const findings = settled(context)
  if (findings !== true) return findings
  return ordersOpenIn(context) > 0 || text('没有待复查的责令事项', 'No order is to be re-checked')
}

/** A matter that cannot be opened leaves its finding to this visit: who has concluded it could settle that no more. */
const startsAnswered: InspectionRule = ({ event: { unansweredStarts = 0 } }) =>
  unansweredStarts === 0 ||
  text(
    `还有${unansweredStarts}项所转事项尚未立案，立案结果确认后再结束检查`,
    `${unansweredStarts} matters are still being opened: conclude once they are known to run`,
  )

const notJoining: InspectionRule = ({ context, event }) => {
  const { bureau } = event.data
  if (joinedIn(context).length >= mostJoined)
    return text('参加机关已满', 'No more bureaus can join')
  return (
    !isJoining(context, bureau) || text('该机关已受邀参加', 'That bureau has been asked already')
  )
}

/** One record for all: it is made when each bureau that joins has written its part, or does not come. */
const partsWritten: InspectionRule = ({ event: { openItems } }) =>
  (openItems?.['joint-part'] ?? 0) === 0 ||
  text(
    '参加机关尚未填写检查情况，或者撤回邀请后再办理',
    'A joining bureau has not written its part; wait, or withdraw the invitation',
  )

/** 处罚法 42: each bureau comes with officers of its own. */
const ownOfficers: InspectionRule = ({ context, event }) => {
  const theirs = joiningOfficers(context, null)
  return (
    !listedIn(event, 'certificates').some((one) => theirs.has(one)) ||
    text('执法证件属于参加机关的人员', 'That certificate is of an officer of a joining bureau')
  )
}

export const rules = {
  fromToday: every<InspectionContext>(fromToday, movedInYear),
  beginLawful: every<InspectionContext>(
    mayComeUnannounced,
    onToldDay,
    whyUnannounced,
    identityShown,
    drawnOnesGo,
    certificatesShown,
    ownOfficers,
  ),
  noteLawful: every<InspectionContext>(mayComeUnannounced, noteSays),
  joinLawful,
  inviteLawful: notJoining,
  recordLawful: every<InspectionContext>(
    photographed,
    nothingDropped,
    certificatesShown,
    partsWritten,
    ownOfficers,
    madeByThoseShown,
  ),
  endLawful: every<InspectionContext>(
    notedAnswered,
    certificatesShown,
    partsWritten,
    ownOfficers,
    madeByThoseShown,
  ),
  findingsOpen,
  orderLawful: every<InspectionContext>(findingsOpen, inTime),
  measuresLawful: every<InspectionContext>(findingsOpen, fromTodayOn),
  allSettled,
  onlyOrdersOpen,
  startsAnswered,
  returnsTo,
} satisfies Record<string, InspectionRule>
