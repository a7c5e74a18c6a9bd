// Which hazards of the demo are being rectified, in time or late?
import type { Story } from '../script.ts'
import { ordered, report, verified } from './parts.ts'

export const running: Story[] = [
  {
    key: 'distribution-box',
    steps: [
      report(
        [-9, 15],
        'e001.principal',
        {
          title: '配电箱门缺失、线路裸露',
          site: '一号车间北墙',
          category: 'electricity',
          description: '配电箱无门，两路出线绝缘破损，用胶带缠绕。',
        },
        15,
      ),
      ...verified('kecheng', -8, 'general', '配电箱门缺失，两路线路绝缘破损。'),
      ordered('kecheng', -8, 2, '更换配电箱门及破损线路，由持证电工施工。'),
    ],
  },
  {
    key: 'ammonia-valve',
    steps: [
      report(
        [-15, 15],
        'e002.safety',
        {
          title: '压缩机房阀门锈蚀渗漏',
          site: '制冷机房',
          category: 'hazchem',
          description: '回气阀阀杆锈蚀，肥皂水检测有连续气泡。',
        },
        16,
      ),
      ...verified('qujiang', -14, 'general', '回气阀渗漏，浓度报警未触发。'),
      ordered('qujiang', -13, -4, '更换回气阀并做气密性试验。'),
    ],
  },
  {
    key: 'guard-rail',
    steps: [
      report([-30, 15], 'e003.safety', {
        title: '高处作业平台护栏缺失',
        site: '窑尾四层平台',
        category: 'construction',
        description: '平台东侧约四米护栏在检修时拆除，至今没有恢复。',
      }),
      ...verified('changshan', -29, 'general', '护栏缺失属实，坠落高度约九米。'),
      ordered('changshan', -28, -18, '恢复护栏，高度不低于一点零五米，并设踢脚板。'),
      {
        when: [-16, 9],
        by: 'changshan.chief',
        act: 'acknowledge',
        data: { measures: '已约谈企业负责人，要求每日报告进度。' },
      },
    ],
  },
  {
    key: 'roof-support',
    steps: [
      report(
        [-60, 15],
        'e004.safety',
        {
          title: '巷道顶板支护变形',
          site: '二中段运输巷',
          category: 'other',
          description: '约十二米范围内支护棚腿弯曲，顶板有掉渣。',
          suspectedMajor: true,
        },
        17,
        18,
      ),
      ...verified('kaihua', -59, 'general', '支护变形，已要求停止该巷道通行，可限期处理。'),
      ordered('kaihua', -58, -50, '撤出人员，重新支护并经设计单位确认后恢复使用。'),
      {
        when: [-48, 9],
        by: 'kaihua.chief',
        act: 'acknowledge',
        data: { measures: '派驻两名检查员盯办，封闭巷道入口。' },
      },
      {
        when: [-34, 9],
        by: 'city.supervisor',
        act: 'acknowledge',
        data: { measures: '市安委办挂牌，每周调度一次。' },
      },
    ],
  },
]
