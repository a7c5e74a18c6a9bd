// What does the decision say that is handed over on the spot (处罚法 52)?
import { dayOf, inChinese } from '../../documents/document-source.ts'
import { clause, paragraph, remedies, signedBy, table } from '../../documents/wording.ts'
import type { Block, DocumentDefinition, DocumentSource } from '../../model/document.ts'
import { documentWords } from '../acts/document-words.ts'
import { byStandard, partyName, penaltyLaw, start, surchargeWarning } from './parts.ts'

const told = 'tell-party'

const payment = (source: DocumentSource): Block[] => {
  if (source.act.data.collection === undefined) return []
  const first =
    source.act.data.collection === 'cash'
      ? `罚款已当场收缴（${source.value('cashGround')}），专用票据号：${source.value('receipt')}。`
      : `罚款自收到本决定书之日起${source.period('enforcement-case.payment')}内（至${source.due('payment')}）到指定银行或者通过电子支付系统缴纳。`
  return [paragraph(first), ...(source.act.data.collection === 'cash' ? [] : [surchargeWarning])]
}

const heard = (source: DocumentSource): string =>
  [source.value('outcome', told), clause(source.value('statement', told))]
    .filter((one) => one !== '')
    .join('：')

const receipt = (source: DocumentSource): string =>
  source.act.data.signature === 'refused'
    ? `${source.value('signature')}，见证人：${source.value('witness')}`
    : ''

export const onTheSpotPapers: DocumentDefinition[] = [
  {
    id: 'punish-on-the-spot',
    words: documentWords['punish-on-the-spot'],
    on: ['punish-on-the-spot'],
    form: 'record',
    by: 'bureau',
    series: { word: '当罚' },
    audience: 'party',
    servedAtOnce: () => true,
    wording: (source) => ({
      blocks: [
        table(
          ['被处罚人', partyName(source)],
          ['统一社会信用代码', source.party.code],
          ['地址', source.party.address],
          [
            '违法行为时间、地点',
            `${inChinese(dayOf(source.act))}，${source.value('place', start)}`,
          ],
        ),
        paragraph(`违法事实：${source.value('facts', told)}`),
        paragraph(`处罚理由和依据：${source.value('basis', told)}`),
        paragraph(
          `执法人员已当场出示证件，告知上述事实、理由、依据和陈述、申辩的权利。${heard(source)}。`,
        ),
        paragraph(`根据${penaltyLaw(source, 'on-the-spot')}的规定，决定给予下列行政处罚：`),
        table(source.rows(['penalties', 'fine'])),
        ...byStandard(source, told),
        ...payment(source),
        remedies(source, '决定书'),
      ],
      signatureLines: [
        signedBy('执法人员（签名）', source),
        { label: '当事人（签名或者盖章）', names: receipt(source) },
      ],
    }),
  },
]
