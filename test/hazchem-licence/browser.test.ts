// A licence at browsers: applied for on a phone, sent back once, supplied, checked by two, reviewed by experts, decided, issued, in force.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../support/browser.ts'
import { createCrew, licensingCrew } from '../support/crew.ts'

const crew = createCrew(licensingCrew, { on: '2026-04-01', onPhones: ['boss'] })
beforeAll(crew.open)
afterAll(crew.close)

const { at, clean } = crew
let id = ''
const read = (who: keyof typeof licensingCrew, path = `/case/${id}`) => crew.read(who, path)

test('an enterprise applies with its papers', async () => {
  const { page } = at.boss
  expect(await read('boss', '/e/cases')).toContain('申请经营许可证')
  await page.goto('/report/hazchem-licence')
  await page.locator('form.report-form').waitFor()
  expect(await page.locator('main').innerText()).toContain('由市级发证')
  await clean('boss')
  await fill(page, { kind: 'new', site: '三号楼一层', mode: '批发（无储存）', scope: '甲醇、乙醇' })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '申请书.txt', mimeType: 'text/plain', buffer: Buffer.from('申请书') })
  await page.locator('.upload.stored').waitFor()
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  expect(await page.locator('.told-code').innerText()).toMatch(/^[2-9A-Z]{4} [2-9A-Z]{4}$/)
  await clean('boss')
  await page.locator('.form-actions a.primary').click()
  await page.waitForURL(/\/case\/[\w-]+/)
  id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const page1 = await read('boss')
  expect(page1).toContain('等待受理')
  expect(page1).toContain('申请书.txt')
  expect(page1).toMatch(/2026-04-09/)
})

test('everything missing is told once, and answered item by item', async () => {
  expect(await read('clerk', '/inbox')).toContain('经营许可证新申请')
  expect(await read('clerk')).toContain('无市级发证情形')
  await clean('clerk')
  await act(at.clerk, id, '一次告知补正', { items: '租赁合同\n主要负责人资格证书' })
  expect(await read('boss')).toContain('请补正材料')
  const { page } = at.boss
  await page
    .getByRole('link', { name: /^提交补正材料/ })
    .or(page.getByRole('button', { name: /^提交补正材料/ }))
    .first()
    .click()
  await page.locator('form.act-form .item-card').first().waitFor()
  expect(await page.locator('form.act-form').innerText()).toContain('材料或照片')
  expect(await page.locator('form.act-form').innerText()).not.toContain('整改')
  await clean('boss')
  for (const card of await page.locator('.item-card').all()) await card.locator('input[type=radio]').first().check()
  await page.locator('form.act-form button[type=submit]').click()
  await page.waitForURL(/sent=/)
  expect(await read('boss')).toContain('等待受理')
})

test('accepted, it shows the legal end and the promised one beside it', async () => {
  await act(at.clerk, id, '受理')
  const clocks = await read('one', `/case/${id}?tab=clocks`)
  expect(await at.one.page.locator('.identity-due').innerText()).toContain('5月18日')
  expect(clocks).toMatch(/法定届满 5月18日/)
  expect(clocks).toMatch(/承诺届满 4月16日/)
  await clean('one')
})

test('two check the site; the experts’ time is told and not counted', async () => {
  await act(at.one, id, '开始现场核查', { reason: '核对经营场所' })
  await act(at.one, id, '现场核查符合条件', { findings: '与申请一致' })
  expect(await read('boss')).toContain('现场核查中，不计入期限')
  await act(at.two, id, '会签同意')
  await act(at.one, id, '组织专家评审', { reason: '工艺安全', until: '2026-04-10' })
  expect(await read('boss')).toMatch(/预计至.*所需时间不计入审查期限/)
  await crew.until('chief', '2026-04-10')
  await act(at.one, id, '专家评审结束', { conclusion: '可行' })
  const said = await read('boss')
  expect(said).not.toContain('与申请一致')
  expect(said).toContain('审查中')
})

test('endorsed, decided, issued and served; the licence says until when it lasts', async () => {
  await act(at.one, id, '提交审查意见', { advice: 'grant', findings: '符合条件' })
  await act(at.two, id, '会签同意')
  await act(at.chief, id, '复核同意')
  await act(at.leader, id, '准予许可')
  await act(at.clerk, id, '制发许可证', { scope: '甲醇、乙醇' })
  await act(at.clerk, id, '送达许可证', { method: 'direct', servedOn: '2026-04-10', receiver: '负责人' })
  expect(await read('boss')).toContain('许可证有效')
  expect(await read('clerk')).toContain('至 2029-04-10，2029-01-10 前提出延期')
  expect((await (await crew.person('clerk')).timeline(id)).chain).toMatchObject({ valid: true })
})

test('the process book draws the chart, and no page complained', async () => {
  expect(await read('clerk', '/process/hazchem-licence')).toContain('危险化学品经营许可证')
  for (const visitor of Object.values(at)) quiet(visitor)
})
