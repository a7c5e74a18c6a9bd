// Which emergencies of the demo are under way, and which have ended?
import { moment, type Step, type Story } from '../script.ts'

/** An act on the running response, so many minutes after its report an hour before the demo was founded. */
const after = (minutes: number, by: string, act: string, data: Step['data']): Step => ({
  when: { hoursAgo: 1 - minutes / 60 },
  by,
  act,
  data,
})

export const emergencies: Story[] = [
  {
    key: 'ammonia-leak',
    process: 'emergency-response',
    steps: [
      after(0, 'qujiang.duty', 'report-emergency', {
        source: 'unit',
        kind: 'leak',
        title: '制冷机房液氨泄漏',
        site: '制冷机房',
        coordinates: '118.9584,28.9793',
        enterprise: 'e002',
        region: '330803',
        happenedAt: moment({ hoursAgo: 1.2 }),
        toldAt: moment({ hoursAgo: 1.05 }),
        description: '低压循环桶出液阀法兰泄漏，机房报警，人员已撤出，有无人员受伤不明。',
      }),
      after(6, 'qujiang.duty', 'verify', {
        findings: '电话核实属实：泄漏未止，两人呛伤送医，下风向为村道。',
        evacuated: 40,
      }),
      after(10, 'qujiang.duty', 'county-tells-government', {
        form: 'phone',
        reportedAt: moment({ hoursAgo: 1 - 9 / 60 }),
        to: '区政府总值班室',
        content: '液氨泄漏未止，两人呛伤送医，已疏散40人',
      }),
      after(12, 'qujiang.leader', 'start-response', {
        level: '4',
        reason: '泄漏未止，可能影响下风向居民',
        period: '六小时',
        measures: '关阀堵漏、水幕稀释、下风向警戒',
      }),
      after(15, 'qujiang.duty', 'report-to-city', {
        course: '低压循环桶出液阀法兰泄漏，两人呛伤',
        measures: '已停机，疏散车间人员，消防已出动',
      }),
      after(20, 'city.duty', 'acknowledge-report', { note: '请续报泄漏量和处置进展' }),
      after(21, 'city.duty', 'city-tells-government', {
        form: 'phone',
        reportedAt: moment({ hoursAgo: 1 - 20.5 / 60 }),
        to: '市政府总值班室',
        content: '衢江区液氨泄漏，两人呛伤，已启动四级响应',
      }),
      after(22, 'qujiang.commander', 'set-up-command-post', {
        commander: '区应急管理局局长',
        site: '厂区西门',
        groups: ['抢险组：消防、企业技术人员', '警戒组：公安、镇政府'],
      }),
      after(24, 'qujiang.commander', 'give-order', {
        to: 'city-fire/duty-officer',
        task: '堵漏并以水幕稀释',
      }),
      after(26, 'qujiang.commander', 'give-order', {
        to: 'city-health/duty-officer',
        task: '派救护车到厂区西门待命',
      }),
      after(32, 'qujiang.duty', 'county-tells-government', {
        form: 'written',
        reportedAt: moment({ hoursAgo: 1 - 31 / 60 }),
        to: '区政府总值班室',
        content: '液氨泄漏处置情况专报（第一期）',
      }),
      after(34, 'qujiang.duty', 'note-event', {
        happenedAt: moment({ hoursAgo: 0.45 }),
        text: '消防两车十二人到场，开始水幕稀释',
      }),
    ],
  },
  {
    key: 'kitchen-smoke',
    process: 'emergency-response',
    steps: [
      {
        when: [-12, 11],
        by: 'kecheng.duty',
        act: 'report-emergency',
        data: {
          source: 'telephone',
          kind: 'fire',
          title: '东港路厂房冒烟',
          site: '东港路三号厂房',
          region: '330802',
          happenedAt: moment([-12, 10.9]),
          description: '过路人来电称厂房顶冒白烟。',
        },
      },
      {
        when: [-12, 11.2],
        by: 'kecheng.duty',
        act: 'declare-false',
        data: { reason: '现场核实为食堂蒸汽排放，无火情' },
      },
    ],
  },
]
