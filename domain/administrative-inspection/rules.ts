// Which rules does the chart of an inspection ask, by name? Each answers yes or the reason why not, and never throws.
import { text } from '../language/words.ts'
import { returnsTo } from '../model/chart.ts'
import { stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import { branch, every, type Verdict } from '../model/rule.ts'
import { certificatesShown, certificatesShownOn } from '../registers/officer-certificate/shown.ts'
import { addDays } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { findingsIn } from './checklists/findings.ts'
import { type InspectionContext, type InspectionRule, notedIn } from './memory/context.ts'
import { isJoining, joinedIn, joiningOfficers, mostJoined } from './memory/joined.ts'
import { listedIn } from './memory/listed.ts'
import { joinLawful, notedAnswered, noteSays, nothingDropped } from './noting-rules.ts'

type Input = Parameters<InspectionRule>[0]

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

const inTime: InspectionRule = ({ event }): Verdict => {
  const { correctBy } = event.data
  if (correctBy === undefined) return true
  const today = civilDate(event.at)
  return (
    (isCivilDate(correctBy) && correctBy > today && correctBy <= addDays(today, 366)) ||
    text('整改期限须晚于今日，一年以内', 'By a day after today and within a year')
  )
}

const once =
  (done: (context: InspectionContext) => boolean): InspectionRule =>
  ({ context }) =>
    !done(context) || text('本案已作出', 'This case has one already')

const nothingOpen: InspectionRule = ({ context }) =>
  context.open.length === 0 ||
  text(
    `还有${context.open.length}项问题没有处理`,
    `${context.open.length} findings lead nowhere yet`,
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

const checkedInTime: InspectionRule = ({ context, event }) => {
  const { checkedOn } = event.data
  if (checkedOn === undefined) return true
  if (!isCivilDate(checkedOn) || checkedOn > civilDate(event.at))
    return text('复查日期不得晚于今日', 'It cannot be re-checked in the future')
  return (
    context.recordedOn === null ||
    checkedOn >= context.recordedOn ||
    text('复查日期不得早于检查记录之日', 'It is not re-checked before it was found')
  )
}

/** Who still has time has not failed; what is done before may be found done. */
const overdue: InspectionRule = ({ context: { correctBy }, event }) => {
  const checkedOn = stringIn(event, 'checkedOn') ?? civilDate(event.at)
  return (
    correctBy === null ||
    checkedOn > correctBy ||
    text(
      `整改期限至${correctBy}（含当日），届满后复查方可认定逾期未改`,
      `It may be put right until ${correctBy}, that day included: nobody has failed before`,
    )
  )
}

const recheckLawful = every<InspectionContext>(checkedInTime, certificatesShownOn('checkedOn'))

const isOrdered = ({ context }: Input): boolean => context.correctBy !== null

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
  recheckLawful,
  failLawful: every<InspectionContext>(overdue, recheckLawful),
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
  orderLawful: every<InspectionContext>(
    findingsOpen,
    once(({ ordered }) => ordered),
    inTime,
  ),
  measuresLawful: every<InspectionContext>(
    findingsOpen,
    once(({ measured }) => measured),
    inTime,
  ),
  concludedToRecheck: branch<InspectionContext>(
    nothingOpen,
    isOrdered,
    text('没有责令整改', 'Nothing was ordered'),
  ),
  concludedToClose: branch<InspectionContext>(
    nothingOpen,
    (input) => !isOrdered(input),
    text('责令整改的，须经复查', 'What was ordered is looked at again'),
  ),
  returnsTo,
} satisfies Record<string, InspectionRule>
