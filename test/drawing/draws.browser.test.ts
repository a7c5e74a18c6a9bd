// Do two people draw by lot at their browsers, and does each enterprise get its inspection?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../administrative-inspection/samples.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'

const crew = createCrew(
  {
    officer: 'kecheng.inspector1',
    chief: 'kecheng.chief',
    elsewhere: 'jiangshan.inspector1',
  },
  { on: day, onPhones: ['chief'] },
)
const { at, clean, read } = crew
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
})
afterAll(crew.close)

const press = (who: keyof typeof at, name: string) =>
  at[who].page.getByRole('button', { name }).first().click()
const shows = (who: keyof typeof at, words: string) =>
  at[who].page.getByText(words).first().waitFor()

let path = ''

test('a pool is frozen, with its hash, before anybody knows the seed', async () => {
  expect(await read('officer', '/registers')).toContain('双随机抽取')
  expect(await read('officer', '/registers/draws')).toContain('还没有抽取')
  const { page } = at.officer
  await shot(page, 'draws-empty')
  await clean('officer')
  await press('officer', '封存对象库')
  await shows('officer', '抽取企业数')
  await fill(page, {
    count: '3',
    title: '年度双随机抽查',
    checklist: 'general',
    scope: '责任制和设备',
    plannedOn: '2026-03-06',
  })
  await press('officer', '封存对象库')
  await page.waitForURL(/\/registers\/draws\/[0-9a-f-]{36}/)
  path = new URL(page.url()).pathname
  await shows('officer', '与封存时一致')
  await clean('officer')
})

test('two people bind themselves and say their secrets; the lot is drawn, one is recused, the day passes and another is given, the inspections are opened', async () => {
  await press('officer', '生成随机数')
  await shows('officer', '等待另一人')
  await read('chief', path)
  await press('chief', '生成随机数')
  await shows('chief', '公开我的随机数')
  await clean('chief')
  await shot(at.chief.page, 'draw-said-390')
  await press('chief', '公开我的随机数')
  await read('officer', path)
  await press('officer', '公开我的随机数')
  await shows('officer', '抽取结果')
  await shot(at.officer.page, 'draw-drawn')
  await clean('officer')
  await at.officer.page.getByRole('button', { name: /回避$/ }).first().click()
  await at.officer.page.locator('#recusal-1').fill('近亲属在该企业任职')
  const readAgain = at.officer.page.waitForResponse(
    (response) => response.request().method() === 'GET' && response.url().endsWith(path.slice(-36)),
  )
  await press('officer', '重新抽取人员')
  await readAgain
  await shows('officer', '没有可以替换的人员')
  await expect
    .poll(() => at.officer.page.locator('#recusal-1').inputValue())
    .toBe('近亲属在该企业任职')
  await crew.until('officer', '2026-03-09')
  await read('officer', path)
  await shows('officer', '检查日期2026-03-06已过')
  await at.officer.page.locator('#new-day').fill('2026-03-12')
  await at.officer.page.locator('#new-day-reason').fill('检查人员参加应急处置')
  await clean('officer')
  await shot(at.officer.page, 'draw-day-passed')
  await press('officer', '为未建立的检查改期')
  await shows('officer', '改期记录')
  await press('officer', '建立全部检查')
  await shows('officer', '已建立3/3')
  await at.officer.page.getByRole('link', { name: '查看检查' }).first().click()
  await at.officer.page.waitForURL(/\/case\//)
  await shows('officer', '年度双随机抽查')
  await read('chief', path)
  await shot(at.chief.page, 'draw-opened-390')
  await clean('chief')
  expect(await read('elsewhere', path)).not.toContain('年度双随机抽查')
  await press('chief', 'English')
  await shows('chief', 'Who was drawn')
  await shot(at.chief.page, 'draw-opened-390-en')
  for (const visitor of [at.officer, at.chief]) quiet(visitor)
})
