// What do the papers say by which both sides agree how a fine is performed, and by which the enforcement goes on (强制法 42)?

import { inChinese } from '../../documents/document-source.ts'
import { clause, letter, paragraph, table } from '../../documents/wording.ts'
import { spellFen } from '../../language/money.ts'
import type { Text } from '../../language/words.ts'
import type { Block, DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName, theCase } from '../papers/parts.ts'
import { termsIn, termsInWords } from './agreement-terms.ts'

const opening = 'propose-agreement'
const ofAgreement = { item: 'agreement', audience: 'party' } as const

const termsOf = ({ record }: DocumentSource) => termsIn(record.data[opening])

const terms = (source: DocumentSource): Block[] =>
  termsInWords(termsOf(source)).map(({ zh }) =>
    paragraph(`${zh.replace(/\d{4}-\d{2}-\d{2}/u, inChinese)}。`),
  )

/** What stands again, as the act itself states it. */
const standing = ({ act: { data } }: DocumentSource): string => {
  const [said] = (Array.isArray(data.standing) ? data.standing : []) as Partial<Text>[]
  return typeof said?.zh === 'string' ? `${said.zh}。` : ''
}

const reduction = (source: DocumentSource): Block[] => {
  const { waivedFen } = termsOf(source)
  return waivedFen > 0
    ? [
        paragraph(
          `乙方已采取补救措施：${clause(source.value('remedial', opening))}。甲方据此减免加处罚款${spellFen(waivedFen)}元，罚款本金不予减免。`,
        ),
      ]
    : [paragraph('加处罚款不予减免。')]
}

const agreementPaper: DocumentDefinition = {
  id: 'approve-agreement',
  words: documentWords['approve-agreement'],
  on: ['approve-agreement'],
  form: 'record',
  by: 'bureau',
  series: { word: '执协' },
  ...ofAgreement,
  servedBy: ['conclude-agreement'],
  wording: (source) => ({
    blocks: [
      table(theCase(source), ['甲方（行政机关）', source.office], ['乙方', partyName(source)]),
      paragraph(
        '根据《中华人民共和国行政强制法》第四十二条的规定，在不损害公共利益和他人合法权益的情况下，双方就行政处罚决定的履行达成如下执行协议：',
      ),
      ...terms(source),
      ...reduction(source),
      paragraph(
        '执行协议应当履行。乙方不履行执行协议的，甲方恢复强制执行，已减免的加处罚款恢复计算；申请人民法院强制执行的期限不因本协议延长。',
      ),
      paragraph('本协议自双方签字盖章之日起生效。'),
    ],
    signatureLines: [
      { label: '甲方（签名、盖章）', names: '' },
      { label: '乙方（签名或者盖章）', names: '' },
    ],
  }),
}

const resumption = letter(
  'break-agreement',
  documentWords['break-agreement'],
  '恢强',
  (source) => ({
    to: partyName(source),
    blocks: [
      paragraph(
        `你（单位）与本机关于${source.value('concludedOn', 'conclude-agreement')}签订《执行协议书》${source.number('approve-agreement')}，现未按协议履行：${clause(source.value('findings'))}。`,
      ),
      paragraph(
        `根据《中华人民共和国行政强制法》第四十二条第二款的规定，本机关恢复强制执行，协议减免的加处罚款恢复计算。${standing(source)}请你（单位）立即缴清。`,
      ),
    ],
  }),
  { ...ofAgreement },
)

export const agreementPapers: DocumentDefinition[] = [agreementPaper, resumption]
