// Lawful fillings of the forms by which a case goes to the police and comes back.
import type { Samples } from '../../support/walks/walk.ts'

const day = '2026-03-02'
const notice = { noticeNumber: '柯公立字〔2026〕1号', receivedOn: day }

export const transferSamples: Samples = {
  'decide-transfer': [{ reason: '涉嫌危险作业罪' }],
  'transfer-punished': [{ reason: '处罚后发现涉嫌危险作业罪' }],
  'refuse-transfer': [{ reason: '达不到追诉标准' }],
  'hand-over-police': [
    {
      handedOn: `${day}T00:30:00.000Z`,
      receiver: '柯城公安分局',
      procuratorate: '柯城区人民检察院',
    },
  ],
  'record-transfer-copy': [{ procuratorate: '柯城区人民检察院', copiedAt: `${day}T00:45:00.000Z` }],
  'record-police-filed': [notice],
  'record-police-refusal': [{ ...notice, reason: '犯罪事实显著轻微', fileReturned: true }],
  'ask-reconsideration': [{ grounds: '已造成现实危险' }],
  'record-request-received': [{ receivedOn: day }],
  'propose-supervision': [{ procuratorate: '柯城区人民检察院', grounds: '应当立案' }],
  'record-supervision-end': [{ receivedOn: day, answer: '公安机关不立案理由成立' }],
  'accept-police-refusal': [{ reason: '依法给予行政处罚' }],
  'hand-over-materials': [
    { handedOverOn: day, receiver: '柯城公安分局', things: ['现场检查笔录', '气瓶十只'] },
  ],
  'record-criminal-return': [
    {
      outcome: 'not-prosecuted',
      instrument: '柯检刑不诉〔2026〕1号',
      receivedOn: day,
      findings: '犯罪情节轻微，建议给予行政处罚',
    },
    {
      outcome: 'convicted',
      instrument: '（2026）浙0802刑初1号',
      receivedOn: day,
      effectiveOn: day,
      criminalFine: 30_000,
      partyFined: true,
      findings: '判处罚金',
    },
  ],
  'propose-transfer-closing': [{ summary: '公安机关已立案侦查', catalogue: ['移送书'] }],
  'approve-transfer-closing': [{}],
}
