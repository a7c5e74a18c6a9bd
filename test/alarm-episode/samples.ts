// Lawful fillings of every form of an alarm: one at least, more where the form decides the way.
import { later } from '../../domain/time/instant.ts'
import { enterpriseId } from '../support/people/people.ts'
import type { Samples } from '../support/walks/walk.ts'

export const start = '2026-03-02T01:00:00.000Z'
const at = start
const hours = (n: number) => later(start, n * 3_600_000)

/** A tank that is too full, in an enterprise of Kecheng. */
export const raised = {
  alarm: 'a-1',
  feed: 'opcua-1',
  device: 'LT-101',
  point: '储罐液位',
  condition: 'HH',
  text: '甲醇储罐 LT-101 液位高高',
  unit: 'm',
  level: 2,
  value: 9.4,
  limit: 9,
  at,
  synthetic: false,
  enterprise: enterpriseId,
  region: '330802',
  site: '三号罐区',
  kind: 'level',
}
export const light = { ...raised, level: 3 }
export const lightest = { ...raised, level: 4, condition: 'H' }
export const gas = {
  ...raised,
  level: 1,
  kind: 'gas',
  latching: true,
  text: '可燃气体 GD-7 二级报警',
  unit: '%LEL',
}
export const latchedLight = { ...gas, level: 3 }
export const drill = { ...gas, level: 2, synthetic: true }

const reason = { reason: '试验' }
const moment = { at }

export const samples: Samples = {
  escalate: [1, 2, 3].map((level) => ({ level, value: 9.8, limit: 9.5, ...moment })),
  // The first as of one that is acknowledged: nothing of it is open any more.
  'return-to-normal': [
    { value: 8.1, standing: 'normal', ...moment },
    { value: 8.1, standing: 'latched', ...moment },
    { value: 8.1, standing: 'returned', ...moment },
    { value: 8.1, standing: 'acknowledged', rang: 1, ...moment },
    { value: 8.1, standing: 'returned', level: 1, ...moment },
  ],
  'declared-over': [
    { standing: 'normal', by: '单值班', reason: '电话核实现场液位正常', ...moment },
    { standing: 'unacknowledged', rang: 1, by: '单值班', reason: '电话核实后又报警', ...moment },
    { standing: 'returned', level: 1, by: '单值班', reason: '电话核实现场已处置', ...moment },
  ],
  're-alarm': [
    { value: 9.5, limit: 9, ...moment },
    { level: 1, value: 9.9, limit: 9.5, ...moment },
  ],
  'alarm-ended': [moment],
  'lose-quality': [moment],
  'regain-quality': [moment],
  'note-branch': [{ branch: 'b-1', ...moment }],
  'acknowledged-at-plant': [
    { by: '中控室', ...moment },
    { by: '中控室', level: 1, ...moment },
    { by: '中控室', standing: 'normal', ...moment },
  ],
  'shelved-at-plant': [{ until: hours(2), ...moment }],
  acknowledge: [{ measures: '已通知现场核实' }, { seen: 1_001 }],
  'acknowledge-at-enterprise': [{ note: '已派人到罐区' }],
  'hand-over': [{ note: '下一班继续关注' }],
  shelve: [{ until: hours(4), ...reason }],
  unshelve: [reason],
  suppress: [{ until: hours(20), ground: '开车阶段' }],
  'take-out-of-service': [{ permit: '检修〔2026〕7号', until: hours(48) }],
  'return-to-service': [{}],
  reset: [{ note: '现场已确认' }],
  conclude: [
    { outcome: 'false', findings: '探头受潮' },
    { outcome: 'genuine', findings: '进料阀未关', measures: '已关阀降液位' },
  ],
  'start-emergency': [
    { reason: '可能泄漏', drill: false },
    { reason: '演练科目', drill: true },
  ],
  'emergency-ended': [
    { mainCase: '衢应急〔2026〕1号', outcome: 'false' },
    { mainCase: '衢应急〔2026〕1号', outcome: 'genuine', measures: '已关阀降液位' },
  ],
  'emergency-waived': [{ mainCase: '衢应急〔2026〕1号', reason: '现场已控制' }],
  'report-hazard': [
    { title: '液位联锁失效', site: '三号罐区', description: '高高液位未联锁切断进料' },
  ],
}
