// Lawful fillings of every form about a measure on things.
import type { Samples } from '../../support/walks/walk.ts'

const day = '2026-03-02'
const taken = {
  things: [{ name: '气瓶', model: '40L', quantity: '3只', spot: '罐区', condition: '完好' }],
  keeper: '毛总',
  certificates: ['浙执001', '浙执002'],
  rightsTold: true,
  signature: 'signed',
  receiver: '毛总',
}
const proposed = {
  ground: '证据可能灭失或者以后难以取得',
  place: '一号车间',
  planned: '气瓶三只',
}

export const registration = { ...proposed, kind: 'registration' }
export const seizure = { ...proposed, kind: 'seizure', ground: '不符合国家标准的气瓶' }
/** Monday, nine in the morning. */
export const onTheSpotSeizure = {
  kind: 'on-the-spot',
  ground: '有现实危险',
  place: '一号车间',
  takenAt: `${day}T01:00:00.000Z`,
  ...taken,
}
export const carriedOut = { ...taken, takenOn: day }

export const measureSamples: Samples = {
  'propose-measure': [registration, seizure, onTheSpotSeizure],
  'approve-measure': [{}],
  'refuse-measure': [{ reason: '没有必要' }],
  'carry-out-measure': [carriedOut],
  'drop-measure': [{ reason: '当事人主动提交' }],
  'confirm-measure': [{}],
  'reject-measure': [{ reason: '没有现实危险' }],
  'send-to-test': [{ tester: '市特检院', reason: '气瓶检验', testUntil: '2026-03-12' }],
  'record-test': [{ result: '不合格' }],
  'record-late-test': [{ result: '不合格' }],
  'extend-measure': [{ by: 30, reason: '情况复杂' }],
  'dispose-measure': [
    { disposal: 'evidence', reason: '作为证据' },
    { disposal: 'confiscation', reason: '不合格产品' },
    {
      disposal: 'police',
      reason: '随案移送',
      policeReceiver: '柯城公安分局',
      policeReceivedOn: day,
    },
    { disposal: 'returned', reason: '不再需要' },
  ],
  'record-confiscation': [
    {
      handling: 'auction',
      handledOn: day,
      proceeds: 1_200.5,
      receiver: '市公共资源交易中心',
    },
  ],
  'lift-measure': [{ ground: 'unrelated', reason: '与违法行为无关' }],
  'return-things': [{ returnedOn: day, receiver: '毛总' }],
}
