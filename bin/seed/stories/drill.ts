// Which drill of the demo has been held, and what did it show?
import { heldDrill } from '../entries/drills.ts'
import { day, entryNamed, moment, type Step, type Story } from '../script.ts'

const on = (minutes: number, by: string, act: string, data: Step['data']): Step => ({
  when: [-9, 14 + minutes / 60],
  by,
  act,
  data,
})

export const drill: Story = {
  key: 'kecheng-drill',
  process: 'emergency-response',
  steps: [
    on(0, 'kecheng.duty', 'report-emergency', {
      drill: true,
      registerEntry: entryNamed('emergency-drill', heldDrill),
      source: 'bureau',
      kind: 'leak',
      title: heldDrill,
      site: '区应急指挥中心',
      region: '330802',
      happenedAt: moment([-9, 13.95]),
      description: '某化工企业液氯库房阀门泄漏，氯气向东北方向扩散，两名工人失联。',
    }),
    on(6, 'kecheng.duty', 'verify', { findings: '按脚本核实：泄漏未止，两名工人失联', missing: 2 }),
    on(12, 'kecheng.leader', 'start-response', {
      level: '4',
      reason: '泄漏未止，可能影响下风向居民',
      period: '两小时',
      measures: '关阀堵漏、下风向疏散、搜寻失联人员',
    }),
    on(14, 'kecheng.duty', 'report-to-city', {
      course: '液氯泄漏，两名工人失联（演练）',
      measures: '已启动四级响应',
    }),
    on(16, 'city.duty', 'acknowledge-report', {}),
    on(28, 'kecheng.duty', 'record-casualties', {
      asOf: day(-9),
      missing: 0,
      reason: '两名失联工人在更衣室找到',
    }),
    on(40, 'kecheng.leader', 'end-response', { reason: '演练目标完成，泄漏已止，人员全部找到' }),
    on(45, 'kecheng.duty', 'report-finally', {
      course: '演练结束',
      measures: '已转入评估',
    }),
    on(47, 'city.duty', 'acknowledge-report', {}),
    on(50, 'kecheng.leader', 'settle', { findings: '演练，无善后事项' }),
    on(90, 'kecheng.leader', 'evaluate-drill', {
      goals: [
        { goal: '接报后十五分钟内核实并研判', verdict: 'met', points: 95 },
        {
          goal: '三十分钟内通知到全部下风向单位',
          verdict: 'partly',
          points: 70,
          remark: '小学经电话询问后才通知',
        },
        { goal: '首报两小时内报市级', verdict: 'met', points: 90 },
      ],
      strengths: '值班室接报规范，核实和首报及时；指挥席与消防支队配合顺畅。',
      shortcomings: '下风向单位名册不全，疏散通知靠人工查找；备用喷淋方案不明确。',
      score: 84,
      conclusion: '达到预期目标，预案总体可行，须修订下风向单位通知名册。',
    }),
    {
      when: [-8, 10],
      by: 'kecheng.supervisor',
      act: 'set-measure',
      data: {
        to: 'county-enforcement/section-chief',
        measure: '编制东港片区下风向单位通知名册，并列入预案附件',
        dueDate: day(20),
      },
    },
  ],
}
