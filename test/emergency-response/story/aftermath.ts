// The year after the fire: a death on day 20, the investigation, the reply and what follows from it, the evaluation.
import { expect } from 'vitest'
import { act } from '../../support/browser/browser.ts'
import { internal } from './response.ts'
import type { Story } from './story.ts'

/** One of the injured dies on the 20th day: the accident becomes a larger one, and it is the city's to investigate. */
export const death = async ({ about: { id }, at, does, look, reads, until }: Story) => {
  await does('leader', 'open-investigation', { head: '严局长', members: ['应急管理局', '公安局'] })
  await until('duty', '2026-03-22')
  await reads('duty', ['一般事故'])
  await act(at.duty, id, '更新伤亡和影响数字', {
    asOf: '2026-03-22',
    dead: '3',
    reason: '一名伤员经抢救无效死亡',
  })
  await reads('mayor', ['较大事故', '续报中'])
  await look('mayor', 'death')
  await does('mayor', 'open-investigation', {
    head: '市领导',
    members: ['市应急管理局', '市公安局'],
  })
  await does('duty', 'report-further', { course: '一名伤员死亡', measures: '善后' })
  await does('province', 'acknowledge-report')
  await does('duty', 'report-finally', { course: '一名伤员死亡', measures: '善后' })
  await does('province', 'acknowledge-report')
  await does('city', 'acknowledge-copy')
}

/** The investigation takes longer than sixty days, as it may; its report is replied to. */
export const investigation = async (story: Story) => {
  const {
    about: { id },
    at,
    does,
    look,
    person,
    reads,
    until,
  } = story
  await until('duty', '2026-04-20')
  const limit = async () =>
    (await (await person('mayor')).view(id)).clocks.find(({ clock }) => clock === 'investigation')
  const obligation = (await limit())?.id ?? ''
  await act(at.mayor, id, '延长时限', {
    obligation,
    by: '60',
    reason: '技术鉴定未完成',
    paper: '衢政函〔2026〕31号',
  })
  expect((await limit())?.due).toBe('2026-06-30')
  await until('duty', '2026-06-01')
  await act(at.chief, id, '提交调查报告', {
    cause: '液位联锁失效，满罐溢流起火，属生产安全责任事故',
    responsibility: '企业未落实主体责任',
    measures: '更换联锁',
    rescue: '及时',
  })
  await does('mayor', 'reply', { decision: '同意调查报告' })
  await reads('safety', ['批复'], internal)
  await look('mayor', 'replied')
}

/** What follows from the reply: a hazard that is rectified, an enforcement case to be filed, two measures, the publication. */
export const followUp = async (story: Story) => {
  const {
    about: { id },
    acts,
    at,
    does,
    look,
    reads,
  } = story
  await act(at.chief, id, '转为隐患整改', {
    title: '液位联锁失效',
    site: '三号罐区',
    description: '高高液位未联锁切断进料',
  })
  await act(at.chief, id, '移送行政处罚', {
    party: 'unit',
    who: '事发企业',
    facts: '未落实安全生产责任',
  })
  await expect.poll(() => story.read('chief', `/case/${id}`)).toMatch(/已立案\s*隐患排查治理/)
  await expect.poll(() => story.read('chief', `/case/${id}`)).toMatch(/已立案\s*行政执法案件/)
  for (const [to, measure] of [
    ['city-fire', '核查全部储罐泡沫系统'],
    ['city-enforcement', '复核联锁台账'],
  ])
    await does('supervisor', 'set-measure', {
      to: `${to}/section-chief`,
      measure,
      dueDate: '2026-12-01',
    })
  await reads(
    'fireChief',
    ['核查全部储罐泡沫系统（落实整改措施）', '共 1 件'],
    [],
    '/inbox?box=pool',
  )
  await acts('fireChief', '核查全部储罐泡沫系统', '报告落实情况', { done: '十二座储罐已核查' })
  await acts('chief', '复核联锁台账', '报告落实情况', { done: '已复核' })
  await act(at.supervisor, id, '公布处理情况', { outcome: '已依法处理' })
  await reads('supervisor', ['待核实', '十二座储罐已核查'])
  await look('supervisor', 'measures')
  await acts('supervisor', '核查全部储罐泡沫系统', '退回重办', { reason: '缺两座' })
  await acts('fireChief', '核查全部储罐泡沫系统', '报告落实情况', { done: '全部核查' })
  for (const one of ['核查全部储罐泡沫系统', '复核联锁台账'])
    await acts('supervisor', one, '核实完成', { findings: '属实' })
}

/** A year after the reply the follow-up is evaluated, and with that the emergency is closed for everybody. */
export const evaluation = async ({ about: { id }, at, look, reads, until }: Story) => {
  await until('duty', '2027-05-20')
  await act(at.supervisor, id, '整改评估', { findings: '已落实', conclusion: '合格' })
  for (const who of ['duty', 'mayor', 'province'] as const) await reads(who, ['✓ 办结', '处置结束'])
  await reads('safety', ['办结', '合格'], internal)
  await look('supervisor', 'closed')
}
