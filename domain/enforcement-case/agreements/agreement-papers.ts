// What do the papers say by which both sides agree how a fine is performed, and by which the enforcement goes on (强制法 42)?

import { inChinese } from '../../documents/document-source.ts'
import { clause, letter, paragraph, table } from '../../documents/wording.ts'
import { spellFen } from '../../language/money.ts'
import type { Text } from '../../language/words.ts'
import type { Block, DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { partyName, theCase } from '../papers/parts.ts'
import { termsIn, termsInWords } from './agreement-terms.ts'

/** With whom it is, and what is called how there. */
type Kind = {
  opening: string
  approve: 'approve-agreement' | 'approve-party-agreement'
  conclude: string
  breaks: 'break-agreement' | 'break-party-agreement'
  of: Partial<DocumentDefinition> & Pick<DocumentDefinition, 'audience'>
  who: (source: DocumentSource) => string
}

const termsOf = ({ record }: DocumentSource, opening: string) => termsIn(record.data[opening])

const terms = (source: DocumentSource, opening: string): Block[] =>
  termsInWords(termsOf(source, opening)).map(({ zh }) =>
    paragraph(`${zh.replace(/\d{4}-\d{2}-\d{2}/u, inChinese)}。`),
  )

/** What stands again, as the act itself states it. */
const standing = ({ act: { data } }: DocumentSource): string => {
  const [said] = (Array.isArray(data.standing) ? data.standing : []) as Partial<Text>[]
  return typeof said?.zh === 'string' ? `${said.zh}。` : ''
}

const reduction = (source: DocumentSource, opening: string): Block[] => {
  const { waivedFen } = termsOf(source, opening)
  return waivedFen > 0
    ? [
        paragraph(
          `乙方已采取补救措施：${clause(source.value('remedial', opening))}。甲方据此减免加处罚款${spellFen(waivedFen)}元，罚款本金不予减免。`,
        ),
      ]
    : [paragraph('加处罚款不予减免。')]
}

const agreementPaper = ({ opening, approve, conclude, of, who }: Kind): DocumentDefinition => ({
  id: approve,
  words: documentWords[approve],
  on: [approve],
  form: 'record',
  by: 'bureau',
  series: { word: '执协' },
  ...of,
  servedBy: [conclude],
  wording: (source) => ({
    blocks: [
      table(theCase(source), ['甲方（行政机关）', source.office], ['乙方', who(source)]),
      paragraph(
        '根据《中华人民共和国行政强制法》第四十二条的规定，在不损害公共利益和他人合法权益的情况下，双方就行政处罚决定的履行达成如下执行协议：',
      ),
      ...terms(source, opening),
      ...reduction(source, opening),
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
})

const resumption = ({ approve, conclude, breaks, of, who }: Kind): DocumentDefinition =>
  letter(
    breaks,
    documentWords[breaks],
    '恢强',
    (source) => ({
      to: who(source),
      blocks: [
        paragraph(
          `你（单位）与本机关于${source.value('concludedOn', conclude)}签订《执行协议书》${source.number(approve)}，现未按协议履行：${clause(source.value('findings'))}。`,
        ),
        paragraph(
          `根据《中华人民共和国行政强制法》第四十二条第二款的规定，本机关恢复强制执行，协议减免的加处罚款恢复计算。${standing(source)}请你（单位）立即缴清。`,
        ),
      ],
    }),
    { ...of },
  )

const kinds: Kind[] = [
  {
    opening: 'propose-agreement',
    approve: 'approve-agreement',
    conclude: 'conclude-agreement',
    breaks: 'break-agreement',
    of: { item: 'agreement', audience: 'party' },
    who: partyName,
  },
  {
    opening: 'propose-party-agreement',
    approve: 'approve-party-agreement',
    conclude: 'conclude-party-agreement',
    breaks: 'break-party-agreement',
    of: { item: 'party-agreement', confidential: true, audience: 'internal' },
    who: (source) => source.value('agreeingName', 'propose-party-agreement'),
  },
]

export const agreementPapers: DocumentDefinition[] = kinds.flatMap((kind) => [
  agreementPaper(kind),
  resumption(kind),
])
