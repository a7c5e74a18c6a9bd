// Which hazards of the demo has the enterprise reported as rectified?
import { day, type Story } from '../script.ts'
import { ordered, passed, rectified, report, verified } from './parts.ts'

export const answered: Story[] = [
  {
    key: 'boiler-valve',
    steps: [
      report([-21, 15], 'e005.safety', {
        title: '锅炉安全阀超期未校验',
        site: '锅炉房',
        category: 'special-equipment',
        description: '两只安全阀校验标签已过期四个月。',
      }),
      ...verified('longyou', -20, 'general', '标签过期属实，锅炉正在运行。'),
      ordered('longyou', -19, -3, '停炉送检，校验合格后方可使用。'),
      rectified('e005', -5, '两只安全阀均已送检合格，附校验报告照片。', 19),
    ],
  },
  {
    key: 'crane-rope',
    steps: [
      report(
        [-40, 15],
        'e006.safety',
        {
          title: '行车钢丝绳断丝超标',
          site: '总装车间五吨行车',
          category: 'special-equipment',
          description: '一个捻距内断丝七处，仍在使用。',
        },
        20,
      ),
      ...verified('newcity', -39, 'general', '断丝超过报废标准，已当场停用。'),
      ordered('newcity', -38, -25, '更换钢丝绳，检查卷筒和吊钩并做载荷试验。'),
      rectified('e006', -27, '钢丝绳已更换。'),
      {
        when: [-24, 10],
        by: 'newcity.inspector2',
        act: 're-check-failed',
        data: { reasons: '钢丝绳已换，但没有载荷试验记录，吊钩防脱装置仍缺失。', dueDate: day(6) },
      },
    ],
  },
  {
    key: 'forklift',
    steps: [
      report([-17, 15], 'e001.safety', {
        title: '叉车制动失灵',
        site: '成品库',
        category: 'special-equipment',
        description: '二号叉车空载制动距离超过五米。',
      }),
      ...verified('kecheng', -16, 'general', '制动距离超标属实。'),
      ordered('kecheng', -15, -4, '停用并检修，经检验合格后使用。'),
      rectified('e001', -7, '已更换制动总泵并重新检验，附检验合格证。', 21),
      passed('kecheng', -5, '制动性能合格，检验合格证有效。'),
    ],
  },
]
