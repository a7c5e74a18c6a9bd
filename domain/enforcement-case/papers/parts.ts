// What do all documents of an enforcement case say alike: whose it is, which case, which rights, and what a late fine costs?
import { dayOf } from '../../documents/document-source.ts'
import { clause, paragraph } from '../../documents/wording.ts'
import { citePenaltyLaw } from '../../law/penalty-law.ts'
import type { Block, DocumentSource, Row } from '../../model/document.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { remembered } from '../memory/penalties.ts'

export const start = 'propose-filing'

/** By the register, else as the proposal has named it. */
export const partyName = (source: DocumentSource): string =>
  source.party.name || source.value('partyName', start)

export const theCase = (source: DocumentSource): Row[] => [
  ['案由', source.record.title],
  ['案件编号', source.record.number],
  ['当事人', partyName(source)],
  ...(source.party.code ? ([['统一社会信用代码', source.party.code]] as Row[]) : []),
]

/** The article of the Penalty Law in force when the document is made. */
export const penaltyLaw = (source: DocumentSource, matter: Parameters<typeof citePenaltyLaw>[1]) =>
  citePenaltyLaw(dayOf(source.act), matter)

/** Until when the party may speak, and what it means that it has not (处罚法 44, 45). */
export const statementRight = (source: DocumentSource, party: string, offered: boolean): Block => {
  const window = offered ? 'hearing-request' : 'statement-window'
  return paragraph(
    `根据${penaltyLaw(source, 'statement')}的规定，${party}有权自收到本告知书之日起${source.period(`enforcement-case.${window}`)}内向本机关进行陈述和申辩。本机关不因陈述、申辩而给予更重的处罚。逾期未提出的，视为放弃上述权利。`,
  )
}

export const hearingRight = (source: DocumentSource, party: string): Block =>
  paragraph(
    `根据${penaltyLaw(source, 'hearing')}的规定，${party}有权要求举行听证。要求听证的，应当自收到本告知书之日起${source.period('enforcement-case.hearing-request')}内向本机关提出；逾期未提出的，视为放弃听证权利。听证费用由本机关承担。`,
  )

/** 处罚法 34: only where the notice names its standard; `act`: the notice. */
export const byStandard = (source: DocumentSource, act?: string): Block[] =>
  standardSaid(source, { standard: act, departure: act })

/** The same in the decision. The reason of the notice goes for the fine that was notified. */
export const decidedByStandard = (source: DocumentSource, notice: string): Block[] => {
  const { standard } = remembered(source.record.snapshot.context)
  const asNotified = standard?.reasonedFor === penaltyIn(source.act.data).fine
  const departure = asNotified && source.value('departure') === '' ? notice : undefined
  return standardSaid(source, { standard: notice, departure })
}

/** By the acts in which each is said; undefined: the one that makes the paper. */
const standardSaid = (
  source: DocumentSource,
  acts: { standard: string | undefined; departure: string | undefined },
): Block[] => {
  const standard = source.value('cause', acts.standard)
  if (standard === '') return []
  const departure = source.value('departure', acts.departure)
  const why = departure === '' ? '' : `偏离裁量基准的理由：${clause(departure)}。`
  return [
    paragraph(`裁量基准：${standard}，裁量阶次：${source.value('step', acts.standard)}。${why}`),
  ]
}

export const surchargeWarning = paragraph(
  '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。',
)
