// Which hazards of the demo are closed?
import type { Story } from '../script.ts'
import { ordered, passed, rectified, report, verified } from './parts.ts'

export const ended: Story[] = [
  {
    key: 'fire-hydrant',
    steps: [
      report([-46, 15], 'e007.safety', {
        title: '室内消火栓无水',
        site: '喷涂车间',
        category: 'fire',
        description: '两只消火栓开启后无水，阀门井内阀门关闭且锈死。',
      }),
      ...verified('jiangshan', -45, 'general', '两只消火栓无水，水泵房正常。'),
      ordered('jiangshan', -44, -32, '更换阀门，恢复供水并做出水试验。'),
      rectified('e007', -36, '阀门已更换，出水试验压力正常。', 22),
      passed('jiangshan', -34, '现场试水，压力符合要求。'),
      {
        when: [-33, 9],
        by: 'jiangshan.chief',
        act: 'write-off',
        data: { publicSummary: '喷涂车间室内消火栓无水隐患已整改完毕，经复查合格，予以核销。' },
      },
    ],
  },
  {
    key: 'noise',
    steps: [
      report([-11, 15], 'e008.principal', {
        title: '空压机噪声大',
        site: '空压站',
        category: 'other',
        description: '空压机运行时噪声明显，担心设备故障。',
      }),
      {
        when: [-10, 10],
        by: 'kecheng.inspector3',
        act: 'reject',
        data: { reason: '经检测噪声在设备正常范围内，设备年检有效，不构成事故隐患。' },
      },
      {
        when: [-10, 11],
        by: 'kecheng.inspector4',
        act: 'sign',
        data: { opinion: '同意，建议企业做好降噪。' },
      },
    ],
  },
  {
    key: 'reported-twice',
    steps: [
      report([-8, 9], 'e001.safety', {
        title: '配电箱线路裸露',
        site: '一号车间北墙',
        category: 'electricity',
        description: '配电箱线路裸露，请尽快处理。',
      }),
      {
        when: [-8, 10],
        by: 'e001.safety',
        act: 'withdraw',
        data: { reason: '与本企业前一日的报告重复。' },
      },
    ],
  },
]
