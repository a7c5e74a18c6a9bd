// Lawful fillings of every form about an order to correct, its re-check, a suspension, and a proposal to close.
import type { Samples } from '../../support/walks/walk.ts'

const day = '2026-03-02'
const certificates = ['浙执001', '浙执002']

/** Monday; to be corrected by Friday. */
export const order = {
  requirements: '在罐区入口设置安全警示标志',
  correctBy: '2026-03-06',
  certificates,
}
export const recheckedOn = (checkedOn: string) => ({
  checkedOn,
  findings: '入口仍未设置标志',
  certificates,
})

export const correctionSamples: Samples = {
  'order-correction': [order],
  'correction-done': [recheckedOn(day)],
  'correction-refused': [recheckedOn('2026-03-09')],
  'drop-correction': [{ reason: '责令改正内容有误' }],
  'suspend-enforcement': [{ ground: 'unable', harmless: true, findings: '停产，账户无余额' }],
  'resume-enforcement': [{ gone: '已恢复生产' }],
  'propose-closure': [{ reason: '重大事故隐患长期未治理，屡罚不改' }],
  'closure-decided': [{ number: '柯政关〔2026〕1号', decidedOn: day }],
  'closure-declined': [{ reason: '已落实整改资金' }],
}
