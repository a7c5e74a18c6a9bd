// A project at browsers: registered on a phone, its design applied for, accepted, with the experts, approved, built; the list and the chart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../support/browser.ts'
import { createCrew, licensingCrew } from '../support/crew.ts'

const crew = createCrew(licensingCrew, { on: '2026-02-02', onPhones: ['boss'] })
beforeAll(crew.open)
afterAll(crew.close)

const { at, clean } = crew
let id = ''
const read = (who: keyof typeof licensingCrew, path = `/case/${id}`) => crew.read(who, path)

test('a builder registers a project and applies for the review of its design', async () => {
  const { page } = at.boss
  expect(await read('boss', '/e/cases')).toContain('登记建设项目')
  await page.goto('/report/three-simultaneities')
  await page.locator('form.report-form').waitFor()
  expect(await page.locator('main').innerText()).toContain('先申请安全条件审查')
  await clean('boss')
  await fill(page, { name: '石灰石矿扩建', kind: 'mine', nature: 'extended', site: '城北矿区', scale: '年采六十万吨' })
  await page.getByLabel('市级已书面委托县级审查').check()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[\w-]+/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  expect(await read('boss')).toContain('请申请审查')
  await act(at.boss, id, '申请安全设施设计审查', { designer: '某设计院（甲级）', summary: '边坡监测、截排水' })
  expect(await read('boss')).toContain('等待受理')
})

test('accepted, it shows the legal end and the promised one beside it', async () => {
  expect(await read('clerk', '/inbox')).toContain('石灰石矿扩建')
  await act(at.clerk, id, '受理', {})
  const clocks = await read('one', `/case/${id}?tab=clocks`)
  expect(clocks).toMatch(/法定届满 3月6日/)
  expect(clocks).toMatch(/承诺届满 2月12日/)
  await clean('one')
  expect(await read('clerk')).toContain('市级已书面委托县级审查')
  await clean('clerk')
})

test('the experts’ time is told beforehand and not counted; the leader extends it', async () => {
  await act(at.one, id, '组织专家评审', {
    ...{ reason: '边坡稳定', until: '2026-02-10', toldOn: '2026-02-02' },
  })
  expect(await read('boss')).toContain('专家评审中，不计入期限')
  await act(at.one, id, '专家评审结束', { conclusion: '可行' })
  await act(at.leader, id, '延长审查期限', { by: '10', reason: '补充边坡计算' })
  expect(await read('boss')).toMatch(/延长10个工作日/)
})

test('approved and served, it is built, and the list and the chart show it', async () => {
  await act(at.one, id, '不作现场核查', { reason: '图纸审查' })
  await act(at.one, id, '提交审查意见', { advice: 'grant', findings: '符合规程' })
  await act(at.two, id, '会签同意')
  await act(at.chief, id, '复核同意')
  await act(at.leader, id, '批准安全设施设计', {})
  await act(at.clerk, id, '送达审查意见书', { method: 'direct', servedOn: '2026-02-02', receiver: '负责人' })
  await act(at.boss, id, '报告开工', { startedOn: '2026-02-02', contractor: '某矿建公司' })
  expect(await read('boss')).toContain('施工中')
  expect(await read('chief', '/cases?process=three-simultaneities')).toContain('石灰石矿扩建')
  await clean('chief')
  expect(await read('clerk', '/process/three-simultaneities')).toContain('三同时')
  for (const visitor of Object.values(at)) quiet(visitor)
})
