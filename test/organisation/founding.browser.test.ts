// From an empty server to the first closed case at browsers: links, passwords, codes, a bureau, an enterprise, a hazard. No seed, no SQL.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditCode } from '../../domain/organisation/credit-code.ts'
import {
  act,
  atRest,
  axeFindings,
  fill,
  launch,
  open,
  type Visitor,
} from '../support/browser/browser.ts'
import { codeOf } from '../support/people/codes.ts'
import { openEmptyServer } from '../support/servers/founded.ts'

const password = 'Weihe-River-2026'
const bureau = '330802-bureau'
let server: Awaited<ReturnType<typeof openEmptyServer>>
let browser: Browser
const at: Record<string, Visitor> = {}
let id = ''

beforeAll(async () => {
  server = await openEmptyServer()
  browser = await launch(server.keyHash)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const visit = async (who: string): Promise<Visitor> => {
  at[who] ??= await open(browser, server.url, { strangerCertificate: true })
  return at[who]
}
const visible = async ({ page }: Visitor): Promise<string> => {
  await page.locator('main h1, main h2').first().waitFor()
  await atRest(page)
  return page.locator('main').innerText()
}
const press = async ({ page }: Visitor, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Opens a link, says who one is where it asks for it, sets the password and signs in by the form. */
const enter = async (
  who: string,
  link: string,
  output: Record<string, string> = {},
): Promise<Visitor> => {
  const visitor = await visit(who)
  const { page } = visitor
  await page.goto(link)
  await page.locator('#field-password').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await fill(page, { ...output, password, again: password })
  await page.locator('form button[type=submit]').click()
  await page.locator('a.button.primary').click()
  await fill(page, { username: who, password })
  await page.locator('form button[type=submit]').click()
  await page.waitForURL((url) => !/sign-in|access/.test(url.pathname))
  return visitor
}
/** The link comes by mail; the page itself was looked at before, so the rest goes by its API. */
const enterQuietly = async (who: string): Promise<void> => {
  const { context } = await visit(who)
  const token = (await server.linkTo(`${who}@city.example`)).split('#')[1]
  expect(
    (await context.request.post('/api/access/password', { data: { token, password } })).status(),
  ).toBe(200)
  expect(
    (await context.request.post('/api/session', { data: { username: who, password } })).status(),
  ).toBe(200)
}
const useCodes = async (visitor: Visitor): Promise<string> => {
  const { page } = visitor
  await page.waitForURL(/\/me$/)
  expect(await visible(visitor)).toContain('管理员权限不生效')
  await press(visitor, '启用动态验证码')
  await fill(page, { current: password })
  await press(visitor, '继续')
  const secret = await page.locator('#totp-secret').innerText()
  await fill(page, { code: codeOf(secret) })
  await press(visitor, '确认启用')
  await page.locator('.recovery-codes').waitFor()
  await expect.poll(() => page.locator('.recovery-codes li').count()).toBe(10)
  expect(await axeFindings(page)).toEqual([])
  return secret
}

const founders = [
  { who: 'qian.guan', name: '钱管理' },
  { who: 'sun.guan', name: '孙管理' },
] as const
const officials = {
  'lin.jc': ['林检查', 'inspector'],
  'wu.jc': ['吴检查', 'inspector'],
  'chen.kz': ['陈科长', 'section-chief'],
} as const

test('promise (start): an empty production server is founded by links; both administrators prove themselves with codes', async () => {
  const { code, output } = await server.found()
  const links = output.match(/https:\S+#[\w-]+/g) ?? []
  expect([code, links.length], output).toEqual([0, 2])
  expect(await server.found()).toMatchObject({
    code: 1,
    output: expect.stringContaining('已经初始化'),
  })
  for (const [index, { who, name }] of founders.entries()) {
    const visitor = await enter(who, links[index] ?? '', {
      name,
      username: who,
      mail: `${who}@city.example`,
    })
    const secret = await useCodes(visitor)
    if (index > 0) continue
    const { page, context } = visitor
    await context.clearCookies()
    await page.goto('/sign-in')
    await fill(page, { username: who, password })
    await page.locator('form button[type=submit]').click()
    await fill(page, { code: codeOf(secret) })
    await page.locator('form button[type=submit]').click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
  }
  expect(await server.found('--renew')).toMatchObject({
    code: 1,
    output: expect.stringContaining('均已启用'),
  })
})

test('promise (start): a bureau’s people are made by pages; the leader’s post counts when the second administrator has approved it', async () => {
  const visitor = await visit('qian.guan')
  const { page } = visitor
  const make = async (who: string, name: string, role: string) => {
    await page.goto('/admin/people/new')
    await page.locator('#field-office option[value="330802-bureau"]').waitFor({ state: 'attached' })
    await fill(page, {
      name,
      username: who,
      mail: `${who}@city.example`,
      office: bureau,
      role,
      reason: '启用系统',
    })
    await press(visitor, '确认登记')
    await page.waitForURL(/people\/[0-9a-f-]{36}$/)
  }
  for (const [who, [name, role]] of Object.entries(officials)) await make(who, name, role)
  await make('gao.jz', '高局长', 'leader')
  expect(await visible(visitor)).toContain('高局长（gao.jz')
  const second = await visit('sun.guan')
  await second.page.goto('/admin/people')
  expect(await visible(second)).toContain('1 项任命等待批准')
  expect(await axeFindings(second.page)).toEqual([])
  await second.page.getByLabel('意见').fill('同意')
  await press(second, '批准')
  await second.page.locator('tr', { hasText: '高局长' }).getByText('局领导').waitFor()
})

test('who has forgotten his password reads that a link is on its way, and gets it', async () => {
  const visitor = await visit('nobody')
  const { page } = visitor
  await page.goto('/access/forgotten')
  await fill(page, { username: 'sun.guan' })
  await press(visitor, '发送链接')
  await page.getByText('已受理。如有此账号').waitFor()
  expect(await server.linkTo('sun.guan@city.example')).toMatch(/^https:/)
  expect(visitor.errors).toEqual([])
})

test('promise (start): an enterprise is registered with its account, reports a hazard, and the case is ordered, rectified and closed', async () => {
  const visitor = await visit('qian.guan')
  const { page } = visitor
  await page.goto('/admin/enterprises')
  await press(visitor, '登记企业')
  const code = creditCode('91', '330802', 'MA2DR35K')
  await fill(page, {
    name: '衢州青瓷化工有限公司',
    code,
    industry: '化工',
    address: '柯城区一路1号',
    principal: '陶经理',
    region: '330802',
    reason: '启用系统',
  })
  await press(visitor, '确认登记')
  await page.waitForURL(new RegExp(code))
  await press(visitor, '开通账号')
  await fill(page, {
    name: '陶安全',
    username: 'tao.aq',
    mail: 'tao.aq@city.example',
    role: 'enterprise-safety',
    reason: '安全管理员',
  })
  await press(visitor, '确认开通')
  await page.getByText('陶安全').first().waitFor()
  await Promise.all(Object.keys(officials).map(enterQuietly))

  const tao = await enter('tao.aq', await server.linkTo('tao.aq@city.example'))
  await tao.page.goto('/report/hazard-rectification')
  await tao.page.locator('form.report-form').waitFor()
  await fill(tao.page, {
    title: '防爆灯损坏',
    site: '2号仓库',
    description: '外壳破裂',
    category: 'hazchem',
  })
  await tao.page.locator('form.report-form button[type=submit]').click()
  await tao.page.locator('.form-actions .primary').click()
  await tao.page.waitForURL(/\/case\//)
  id = /case\/([^/?]+)/.exec(tao.page.url())?.[1] ?? ''
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const [lin, wu, chen] = (await Promise.all(['lin.jc', 'wu.jc', 'chen.kz'].map(visit))) as [
    Visitor,
    Visitor,
    Visitor,
  ]
  await act(lin, id, '核实属实并定级', { grade: 'general', findings: '属实' })
  await act(wu, id, '会签同意')
  await act(lin, id, '责令限期整改', { dueDate: until, requirements: '更换防爆灯' })
  await act(tao, id, '上报整改完成', { description: '已更换' })
  await act(wu, id, '复查合格', { findings: '已更换，合格' })
  await act(chen, id, '隐患核销公示', { publicSummary: '隐患已整改完毕' })
  await chen.page.goto(`/case/${id}`)
  expect(await visible(chen)).toContain('办结')
  // Before their first code the administrators hold no post, and what their page asks for is refused.
  for (const { errors } of Object.values(at))
    expect(errors.filter((one) => !/status of 403/.test(one))).toEqual([])
})
