// When is a stage of a performance agreement kept, when is it broken, and when has it ended without either (强制法 42)?
import { spellFen, spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { every } from '../../model/rule.ts'
import { workingDayFrom } from '../memory/last-day.ts'
import { todayOf } from '../memory/penalties.ts'
import { isWithPolice } from '../memory/with-police.ts'
import {
  type AgreementContext,
  type AgreementRule,
  caseOf,
  missingNow,
} from './agreement-context.ts'

const stageKept: AgreementRule = ({ context, event }) => {
  const { fineFen, surchargeFen } = missingNow(context, event)
  return (
    fineFen + surchargeFen === 0 ||
    text(
      `至第${context.stage + 1}期尚欠罚款${spellFen(fineFen)}元、加处罚款${spellFen(surchargeFen)}元`,
      `Up to stage ${context.stage + 1}, ${spellFen(fineFen)} yuan of the fine and ${spellFen(surchargeFen)} of the surcharge are missing`,
    )
  )
}

const notTheLast: AgreementRule = ({ context }) =>
  context.stage + 1 < context.stages.length ||
  text('已是末期，请登记协议履行完毕', 'It is the last stage: record that all is performed')

/** Once all of the fine is paid no further stage is asked for. */
const notAllPaid: AgreementRule = ({ context, event }) =>
  (caseOf(context, event).owed ?? 1) > 0 ||
  text('罚款已缴清，请登记协议履行完毕', 'The fine is paid in full: record that all is performed')

/** 处罚法 73, 行诉法 56, 复议法 42: while it is stayed nobody has to pay. */
const notStayed: AgreementRule = ({ context, event }) =>
  !caseOf(context, event).stayed ||
  text(
    '停止执行期间不得认定不履行协议（《行政处罚法》第七十三条）',
    'While the penalty is stayed nobody is found to have broken it (Penalty Law art. 73)',
  )

/** 强制法 42(2): its day is over, and not all of it was paid. */
const inArrears: AgreementRule = ({ context, event }) => {
  const until = context.stageDue === null ? null : workingDayFrom(context.stageDue, event)
  if (until === null || todayOf(event) <= until)
    return text(
      `本期履行期限至${until ?? '—'}，未届满不得认定不履行`,
      `This stage may be paid until ${until ?? '—'}: nobody has broken it before`,
    )
  return (
    stageKept({ context, event }) !== true ||
    text('本期已履行，没有不履行协议的情形', 'This stage is paid: nothing is broken')
  )
}

const allPaid: AgreementRule = ({ context, event }) => {
  const { owed = 0 } = caseOf(context, event)
  return (
    owed === 0 ||
    text(`尚欠罚款${spellYuan(owed)}元`, `${spellYuan(owed)} yuan of the fine are still owed`)
  )
}

/** Annulled or changed, or with the police: what was agreed on is there no longer. */
const isBasisGone: (input: Parameters<AgreementRule>[0]) => boolean = ({ context, event }) => {
  const around = caseOf(context, event)
  return around.annulled || around.imposed !== context.imposed || isWithPolice(around)
}

const basisStands: AgreementRule = (input) =>
  !isBasisGone(input) ||
  text(
    '处罚决定已被撤销、变更或者案件已移送公安机关，请终止协议',
    'The penalty was annulled or changed, or the police have the case: end the agreement',
  )

const notAnnulled: AgreementRule = ({ context, event }) =>
  !caseOf(context, event).annulled ||
  text('处罚决定已被撤销，请终止协议', 'The penalty was annulled: end the agreement')

const basisGone: AgreementRule = (input) =>
  isBasisGone(input) ||
  text(
    '处罚决定未被撤销、变更，案件也未移送公安机关，执行协议应当履行（《行政强制法》第四十二条）',
    'The penalty stands as it was and the police have not got the case: the agreement is to be performed (Coercion Law art. 42)',
  )

export const keepingRules = {
  stageKept: every<AgreementContext>(basisStands, notAllPaid, notTheLast, stageKept),
  stageUnpaid: ({ context, event }) =>
    stageKept({ context, event }) !== true || text('本期已履行', 'This stage is paid'),
  agreementPerformed: every<AgreementContext>(notAnnulled, allPaid),
  agreementBroken: every<AgreementContext>(basisStands, notStayed, inArrears),
  agreementEndable: basisGone,
} satisfies Record<string, AgreementRule>
