// What may be done of a case that is suspected to be a crime, and of one that comes back (处罚法 27, 35; 令310 5–12)?
import { limitFor } from '../../engine/clocks/limit.ts'
import { text } from '../../language/words.ts'
import { binds } from '../../law/compute.ts'
import { personIn, stringIn } from '../../model/event-reading.ts'
import { isCivilDate } from '../../model/fields.ts'
import type { Verdict } from '../../model/process.ts'
import { every } from '../../model/rule.ts'
import { civilDate, instant } from '../../time/instant.ts'
import { measuresHandedOver } from '../measures/measure-rules.ts'
import type { EnforcementContext, EnforcementEvent, EnforcementRule } from '../memory/context.ts'
import { todayOf } from '../memory/penalties.ts'
import { refusalOutstanding } from '../memory/with-police.ts'
import { judgmentWhole } from '../refiled/criminal-outcome.ts'
import { decisionRules } from '../rule-parts/decision-rules.ts'
import { dayOfHandover } from './transfer-notes.ts'

/** 令310 5: what is not asked for is not refused either; the case goes back with the reason. */
const transferRefusable: EnforcementRule = ({ context }) =>
  context.transferAdvised === true ||
  text('调查报告未建议移送公安机关', 'The report does not propose a transfer')

/** A day of a form between two others; null where the form has none yet. */
const dayBetween = (day: string | null, from: string | null, event: EnforcementEvent): Verdict => {
  if (day === null) return true
  if (!isCivilDate(day) || day > todayOf(event))
    return text('日期不得晚于今日', 'The day may not lie in the future')
  return from === null || day >= from || text(`日期不得早于${from}`, `It cannot be before ${from}`)
}

const handedOverLawfully: EnforcementRule = ({ context, event }) => {
  const { handedOn } = event.data
  if (typeof handedOn === 'string' && Date.parse(handedOn) > Date.parse(event.at))
    return text('移送时刻不得晚于现在', 'It is not handed over in the future')
  return dayBetween(dayOfHandover(event), context.transferDecidedOn ?? null, event)
}

/** Once, and of a letter that has gone. */
const copyRecordable: EnforcementRule = ({ context, event }) => {
  if (typeof context.policeReceivedOn !== 'string')
    return text('案件尚未移送公安机关', 'Nothing was handed to the police yet')
  if (context.copyRecorded === true)
    return text('抄送人民检察院已登记', 'The copy was recorded already')
  const copiedAt = stringIn(event, 'copiedAt')
  if (copiedAt === null) return true
  const moment = Date.parse(copiedAt)
  if (Number.isNaN(moment) || moment > Date.parse(event.at))
    return text('抄送时刻不得晚于现在', 'It is not sent in the future')
  return dayBetween(civilDate(instant(moment)), context.transferDecidedOn ?? null, event)
}

/** Since when the police know of what they answer. */
const askedOn = (context: EnforcementContext): string | null =>
  context.reconsiderationReceivedOn ??
  context.reconsiderationAskedOn ??
  context.policeReceivedOn ??
  null

const requestReceived: EnforcementRule = ({ context, event }) =>
  typeof context.reconsiderationReceivedOn === 'string'
    ? text('公安机关收到日期已登记', 'The day of receipt was recorded already')
    : dayBetween(stringIn(event, 'receivedOn'), context.reconsiderationAskedOn ?? null, event)

/** While the procuratorate supervises silence the police may still answer; what they have answered they do not answer again. */
const lateRefusalLawful: EnforcementRule = (input) =>
  refusalOutstanding(input.context)
    ? noticeInTime(input)
    : text(
        '公安机关的决定已登记，请登记立案监督结果',
        'What the police decided was recorded: record what the supervision brings',
      )

const noticeInTime: EnforcementRule = ({ context, event }) =>
  dayBetween(stringIn(event, 'receivedOn'), askedOn(context), event)

/** 令310 8(2): the file comes back with the notice; an answer without it is an answer, but nothing goes on without a file. */
const fileBack: EnforcementRule = ({ context, event: { data } }) =>
  context.policeFileReturned !== false ||
  data.reason === undefined ||
  data.fileReturned === true ||
  text(
    '公安机关的案卷材料尚未退回，收到后方可恢复办理（国务院令第310号第八条）',
    'The papers have not come back from the police: it goes on once they have (State Council Order 310 art. 8)',
  )

/** Whether the last day of a period of the rule book is over. */
const over = (rule: string, from: string | null | undefined, event: EnforcementEvent) => {
  if (typeof from !== 'string') return null
  const found = limitFor(event, `enforcement-case.${rule}`, from)
  return todayOf(event) > found.due && binds(found) ? found.due : null
}

const reconsiderable: EnforcementRule = ({ context, event }) => {
  if (context.policeReconsidered === true)
    return text(
      '公安机关已作出复议决定，仍有异议的建议人民检察院立案监督（国务院令第310号第九条）',
      'The police have reconsidered: what is left is supervision (State Council Order 310 art. 9)',
    )
  if (context.filingSupervised === true)
    return text('已建议人民检察院立案监督', 'Supervision was proposed already')
  const last = over('filing-reconsideration', context.policeRefusedOn, event)
  return (
    last === null ||
    text(
      `提请复议的期限已于${last}届满（国务院令第310号第九条）`,
      `It was to be asked for by ${last} (State Council Order 310 art. 9)`,
    )
  )
}

const supervisable: EnforcementRule = ({ context, event }) => {
  if (context.filingSupervised === true)
    return text('已建议人民检察院立案监督', 'Supervision was proposed already')
  const reconsidered = context.policeReconsidered === true
  const last = reconsidered ? over('filing-supervision', context.policeRefusedOn, event) : null
  return (
    last === null ||
    text(
      `建议立案监督的期限已于${last}届满（国务院令第310号第九条）`,
      `It was to be proposed by ${last} (State Council Order 310 art. 9)`,
    )
  )
}

/** 令310 8: silence of the police is no decision; after their three days it is complained of. */
const policeSilent: EnforcementRule = (input) => {
  const { context, event } = input
  const again = typeof context.reconsiderationAskedOn === 'string'
  if (again && typeof context.reconsiderationReceivedOn !== 'string')
    return text(
      '尚未登记公安机关收到提请复议文件的日期',
      'Record first when the police received it',
    )
  const rule = again ? 'filing-reconsidered' : 'police-review'
  return over(rule, askedOn(context), event) === null
    ? text('公安机关的审查期限尚未届满', 'The police still have time to decide')
    : true
}

const handoverRecorded: EnforcementRule = ({ context, event }) => {
  if (context.materialsHandedOver === true)
    return text('涉案物品和材料已移交', 'They were handed over already')
  return dayBetween(stringIn(event, 'handedOverOn'), context.policeFiledOn ?? null, event)
}

const returnWhole: EnforcementRule = ({ context, event }) => {
  const { data } = event
  const received = dayBetween(
    stringIn(event, 'receivedOn'),
    context.policeFiledOn ?? context.policeReceivedOn ?? null,
    event,
  )
  if (received !== true) return received
  const { outcome, effectiveOn, criminalFine, partyFined, personsFined: persons } = data
  return judgmentWhole({ outcome, effectiveOn, criminalFine, partyFined, persons }, todayOf(event))
}

const isPunished = ({ transferredFrom }: EnforcementContext): boolean =>
  transferredFrom === 'performance' || transferredFrom === 'closing'

/** 令310 11(2), 处罚法 35: what was decided before stands, or is set off; the case waits for that. */
const nothingStands: EnforcementRule = ({ context }) =>
  !isPunished(context) ||
  text(
    '移送前已作出处罚决定，不得以移送结案：警告、责令停产停业、暂扣或者吊销许可证不停止执行（国务院令第310号第十一条第二款），罚款依法折抵（《行政处罚法》第三十五条）',
    'A penalty was decided before: it is not closed as transferred (State Council Order 310 art. 11(2), Penalty Law art. 35)',
  )

/** 令310 12: things and papers have gone, with the list that both have signed. */
const listedHandover: EnforcementRule = ({ context }) =>
  context.materialsHandedOver === true ||
  text(
    '尚未登记移交涉案物品和材料及其清单：公安机关立案后三日内移交并办结交接手续（国务院令第310号第十二条）',
    'Things and papers were not handed over with a list: that is due within three days of the filing (State Council Order 310 art. 12)',
  )

const closedByAnother: EnforcementRule = ({ context, event }) =>
  personIn(event) !== context.closer ||
  text('提请结案的人员不得审批结案', 'Whoever has proposed the closing may not decide on it')

const before = text('移送前尚未作出处罚', 'No penalty was decided before')
const after = text('移送前已作出处罚', 'A penalty was decided before')
const paid = text('移送前处罚已履行', 'The penalty was performed before')
const punishedBefore: EnforcementRule = ({ context }) =>
  isPunished(context) ? context.transferredFrom === 'performance' || paid : before
const paidBefore: EnforcementRule = ({ context }) => context.transferredFrom === 'closing' || before
const unpunishedBefore: EnforcementRule = ({ context }) => !isPunished(context) || after

export const transferRules = {
  transferRefusable,
  /** 令310 5: within 24 hours, so that nothing else is waited for; whoever is named is not punished meanwhile. */
  handoverLawful: handedOverLawfully,
  copyRecordable,
  transferDecidable: decisionRules.decidedByAnother,
  policeFiledLawful: noticeInTime,
  policeRefusalLawful: noticeInTime,
  lateRefusalLawful,
  requestReceived,
  reconsiderable,
  supervisable,
  silenceComplained: every<EnforcementContext>(supervisable, policeSilent),
  handoverRecorded,
  refusalAcceptedBefore: every<EnforcementContext>(fileBack, unpunishedBefore),
  refusalAcceptedAfter: every<EnforcementContext>(fileBack, punishedBefore),
  refusalAcceptedPaid: every<EnforcementContext>(fileBack, paidBefore),
  returnedPaid: every<EnforcementContext>(returnWhole, paidBefore),
  returnedBefore: every<EnforcementContext>(returnWhole, unpunishedBefore),
  returnedAfter: every<EnforcementContext>(returnWhole, punishedBefore),
  transferClosable: every<EnforcementContext>(nothingStands, listedHandover, measuresHandedOver),
  transferredByAnother: every<EnforcementContext>(
    closedByAnother,
    listedHandover,
    measuresHandedOver,
  ),
} satisfies Record<string, EnforcementRule>
