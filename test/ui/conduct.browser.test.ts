// Does the interface behave: keys, errors, grave acts, conflicts, live changes, drafts, language?
import { expect, test } from 'vitest'
import { errorCodes } from '../../domain/language/errors.ts'
import { atRest } from '../support/browser/browser.ts'
import { axe, letIn, openBrowser, opener, openPage, phone, startFake } from './browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const staffPage = opener(browser, fake)

test('the inbox is walked by keyboard and opens a case, `a` opens a form and commits nothing', async () => {
  const { page, errors, close } = await staffPage('/inbox')
  await page.waitForSelector('[data-row]')
  const current = () => page.locator('[data-row][data-current="true"] .row-title').textContent()
  expect(await current()).toBe('二车间乙炔瓶与氧气瓶混存')
  await page.keyboard.press('j')
  expect(await current()).toBe('配电室绝缘垫缺失')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await expect.poll(() => page.locator('[data-row][aria-selected="true"]').count()).toBe(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/case/case-1')
  await page.waitForSelector('.event-bar')
  await page.keyboard.press(']')
  await page.waitForURL('**/case/case-2')
  await atRest(page)
  await page.keyboard.press('[')
  await page.waitForURL('**/case/case-1')
  await page.waitForSelector('.event-bar')
  await page.keyboard.press('a')
  await page.waitForURL('**/case/case-1/act/re-check-passed**')
  expect(errors).toEqual([])
  await close()
})

test('who comes back from a case stands in the list where he left it', async () => {
  const { page, close } = await staffPage('/inbox')
  await page.waitForSelector('[data-row]')
  const current = page.locator('[data-row][data-current="true"] .row-title')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const title = (await current.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await page.waitForURL('**/case/**')
  await page.waitForSelector('.event-bar')
  await page.keyboard.press('Escape')
  await page.waitForURL('**/inbox**')
  await expect.poll(() => current.textContent()).toBe(title)
  await close()
})

test('a key pressed while the case is still read opens the form once it is there', async () => {
  const { page, close } = await staffPage('/inbox')
  await page.waitForSelector('[data-row]')
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/cases/case-1', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${fake.url}/case/case-1`)
  await page.waitForSelector('.case-skeleton')
  await page.keyboard.press('a')
  answer()
  await page.waitForURL('**/case/case-1/act/re-check-passed**')
  await close()
})

test('where the city has a single sign-on, the sign-in page leads there, and says why it led back', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  await page.route('**/api/session/ways', (route) =>
    route.fulfill({ json: { singleSignOn: true } }),
  )
  await page.goto(`${fake.url}/sign-in?error=unable_to_link_account`)
  await page.getByRole('alert').getByText('统一身份认证未与本系统账号绑定').waitFor()
  const link = page.getByRole('link', { name: '通过市统一身份认证登录' })
  await expect.poll(() => link.getAttribute('href')).toBe('/api/session/oidc')
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  await close()
})

test('a missing answer is named at the top and at the field, and the draft survives a reload', async () => {
  const { page, close } = await staffPage('/case/case-1/act/re-check-failed?task=task-1')
  await page.getByRole('button', { name: '提交：复查不合格' }).click()
  await page.getByRole('alert').getByText('请填写不合格原因（企业可见）').waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
  await page.locator('#field-reasons').fill('防倾倒链缺两处')
  await page.getByText('草稿已存本机').waitFor()
  await page.reload()
  await page.waitForSelector('#field-reasons')
  await expect.poll(() => page.locator('#field-reasons').inputValue()).toBe('防倾倒链缺两处')
  await close()
})

test('a change by somebody else is shown before the act goes through, and the words are kept', async () => {
  const { page, close } = await staffPage('/case/case-1/act/re-check-passed?task=task-1')
  await page.locator('#field-findings').fill('现场复查合格')
  await page.evaluate(() => fetch('/fake/bump/case-1', { method: 'POST' }))
  const submit = page.getByRole('button', { name: '提交：复查合格' })
  await submit.click()
  await page.getByText('您打开之后，案件已有变化').waitFor()
  await page.getByText('上传补充材料').waitFor()
  await expect.poll(() => page.locator('#field-findings').inputValue()).toBe('现场复查合格')
  await page.getByRole('button', { name: '已阅变化，按最新情况继续' }).click()
  await submit.click()
  await page.getByText('✓ 已提交').waitFor()
  await close()
})

test('an open case says that it has changed and waits to be asked', async () => {
  const { page, close } = await staffPage('/case/case-2')
  await page.waitForSelector('.event-bar')
  await page.waitForTimeout(500)
  await page.evaluate(() => fetch('/fake/bump/case-2', { method: 'POST' }))
  await page.getByText('已有新变化：张三').waitFor()
  await page.getByRole('button', { name: '刷新' }).click()
  await page.waitForSelector('.banner.news', { state: 'detached' })
  await close()
})

test('a grave act passes an interruption card with its effect and article', async () => {
  const { page, close } = await staffPage('/case/case-consequence/act/issue-order')
  await page.locator('#field-dueDate').fill('2026-05-20')
  await page.locator('#field-requirements').fill('分室存放')
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByText('请确认后果').waitFor()
  await page.locator('.interruption').getByText('2026-05-20', { exact: true }).waitFor()
  await page.getByText('《安全生产法》（2021）第六十五条第一款第三项').waitFor()
  await page.getByRole('button', { name: '我已知悉后果，确认提交' }).click()
  await page.getByText('✓ 已提交').waitFor()
  await close()
})

test('a forbidden act stays in sight with its reason', async () => {
  const { page, close } = await staffPage('/case/case-3')
  await page.waitForSelector('.event-bar')
  await page.goto(`${fake.url}/case/case-1`)
  await page.getByText('暂不可办理').click()
  const button = page.locator('.case-side').getByRole('button', { name: '隐患核销公示' })
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
  await page.locator('.case-side').getByText('复查合格之后才能核销').waitFor()
  await close()
})

test('an inspector finds the enterprise by typing, checks and reports', async () => {
  const { page, close } = await staffPage('/report/hazard-rectification')
  await page.locator('#field-enterprise').fill('清源')
  await page.getByRole('option', { name: /清源水泥/ }).click()
  await page.locator('#field-title').fill('配电箱无门')
  await page.locator('#field-site').fill('三车间')
  await page.locator('#field-category').selectOption('electricity')
  await page.locator('#field-description').fill('配电箱门缺失')
  await page
    .locator('#field-photos')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await page.locator('.upload.stored').waitFor()
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await page.getByText('衢州市清源水泥制品有限公司').waitFor()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL('**/case/case-new**')
  await page.getByText('✓ 已提交').waitFor()
  await close()
})

test('a report changed after a lost answer is another case only for who says so; the first words are sent under the first key', async () => {
  const { page, close } = await staffPage('/report/hazard-rectification')
  for (const [name, value] of Object.entries({
    title: '配电箱无门',
    site: '三车间',
    description: '配电箱门缺失',
  }))
    await page.locator(`#field-${name}`).fill(value)
  await page.locator('#field-category').selectOption('electricity')
  const sent: [key: string | undefined, title: string][] = []
  await page.route('**/api/cases/hazard-rectification', async (route) => {
    const request = route.request()
    sent.push([request.headers()['idempotency-key'], request.postDataJSON().data.title])
    await (sent.length === 1 ? route.fulfill({ status: 504, body: 'gateway' }) : route.continue())
  })
  const [next, confirm] = [
    page.getByRole('button', { name: '下一步：核对' }),
    page.getByRole('button', { name: '确认提交' }),
  ]
  await next.click()
  await confirm.click()
  await page.getByText('改动后提交将另行登记').waitFor()
  await page.locator('#field-title').fill('配电箱无门无锁')
  await next.click()
  await page.getByText('改动前提交的内容没有收到回应').waitFor()
  expect([await confirm.count(), await axe(page)]).toEqual([0, []])
  await page.getByRole('button', { name: '另行登记改动后的内容' }).waitFor()
  await page.getByRole('button', { name: '按原内容再次提交' }).click()
  await page.waitForURL('**/case/case-new**')
  expect(sent.map(([, title]) => title)).toEqual(['配电箱无门', '配电箱无门'])
  expect(new Set(sent.map(([key]) => key)).size).toBe(1)
  await close()
})

test('an enterprise on a phone sees what is wanted first; the language switch holds', async () => {
  const { page, close } = await openPage(browser, { ...phone, height: 844 }, 'zh')
  await letIn(page, fake.url, 'zhou.min')
  await page.goto(`${fake.url}/`)
  await page.getByRole('heading', { name: /需要您办理/ }).waitFor()
  await page.locator('.matter').first().click()
  await page.getByRole('link', { name: '上报整改完成' }).waitFor()
  // The page may draw itself anew when the process's own part arrives.
  const height = async () =>
    (await page.getByRole('link', { name: '上报整改完成' }).boundingBox())?.height ?? 0
  await expect.poll(height).toBeGreaterThanOrEqual(44)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('What we need from you').waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.reload()
  await page.getByText('What we need from you').waitFor()
  await close()
})

test('two tabs share one stream', async () => {
  const { page, close } = await staffPage('/health')
  await page.waitForSelector('.figures')
  const second = await page.context().newPage()
  const streams: string[] = []
  second.on('request', (request) => {
    if (request.url().endsWith('/api/live')) streams.push(request.url())
  })
  await second.goto(`${fake.url}/health`)
  await second.waitForSelector('.figures')
  await second.waitForTimeout(800)
  expect(streams).toEqual([])
  await close()
})

test('a page whose code does not come says so in its place; the frame leads on, and another try brings it', async () => {
  const { page, close } = await staffPage('/cases')
  await page.waitForSelector('main h1')
  await page
    .context()
    .route('**/assets/**', (route) =>
      route.request().url().endsWith('.css') ? route.continue() : route.abort(),
    )
  await page.locator('.rail a[href="/licences"]').click()
  await page.getByRole('alert').getByText('没能读取这一页').waitFor()
  await page.locator('.rail a[href="/cases"]').click()
  await page.waitForSelector('[data-row]')
  await page.locator('.rail a[href="/licences"]').click()
  await page.getByRole('alert').waitFor()
  await page.context().unroute('**/assets/**')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { level: 1, name: '许可证登记簿' }).waitFor()
  await close()
})

test('promise (screens): what is not there or not for the reader says so with what he can do, and offers no second try', async () => {
  const { page, close } = await staffPage('/inbox')
  const answers = (status: number, code: string, title: object, reasons: object[] = []) =>
    page.route('**/api/cases/case-1', (route) =>
      route.fulfill({ status, json: { code, title, reasons } }),
    )
  await answers(404, 'not-found', errorCodes['not-found'].title)
  await page.goto(`${fake.url}/case/case-1`)
  const told = page.getByRole('alert')
  await told.getByText('没有可供您查看的案件').waitFor()
  await told.getByText('不在您的职责范围内').waitFor()
  expect(await told.getByRole('button', { name: '重试' }).count()).toBe(0)
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await told.getByText('There is no case that you may read').waitFor()
  await page.getByRole('button', { name: '中文' }).click()
  await page.unroute('**/api/cases/case-1')
  const why = { zh: '由市级督办员查看', en: 'For supervisors of the city' }
  await answers(403, 'not-allowed', { zh: '您不能进行此操作', en: 'You may not do this' }, [why])
  await page.reload()
  await told.getByText('您不能查看案件').waitFor()
  await told.getByText('由市级督办员查看').waitFor()
  expect(await told.getByRole('button', { name: '重试' }).count()).toBe(0)
  await told.getByRole('link', { name: '回到首页' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/case/'))
  await close()
})
