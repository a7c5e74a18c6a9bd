// Which hazards of the demo are still to be verified or ordered?
import type { Story } from '../script.ts'
import { report, verified } from './parts.ts'

export const fresh: Story[] = [
  {
    key: 'oil-drums',
    steps: [
      report(
        { hoursAgo: 2 },
        'e001.safety',
        {
          title: '废油桶露天堆放',
          site: '三号仓库东侧空地',
          category: 'fire',
          description: '约二十只废油桶露天堆放，未加盖，距配电间不足五米，地面有油迹。',
        },
        11,
        12,
      ),
    ],
  },
  {
    key: 'confined-space',
    steps: [
      report(
        { hoursAgo: 3 },
        'qujiang.inspector1',
        {
          enterprise: 'e009',
          title: '污水池作业未检测有毒气体',
          site: '厂区西北角污水处理站',
          category: 'confined-space',
          description: '检查时两名工人正在下池清淤，现场没有气体检测记录，也没有监护人。',
          suspectedMajor: true,
        },
        13,
      ),
    ],
  },
  {
    key: 'emergency-exit',
    steps: [
      report(
        { hoursAgo: 20 },
        'e001.safety',
        {
          title: '车间安全出口被货物堵塞',
          site: '二号车间南门',
          category: 'fire',
          description: '南门内侧堆放成品约三米高，疏散宽度不足六十厘米。',
        },
        14,
      ),
      {
        when: { hoursAgo: 18 },
        by: 'kecheng.inspector1',
        act: 'verify',
        data: { grade: 'general', findings: '南门堆货属实，北门畅通，可当日清理。' },
      },
    ],
  },
  {
    key: 'dust-collector',
    steps: [
      report([-3, 15], 'e008.safety', {
        title: '除尘器泄爆口朝向通道',
        site: '打磨车间',
        category: 'machinery',
        description: '除尘器泄爆口正对人员通道，距离约两米，未设导爆管。',
        suspectedMajor: true,
      }),
      ...verified('kecheng', -2, 'major', '泄爆口朝向人员通道，符合重大隐患判定情形。'),
    ],
  },
]
