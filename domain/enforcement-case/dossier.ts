// In which order do the papers of an enforcement case go to the archive, and which must be there (安监总政法〔2016〕72号)?
import { text } from '../language/words.ts'
import type { DossierCourse, DossierDefinition, DossierNeed } from '../model/document.ts'
import { documentWords, hearingNotice } from './acts/document-words.ts'
import { isRefiled } from './memory/refiled.ts'

type Kind = keyof typeof documentWords

const after =
  (...acts: string[]) =>
  ({ did }: DossierCourse) =>
    acts.some(did)
/** The document that its act makes: missing while it is void and was not issued again. */
const paper = (document: Kind): DossierNeed => ({
  words: documentWords[document],
  document,
  when: after(document),
})
const file = (zh: string, en: string, act: string): DossierNeed => ({
  words: text(zh, en),
  file: act,
  when: after(act),
})

/** From its conclusion on the case remembers an agreement, kept or broken. */
const agreedOn = ({ record }: DossierCourse): boolean =>
  record.snapshot.context.agreed !== undefined

export const dossier: DossierDefinition = {
  before: [
    'propose-closing',
    'approve-closing',
    'propose-transfer-closing',
    'approve-transfer-closing',
  ],
  cover: (answer) => [
    ['案件来源', answer('source', 'propose-filing')],
    ['处理结果', answer('penalties', 'decide-penalty')],
    ['罚款金额（元）', answer('fine', 'decide-penalty')],
  ],
  parts: [
    {
      words: text('处罚决定', 'Decision'),
      documents: [
        'decide-penalty',
        'decide-party-penalty',
        'punish-on-the-spot',
        'decide-no-penalty',
        'decide-transfer',
      ],
      files: ['note-on-the-spot', 'punish-on-the-spot', 'report-on-the-spot'],
      needs: [
        paper('decide-penalty'),
        paper('punish-on-the-spot'),
        paper('decide-no-penalty'),
        {
          ...paper('decide-transfer'),
          when: after('decide-transfer', 'transfer-punished'),
        },
        file('当场处罚决定书存根', 'Stub of the decision on the spot', 'report-on-the-spot'),
      ],
    },
    {
      words: text('送达', 'Service'),
      documents: ['receipt', 'party-receipt'],
      files: [
        'serve-decision',
        'serve-party-decision',
        'serve-notice',
        'serve-party-notice',
        'serve-demand',
        'serve-party-demand',
      ],
      needs: [
        file('处罚决定书送达回执（签收件）', 'Signed receipt of the decision', 'serve-decision'),
        file('告知书送达回执（签收件）', 'Signed receipt of the notice', 'serve-notice'),
      ],
    },
    {
      words: text('立案', 'Filing'),
      documents: ['approve-filing', 'withdraw-case'],
      files: ['propose-filing'],
      needs: [paper('approve-filing'), paper('withdraw-case')],
    },
    {
      words: text('证据', 'Evidence'),
      documents: [
        'evidence-notice',
        'seizure-decision',
        'measure-list',
        'seizure-extended',
        'test-notice',
        'measure-disposal',
        'measure-lifted',
      ],
      files: [
        'record-evidence',
        'propose-measure',
        'carry-out-measure',
        'record-test',
        'record-late-test',
        'record-confiscation',
        'return-things',
      ],
      needs: [file('证据材料', 'Evidence', 'record-evidence')],
    },
    {
      words: text('告知、陈述申辩、听证', 'Notice, statement, hearing'),
      documents: [
        'notify-penalty',
        'hearing-right',
        'notify-party',
        'party-hearing-right',
        'notify-hearing',
        'close-hearing',
      ],
      files: [
        'state-defence',
        'state-party-defence',
        'request-hearing',
        'request-party-hearing',
        'waive-rights',
        'waive-party-rights',
        'close-hearing',
      ],
      needs: [
        paper('notify-penalty'),
        paper('notify-hearing'),
        paper('close-hearing'),
        {
          words: hearingNotice,
          document: 'hearing-right',
          when: ({ did, record }) =>
            did('notify-penalty') && record.snapshot.context.hearingOffered === true,
        },
        file('听证笔录（签名件）', 'Signed record of the hearing', 'close-hearing'),
      ],
    },
    {
      words: text('委托代理', 'Powers of attorney'),
      documents: ['accept-party-counsel', 'accept-enterprise-counsel'],
      files: ['name-party-counsel', 'name-enterprise-counsel'],
    },
    {
      words: text('责令改正、提请关闭', 'Orders to correct, proposals to close'),
      documents: ['order-correction', 'correction-checked', 'propose-closure'],
      files: ['order-correction', 'correction-done', 'correction-refused', 'closure-decided'],
      needs: [paper('order-correction'), paper('propose-closure')],
    },
    {
      words: text('法制审核、集体讨论', 'Legal review, discussion'),
      documents: ['give-legal-opinion', 'record-discussion'],
      needs: [paper('give-legal-opinion'), paper('record-discussion')],
    },
    {
      words: text('履行、强制执行', 'Performance, compulsion'),
      documents: [
        'grant-deferral',
        'grant-party-deferral',
        'issue-demand',
        'demand-party',
        'apply-court',
        'apply-party-court',
        'suspend-enforcement',
        'resume-enforcement',
        'approve-agreement',
        'break-agreement',
        'approve-party-agreement',
        'break-party-agreement',
        'terminate-enforcement',
      ],
      files: [
        'record-payment',
        'record-instalment',
        'apply-deferral',
        'apply-party-deferral',
        'hand-in-cash',
        'remit-cash',
        'answer-demand',
        'record-ruling',
        'propose-termination',
        'suspend-enforcement',
        'propose-agreement',
        'conclude-agreement',
        'propose-party-agreement',
        'conclude-party-agreement',
        'end-party-enforcement',
        'record-refund',
        'return-party-surplus',
        'record-party-refund',
      ],
      needs: [
        file('缴款票据', 'Receipt of the payment', 'record-payment'),
        file('当场收缴罚款的收款凭证', 'Receipt of the cash', 'hand-in-cash'),
        file('罚款缴付银行回单', 'Voucher of the bank', 'remit-cash'),
        paper('grant-deferral'),
        paper('issue-demand'),
        paper('apply-court'),
        paper('suspend-enforcement'),
        paper('resume-enforcement'),
        { ...paper('approve-agreement'), when: agreedOn },
        {
          ...file('执行协议书（双方签字件）', 'Agreement signed by both', 'conclude-agreement'),
          when: agreedOn,
        },
        paper('terminate-enforcement'),
      ],
    },
    {
      words: text('复议、诉讼', 'Reconsideration, litigation'),
      documents: ['file-answer', 'file-party-answer'],
      files: [
        'receive-remedy',
        'order-stay',
        'record-upheld',
        'record-change',
        'record-annulment',
        'receive-party-remedy',
        'order-party-stay',
        'record-party-upheld',
        'record-party-change',
        'record-party-annulment',
      ],
      needs: [paper('file-answer')],
    },
    {
      words: text('移送公安机关、刑事处理', 'Transfer to the police, criminal matter'),
      documents: ['ask-reconsideration', 'propose-supervision', 'hand-over-materials'],
      files: [
        'hand-over-police',
        'record-transfer-copy',
        'record-police-filed',
        'record-police-refusal',
        'record-request-received',
        'record-supervision-end',
        'hand-over-materials',
        'record-criminal-return',
      ],
      needs: [
        file('案件移送回执', 'Receipt of the transfer', 'hand-over-police'),
        {
          ...file('抄送人民检察院的回执', 'Receipt of the procuratorate', 'record-transfer-copy'),
          when: after('hand-over-police'),
        },
        file('立案通知书', 'Notice of the filing', 'record-police-filed'),
        file('不予立案通知书', 'Notice that nothing is filed', 'record-police-refusal'),
        paper('ask-reconsideration'),
        paper('propose-supervision'),
        paper('hand-over-materials'),
        file('刑事处理文书', 'Judgment or decision', 'record-criminal-return'),
        {
          ...file('刑事处理文书（原移送案件）', 'Judgment or decision of then', 'propose-filing'),
          when: ({ record }) => isRefiled(record.data['propose-filing'] ?? {}),
        },
      ],
    },
    {
      words: text('结案', 'Closing'),
      documents: ['approve-closing', 'approve-transfer-closing'],
      needs: [paper('approve-closing'), paper('approve-transfer-closing')],
    },
  ],
}
