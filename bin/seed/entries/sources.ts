// Which major hazard sources does the demo hold, of which grades?
import { day } from '../script.ts'
import type { SeedEntry } from './entry.ts'

const register = 'major-hazard-source'
const ofKecheng = { register, by: 'kecheng.inspector2', confirmedBy: 'kecheng.chief' }
const ofQujiang = { register, by: 'qujiang.inspector1', confirmedBy: 'qujiang.chief' }

export const sources: SeedEntry[] = [
  {
    ...ofKecheng,
    key: 'source-e106-chlorine',
    data: {
      region: '330802',
      owner: 'e106',
      reason: '安全评估报告已审查',
      name: '液氯库房',
      kind: 'storage',
      place: '厂区东侧，距厂界120米',
      substances: [
        { substance: '液氯', quantity: 50, unit: 't' },
        { substance: '氨', quantity: 800, unit: 'kg' },
      ],
      exposed: 100,
      principal: '松总，总经理，0570-0001601',
      technical: '獭工，技术部经理，0570-0001602',
      operation: '水班长，液氯工段长，0570-0001603',
      assessedOn: day(-400),
      filedOn: day(-390),
    },
  },
  {
    ...ofKecheng,
    key: 'source-e211-petrol',
    data: {
      region: '330802',
      owner: 'e211',
      reason: '油库扩容后重新评估',
      name: '汽油储罐区',
      kind: 'storage',
      place: '厂区北侧罐区T-01至T-04',
      substances: [
        { substance: '汽油', quantity: 1_000, unit: 't' },
        { substance: '乙醇', quantity: 50, unit: 't' },
      ],
      exposed: 0,
      principal: '蓝总，总经理，0570-0001701',
      technical: '鲸工，设备部经理，0570-0001702',
      operation: '月班长，油库班长，0570-0001703',
      assessedOn: day(-9),
    },
  },
  {
    ...ofQujiang,
    key: 'source-e177-lpg',
    data: {
      region: '330803',
      owner: 'e177',
      reason: '例行登记',
      name: '液化石油气储罐区',
      kind: 'storage',
      place: '储配站西南角',
      substances: [{ substance: '液化石油气', quantity: 300, unit: 't' }],
      exposed: 120,
      principal: '赤总，总经理，0570-0001801',
      technical: '狐工，安全总监，0570-0001802',
      operation: '星班长，灌装班长，0570-0001803',
      assessedOn: day(-1_070),
      filedOn: day(-1_060),
    },
  },
  {
    ...ofQujiang,
    key: 'source-e135-cancelling',
    data: {
      region: '330803',
      owner: 'e135',
      reason: '企业停用罐区，申请核销',
      name: '苯储罐区（停用）',
      kind: 'storage',
      place: '厂区南侧',
      substances: [{ substance: '苯', quantity: 60, unit: 't' }],
      exposed: 20,
      principal: '琥总，总经理，0570-0001901',
      technical: '珀工，技术部经理，0570-0001902',
      operation: '蓝班长，罐区班长，0570-0001903',
      assessedOn: day(-700),
      filedOn: day(-690),
      cancellationAppliedOn: day(-8),
    },
  },
]
