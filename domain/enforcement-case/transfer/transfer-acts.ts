// What do the acts ask for by which a case is handed to the police, and what they decide is written down?
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { inspectors } from '../../organisation/addresses.ts'
import { documentWords } from '../acts/document-words.ts'
import { leader, legalReviewers, sectionChief } from '../regions/addresses.ts'

const decision = {
  unusual: true as const,
  fields: {
    reason: field.longText('涉嫌犯罪的事实和理由', 'Why a crime is suspected', 4000),
    document: field.document(documentWords['decide-transfer']),
    opinion: field.opinion(),
  },
  notify: [inspectors, sectionChief],
}

/** 国务院令310号 5. */
const decideTransfer = act({
  ...decision,
  words: text('决定移送公安机关', 'Decide to transfer to the police'),
  consequence: {
    effect: text(
      '二十四小时内移送，不得以行政处罚代替；办案期限自此停止计算。',
      'It is handed over within 24 hours; no penalty takes its place; the period of the case stands still.',
    ),
    article: '国务院令第310号第五条、第十一条',
  },
})

/** 国务院令310号 11(2) speaks of warnings, stops and licences; what becomes of a fine follows from 处罚法 35 and is provisional. */
const transferPunished = act({
  ...decision,
  words: text('处罚后移送公安机关', 'Transfer it after the penalty'),
  by: [leader],
  consequence: {
    effect: text(
      '二十四小时内移送；已作出的警告、责令停产停业、暂扣或者吊销许可证的决定不停止执行；已缴罚款依法折抵罚金（罚款的处理为暂行口径）；期间不申请法院强制执行，申请期限停止计算。',
      'It is handed over within 24 hours; warnings, stops and what was taken of licences stand; a fine paid is set off by law (of fines this is provisional). Meanwhile the court is not asked, and the period for it stands still.',
    ),
    article:
      '国务院令第310号第五条、第十一条第二款；《行政处罚法》第三十五条；《行政强制法》第三十九条第一款第（四）项',
  },
})

const refuseTransfer = act({
  words: text('不批准移送', 'Refuse the transfer'),
  fields: {
    reason: field.longText('不予批准的理由', 'Why not', 2000),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '理由记录在案，案件退回调查，另行提出处理意见。',
      'The reason is on record; the case goes back to the investigation for another advice.',
    ),
    article: '国务院令第310号第五条',
  },
  notify: [inspectors, sectionChief],
})

/** 国务院令310号 6, 7. */
const handOverPolice = act({
  words: text('记录已移送', 'Record the transfer'),
  fields: {
    handedOn: field.moment('移送时刻', 'Handed over at'),
    receiver: field.text('公安机关接收单位、接收人', 'Received by', 200),
    procuratorate: field
      .text('抄送的人民检察院', 'Procuratorate that has a copy', 200)
      .optional()
      .hint(
        '案件移送书同时抄送同级人民检察院；未填写的，另行登记抄送',
        'It gets a copy of the letter of transfer; left open, the copy is recorded by itself',
      ),
    receipt: field
      .files('移送回执', 'Receipt')
      .optional()
      .hint('公安机关在移送书的回执上签字', 'The police sign the receipt of the letter'),
  },
  notify: [sectionChief, legalReviewers],
})

/** The paper that the file asks for: it is named as missing until it is there. */
const recordTransferCopy = act({
  words: text('登记抄送人民检察院', 'Record the copy to the procuratorate'),
  by: [inspectors, sectionChief],
  fields: {
    procuratorate: field.text('人民检察院', 'Procuratorate', 200),
    copiedAt: field.moment('抄送时刻', 'Sent at'),
    copyReceipt: field.files('抄送回执', 'Its receipt').optional(),
  },
  notify: [sectionChief, legalReviewers],
})

const notice = (zh: string, en: string) => ({
  noticeNumber: field.text(`${zh}文号`, `Number of the ${en}`, 100),
  receivedOn: field.date('收到日期', 'Received on'),
  notice: field.files(zh, `The ${en}`).optional(),
})

const recordPoliceFiled = act({
  words: text('登记公安机关立案', 'The police have filed it'),
  fields: notice('立案通知书', 'notice of the filing'),
  consequence: {
    effect: text(
      '三日内移交涉案物品和材料；刑事程序终结前本案等待。',
      'Things and papers are handed over within three days; the case waits for the criminal matter.',
    ),
    article: '国务院令第310号第十二条',
  },
  notify: [leader, sectionChief],
})

/** 国务院令310号 8(2). */
const recordPoliceRefusal = act({
  words: text('登记公安机关不予立案', 'The police have not filed it'),
  fields: {
    ...notice('不予立案通知书', 'notice that nothing is filed'),
    reason: field.longText('公安机关说明的理由', 'Reason of the police', 4000),
    fileReturned: field
      .boolean('案卷材料已退回', 'The papers came back')
      .hint('尚未退回的，恢复办理时再核实', 'Not yet: it is asked again when the case goes on'),
  },
  consequence: {
    effect: text(
      '三日内可以提请复议，也可以建议人民检察院立案监督；否则依法作出行政处理。',
      'Within three days the police may be asked to reconsider, or the procuratorate to supervise; else the authority deals with it.',
    ),
    article: '国务院令第310号第八条至第十条',
  },
  notify: [leader, sectionChief],
})

const askReconsideration = act({
  words: text('提请公安机关复议', 'Ask the police to reconsider'),
  fields: {
    grounds: field.longText('提请复议的理由', 'Why', 4000),
    document: field.document(documentWords['ask-reconsideration']),
    opinion: field.opinion(),
  },
  notify: [inspectors, sectionChief],
})

/** 令310 9: the three days of the police run from here. */
const recordRequestReceived = act({
  words: text('登记公安机关收到提请复议文件', 'The police have the request'),
  fields: {
    receivedOn: field.date('公安机关收到日期', 'Received by the police on'),
    receipt: field.files('签收凭证', 'Receipt').optional(),
  },
  notify: [sectionChief],
})

const proposeSupervision = act({
  words: text('建议人民检察院立案监督', 'Propose supervision of the filing'),
  by: [leader],
  fields: {
    procuratorate: field.text('人民检察院', 'Procuratorate', 200),
    grounds: field.longText('建议立案监督的理由', 'Why', 4000),
    document: field.document(documentWords['propose-supervision']),
    opinion: field.opinion(),
  },
  notify: [inspectors, sectionChief],
})

const recordSupervisionEnd = act({
  words: text('登记立案监督未改变不予立案', 'The procuratorate lets the refusal stand'),
  fields: {
    receivedOn: field.date('收到日期', 'Received on'),
    answer: field.longText('人民检察院的答复', 'Its answer', 4000),
    notice: field.files('答复文书', 'Its paper').optional(),
  },
  notify: [leader, sectionChief],
})

const acceptPoliceRefusal = act({
  unusual: true,
  words: text('恢复行政案件办理', 'Go on with the case'),
  fields: {
    fileReturned: field
      .boolean('案卷材料现已退回', 'The papers are back by now')
      .optional()
      .perCase(({ snapshot }) =>
        snapshot.context.policeFileReturned === false ? { required: true } : null,
      ),
    reason: field.longText('处理意见', 'How it goes on', 2000),
    opinion: field.opinion(),
  },
  consequence: {
    effect: text(
      '案件恢复办理，办案期限继续计算；应当给予行政处罚的，依法处罚。',
      'The case goes on and so does its period; what is to be punished is punished.',
    ),
    article: '国务院令第310号第十条；《行政处罚法》第二十七条',
  },
  notify: [inspectors, sectionChief],
})

/** 国务院令310号 12. */
const handOverMaterials = act({
  words: text('移交涉案物品和材料', 'Hand over things and papers'),
  fields: {
    handedOverOn: field.date('移交日期', 'Handed over on'),
    receiver: field.text('公安机关接收单位、接收人', 'Received by', 200),
    things: field
      .lines('物品和材料清单', 'List of things and papers', 100, 200)
      .hint(
        '每行一件；登记保存、查封扣押的财物，另在各该措施下登记移送公安机关',
        'One a line; of what was seized its measure says as well that it went to the police',
      ),
    receipt: field.files('交接手续', 'Receipt').optional(),
    document: field.document(documentWords['hand-over-materials']),
  },
  notify: [sectionChief],
})

export const transferActs = {
  'decide-transfer': decideTransfer,
  'transfer-punished': transferPunished,
  'refuse-transfer': refuseTransfer,
  'hand-over-police': handOverPolice,
  'record-transfer-copy': recordTransferCopy,
  'record-police-filed': recordPoliceFiled,
  'record-police-refusal': recordPoliceRefusal,
  'ask-reconsideration': askReconsideration,
  'record-request-received': recordRequestReceived,
  'propose-supervision': proposeSupervision,
  'record-supervision-end': recordSupervisionEnd,
  'accept-police-refusal': acceptPoliceRefusal,
  'hand-over-materials': handOverMaterials,
}
