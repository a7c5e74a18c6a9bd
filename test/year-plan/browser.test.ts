// Do people at their browsers plan a year, approve it, begin a visit of it, and see how far it has come?
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../administrative-inspection/samples.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { fill, quiet } from '../support/browser/browser.ts'
import { createCrew } from '../support/browser/crew.ts'
import { shot } from '../support/browser/shot.ts'

const crew = createCrew(
  {
    officer: 'kecheng.inspector1',
    leader: 'kecheng.leader',
    elsewhere: 'jiangshan.inspector1',
    city: 'city.leader',
  },
  { on: day, onPhones: ['leader'] },
)
const { at, clean, read } = crew
beforeAll(async () => {
  await crew.open()
  await settleCertificates(crew.product().db)
  await crew.product().db.execute(sql`
    INSERT INTO enterprises (id, code, name, pinyin, region, industry, address, principal)
    SELECT 'x-' || n, 'X' || n, '小矿山' || n, 'xks', '330802', '非煤矿山', '柯城', '某' FROM generate_series(1, 60) n`)
})
afterAll(crew.close)

const press = (who: keyof typeof at, name: string) =>
  at[who].page.getByRole('button', { name, exact: true }).first().click()
const shows = (who: keyof typeof at, words: string | RegExp) =>
  at[who].page.getByText(words).first().waitFor()

let path = ''

test('a plan is made out of classes and names, and its days are reckoned', async () => {
  expect(await read('officer', '/registers')).toContain('年度监督检查计划')
  expect(await read('officer', '/registers/year-plans')).toContain('还没有计划')
  const { page } = at.officer
  await fill(page, {
    year: '2026',
    'of-named': '小矿山1\n小矿山2',
    'visits-named': '2',
    otherDays: '100',
    absentDays: '60',
    title: '年度监督检查',
    checklist: 'general',
    scope: '责任制、培训和设备',
  })
  await shot(page, 'year-plan-form-begun')
  await page.locator('details.choice-group summary').last().click()
  await page.getByRole('checkbox', { name: '非煤矿山' }).first().check()
  await page.getByRole('button', { name: '增加一行' }).first().click()
  await page.locator('select[id^="field-random."]').selectOption('*')
  await page.locator('input[id^="field-random."]').fill('50')
  await shot(page, 'year-plan-form')
  await clean('officer')
  await press('officer', '生成计划草案')
  await page.waitForURL(/\/registers\/year-plans\/[0-9a-f-]{36}/)
  path = new URL(page.url()).pathname
  await shows('officer', /需要\d+(\.\d+)?人·日/)
  await shows('officer', '草案')
  await shot(page, 'year-plan-draft')
  await clean('officer')
  await press('officer', '提交审签')
  await shows('officer', '待局领导审签')
})

test('the leader approves it on a phone; another county finds nothing', async () => {
  expect(await read('elsewhere', path)).not.toContain('年度安全生产监督检查计划')
  await read('leader', path)
  await shows('leader', '工作日测算')
  await shot(at.leader.page, 'year-plan-submitted-390')
  await clean('leader')
  await press('leader', '局领导审签')
  await shows('leader', '局内已审签')
})

test('one press begins a visit of the plan, and the completion shows it', async () => {
  const { page } = at.officer
  await read('officer', path)
  await page.locator('#plan-q').fill('小矿山2')
  await press('officer', '查找')
  await page
    .getByRole('button', { name: /建立小矿山2第1次检查/ })
    .first()
    .click()
  await page.waitForURL(/\/case\//)
  await shows('officer', '年度监督检查')
  await shows('officer', '柯城区应急管理局2026年度安全生产监督检查计划')
  await shot(page, 'year-plan-case')
  await read('officer', path)
  await shows('officer', '按类别')
  await expect.poll(() => page.locator('main').innerText()).toMatch(/合计\s+\d+\s+1\s+0\s+0/)
  await shot(page, 'year-plan-approved')
  await clean('officer')
  const answer = await page.request.get(`/api/year-plans/${path.split('/').at(-1)}/document`)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

test('the city sees how far its counties have come, and takes the plan on file', async () => {
  expect(await read('city', '/registers/year-plans')).toContain('2026年完成情况')
  await shot(at.city.page, 'year-plans-city')
  await clean('city')
  await read('city', path)
  await press('city', '收到备案')
  await shows('city', '已备案')
  await read('leader', path)
  await press('leader', 'English')
  await shows('leader', 'Reckoning of days')
  await shot(at.leader.page, 'year-plan-approved-390-en')
  await clean('leader')
  await read('leader', '/registers/year-plans')
  await shot(at.leader.page, 'year-plans-390-en')
  await clean('leader')
  for (const visitor of [at.officer, at.leader, at.city]) quiet(visitor)
})
