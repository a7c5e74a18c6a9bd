// What do the papers say that an authority sends to the police and to the procuratorate (国务院令310号 6–12)?
import { clause, letter, paragraph, signedBy, table, today } from '../../documents/wording.ts'
import type { DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import type { WithPolice } from '../memory/with-police.ts'
import { partyName, theCase } from '../papers/parts.ts'

const internal = { audience: 'internal' } as const

const aboutTheCase = (source: DocumentSource): string =>
  `“${source.record.title}”（案件编号：${source.record.number}，当事人：${partyName(source)}）`

/** A case may go to the police more than once: the letter of this time, by where it stood. */
const transferNumber = ({ record: { snapshot }, number }: DocumentSource): string => {
  const { transferredFrom } = snapshot.context as WithPolice
  const given = number(
    transferredFrom === 'investigation' ? 'decide-transfer' : 'transfer-punished',
  )
  return given === '' ? '' : `，移送书文号为${given}`
}

/** 令310 11(3): the letter brings the decision, unless it was annulled. */
const annexes = ({ record: { snapshot }, number }: DocumentSource): string => {
  const { decidedOn, annulled } = snapshot.context
  if (typeof decidedOn !== 'string' || annulled === true) return ''
  const given = number('decide-penalty') || number('punish-on-the-spot')
  return `以及已作出的《行政处罚决定书》${given === '' ? '' : `（${given}）`}`
}

/** A refusal of an earlier time is none of this one. */
const refusal = ({ record: { snapshot }, value }: DocumentSource): string => {
  const { policeRefusedOn } = snapshot.context as WithPolice
  const given = policeRefusedOn === null ? '' : value('noticeNumber', 'record-police-refusal')
  return given === ''
    ? '尚未书面答复是否立案'
    : `作出不予立案的决定，通知书文号为${given}，理由为：${clause(value('reason', 'record-police-refusal'))}`
}

export const transferPapers: DocumentDefinition[] = [
  letter(
    'decide-transfer',
    documentWords['decide-transfer'],
    '移',
    (source) => ({
      to: '公安机关',
      blocks: [
        paragraph(
          `本机关在办理“${source.record.title}”（案件编号：${source.record.number}）一案中发现，${partyName(source)}涉嫌犯罪：${clause(source.value('reason'))}。`,
        ),
        paragraph(
          `根据《行政执法机关移送涉嫌犯罪案件的规定》的规定，现将本案移送你机关，附案件情况的调查报告、涉案物品清单和有关检验报告或者鉴定意见${annexes(source)}。`,
        ),
        paragraph('抄送：同级人民检察院。'),
      ],
    }),
    { ...internal, on: ['decide-transfer', 'transfer-punished'] },
  ),
  letter(
    'ask-reconsideration',
    documentWords['ask-reconsideration'],
    '提复',
    (source) => ({
      to: '公安机关',
      blocks: [
        paragraph(
          `本机关移送的${aboutTheCase(source)}一案${transferNumber(source)}，你机关${refusal(source)}。`,
        ),
        paragraph(
          `本机关认为依法应当立案：${clause(source.value('grounds'))}。根据《行政执法机关移送涉嫌犯罪案件的规定》第九条的规定，提请复议。`,
        ),
      ],
    }),
    internal,
  ),
  letter(
    'propose-supervision',
    documentWords['propose-supervision'],
    '立监',
    (source) => ({
      to: source.value('procuratorate'),
      blocks: [
        paragraph(
          `本机关向公安机关移送的${aboutTheCase(source)}一案${transferNumber(source)}，公安机关${refusal(source)}。`,
        ),
        paragraph(
          `本机关认为依法应当立案：${clause(source.value('grounds'))}。根据《行政执法机关移送涉嫌犯罪案件的规定》第九条的规定，建议依法进行立案监督。`,
        ),
      ],
    }),
    internal,
  ),
  {
    id: 'hand-over-materials',
    words: documentWords['hand-over-materials'],
    on: ['hand-over-materials'],
    form: 'record',
    by: 'bureau',
    series: 'case',
    ...internal,
    wording: (source) => ({
      blocks: [table(theCase(source), source.rows(['handedOverOn', 'receiver', 'things']))],
      signatureLines: [
        { label: '接收人（签名）', names: '' },
        { label: '移交人（签名）', names: '' },
      ],
    }),
  },
  {
    id: 'approve-transfer-closing',
    words: documentWords['approve-transfer-closing'],
    on: ['approve-transfer-closing'],
    form: 'table',
    by: 'bureau',
    series: { word: '结' },
    ...internal,
    wording: (source) => ({
      blocks: [
        table(
          theCase(source),
          ['立案通知书文号', source.value('noticeNumber', 'record-police-filed')],
          source.rows(['summary', 'catalogue'], 'propose-transfer-closing'),
          ['审批意见', '同意以移送公安机关结案归档。'],
          ['办理日期', today(source)],
        ),
      ],
      signatureLines: [signedBy('审批（审核）人员（签名）', source)],
    }),
  },
]
