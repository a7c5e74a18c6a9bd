// By which standards of discretion does the demo check a planned fine? Examples that no authority has issued, kept by the city for all its counties.
import { day } from '../script.ts'
import type { SeedEntry } from './entry.ts'

type Step = { step: string; facts: string; from?: number; to?: number; others?: string }

const cause = (
  stem: string,
  [act, duty, penalty]: [string, string, string],
  steps: Step[],
): SeedEntry => ({
  register: 'violation-cause',
  key: `cause-${stem}`,
  by: 'city.legal',
  confirmedBy: 'city.admin',
  early: true,
  data: {
    number: `示例-${stem}`,
    region: '330800',
    reason: '演示用示例',
    act,
    duty,
    penalty,
    level: 'county',
    standard: '演示用裁量基准（示例，非正式文件）',
    validFrom: day(-400),
    firstSpared: true,
    minorSpared: true,
    steps,
    remark: '演示数据：阶次和罚款幅度均为示例，不得作为处罚依据。',
  },
})

const warning: Step = { step: 'minor', facts: '一处，当场改正', others: '责令改正' }

export const causes: SeedEntry[] = [
  cause(
    '099-1',
    ['未设置明显的安全警示标志', '《安全生产法》第三十五条', '《安全生产法》第九十九条第一项'],
    [
      warning,
      { step: 'lighter', facts: '一处，不能当场改正', from: 1_000, to: 5_000 },
      { step: 'ordinary', facts: '二处以上', from: 5_000, to: 20_000 },
      { step: 'heavier', facts: '较大危险因素处未设置', from: 20_000, to: 50_000 },
    ],
  ),
  cause(
    '099-3',
    [
      '未对安全设备进行经常性维护、保养',
      '《安全生产法》第三十六条第二款',
      '《安全生产法》第九十九条第三项',
    ],
    [
      warning,
      { step: 'ordinary', facts: '一至二台设备，中断不足三个月', from: 10_000, to: 30_000 },
      { step: 'heavier', facts: '三台以上设备，或者中断三个月以上', from: 30_000, to: 50_000 },
    ],
  ),
]
