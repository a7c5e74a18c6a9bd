// Does a punished person come from the number on his paper to his statement on a phone, in both languages, and what does he read when something is wrong?
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ownMatterCodes, ownMatterSessions } from '../../db/schema/cases/own-matter.ts'
import { atRest } from '../support/browser/browser.ts'
import { shot } from '../support/browser/shot.ts'
import { uploadedBy } from '../support/people/papers.ts'
import { axe, builtUi, desktop, openBrowser, openPage, phone } from '../ui/browser-support.ts'
import { serveHouse } from '../ui/house-on-screen.ts'
import { partyCounsel } from './counsels.ts'
import { openNotifiedPerson } from './persons-case.ts'
import { codeOn, sentCode } from './visiting.ts'

const browser = await openBrowser()
const { house, matter, code } = await openNotifiedPerson({
  uiDir: await builtUi(),
  demo: true,
  behindProxy: false,
})
const { url } = await serveHouse(house)

const fresh = async (size = phone, language: 'zh' | 'en' = 'zh') => {
  await house.db.execute('DELETE FROM rate_limit')
  const opened = await openPage(browser, size, language)
  await opened.page.goto(`${url}/public/own`)
  await opened.page.locator('#field-number').waitFor()
  return opened
}
const asks = async (page: Page, number: string, typed: string) => {
  await page.locator('#field-number').fill(number)
  await page.locator('#field-code').fill(typed)
  await page.locator('form button[type=submit]').click()
}
const enters = async (page: Page, oneTime: string) => {
  await page.locator('#field-one-time').fill(oneTime)
  await page.locator('form button[type=submit]').click()
}
const clean = async (page: Page) => {
  await atRest(page)
  expect(await axe(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
}

test('promise (screens): on a phone a punished person comes from the paper’s number to his statement', async () => {
  const { page, errors, close } = await fresh()
  await shot(page, 'own-1-entrance')
  await clean(page)
  await asks(
    page,
    matter.number.replace('〔', '(').replace('〕', ')').replace('号', ''),
    code.toLowerCase(),
  )
  await page.getByText('138****0001').waitFor()
  await shot(page, 'own-2-telephone')
  await clean(page)
  await enters(page, sentCode(house))
  await page.locator('.citizen-state').waitFor()
  await shot(page, 'own-3-matter')
  await clean(page)
  const words = await page.locator('main').innerText()
  for (const one of [matter.number, '可以陈述、申辩', 'PA·notify-party·facts', '罚款', '处罚办法'])
    expect(words).toContain(one)
  expect(words).not.toMatch(/EN·|PB·/)
  await page.getByRole('button', { name: '提交陈述、申辩' }).click()
  await page.locator('form button[type=submit]').click()
  await page.locator('.error-summary').waitFor()
  await shot(page, 'own-4-missing')
  await clean(page)
  await page.locator('#field-statement').fill('已经履行了管理职责')
  await page.locator('#field-papers').setInputFiles({
    name: 'letter.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await page.locator('.upload.stored').waitFor()
  await shot(page, 'own-5-statement')
  await page.locator('form button[type=submit]').click()
  await page.getByText('已提交，记入案卷。').waitFor()
  await expect.poll(() => page.locator('main').innerText()).toContain('已经履行了管理职责')
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('section[aria-labelledby="papers-title"] a').first().click(),
  ])
  await popup.close()
  await page.reload()
  await page.locator('.citizen-state').waitFor()
  await page.getByText('首次查阅').first().waitFor()
  await shot(page, 'own-6-done')
  await page.getByRole('button', { name: '退出查询' }).click()
  await page.getByText('已退出查询。').waitFor()
  expect(await page.context().cookies()).toEqual([])
  expect(errors).toEqual([])
  await close()
}, 120_000)

test('in English at full width, with what is wrong said beside its field', async () => {
  const { page, errors, close } = await fresh(desktop, 'en')
  await page.locator('form button[type=submit]').click()
  await page.getByText('Enter the number of the case').waitFor()
  await asks(page, matter.number, 'WRONGWRONG')
  await page.getByText('is not right').waitFor()
  await shot(page, 'own-7-wrong-en')
  await clean(page)
  await asks(page, matter.number, code)
  await page.locator('#field-one-time').waitFor()
  await enters(page, '12')
  await page.getByText('Enter the six digits').waitFor()
  await enters(page, sentCode(house))
  await page.locator('.citizen-state').waitFor()
  await shot(page, 'own-8-matter-en')
  await clean(page)
  await expect.poll(() => page.locator('main').innerText()).toContain('You may state your defence')
  expect(errors).toEqual([])
  await close()
}, 60_000)

test('an old code, too many tries, a visit that is over and a server that does not answer are each told', async () => {
  const { page, close } = await fresh()
  await asks(page, matter.number, code)
  await page.locator('#field-one-time').waitFor()
  const right = sentCode(house)
  for (let nth = 0; nth < 5; nth += 1) {
    await enters(page, right === '000000' ? '000001' : '000000')
    await page.locator('.error-summary').waitFor()
  }
  await enters(page, right)
  await page.getByText('最多输入5次').waitFor()
  await shot(page, 'own-9-tries')
  await clean(page)
  await page.getByRole('button', { name: '重新发送' }).click()
  await page.getByText('已重新发送').waitFor()
  await house.db.update(ownMatterCodes).set({ expiresAt: new Date(Date.now() - 1) })
  await enters(page, sentCode(house))
  await page.getByText('已失效').waitFor()
  for (let nth = 0; nth < 4; nth += 1) {
    await page.getByRole('button', { name: '重新发送' }).click()
    await atRest(page)
  }
  await page.getByText('发送验证码次数过多').waitFor()
  await house.db.execute('DELETE FROM rate_limit')
  await page.getByRole('button', { name: '重新发送' }).click()
  await page.getByText('已重新发送').waitFor()
  await enters(page, sentCode(house))
  await page.locator('.citizen-state').waitFor()
  await page.getByRole('button', { name: '提交陈述、申辩' }).click()
  await page.locator('#field-statement').fill('再说一句')
  await house.db.delete(ownMatterSessions)
  await page.locator('form button[type=submit]').click()
  await page.locator('#field-number').waitFor()
  await page.route('**/api/own-matter', (route) => route.abort())
  await page.reload()
  await page.locator('.failure').waitFor()
  await page.unroute('**/api/own-matter')
  await page.locator('.failure button').click()
  await page.locator('#field-number').waitFor()
  await close()
}, 90_000)

test('a counsel reads for whom he comes and what his power does not reach', async () => {
  const power = await uploadedBy(house.send, await house.signIn('lin'))(
    '委托书.txt',
    Buffer.from('委托'),
  )
  const named = await house.as('lin', `/api/cases/${matter.id}/acts`, {
    json: { type: 'name-party-counsel', data: { ...partyCounsel, counselPower: [power] } },
  })
  expect(named.status).toBe(200)
  const item = (await matter.items('wu')).find(({ kind }) => kind === 'party-counsel')
  const taskId = item?.acts.find(({ type }) => type === 'accept-party-counsel')?.taskId
  await house.as('wu', `/api/cases/${matter.id}/acts`, {
    json: { type: 'accept-party-counsel', data: {}, taskId },
  })
  await matter.issued()
  await house.as('chen', `/api/cases/${matter.id}/acts`, {
    json: { type: 'unmask', data: { field: 'counselMobile', item: item?.no, reason: '送达' } },
  })
  const papers = (await house.as('chen', `/api/cases/${matter.id}/documents`)).body.items
  const paper = papers.find(({ kind }: { kind: string }) => kind === 'accept-party-counsel')
  const answer = await house.send(paper.url, { headers: { cookie: await house.signIn('chen') } })
  const { page, errors, close } = await fresh()
  await asks(page, matter.number, codeOn(new Uint8Array(await answer.arrayBuffer())))
  await page.getByText('138****0003').waitFor()
  await enters(page, sentCode(house))
  await page.locator('.citizen-state').waitFor()
  await shot(page, 'own-10-counsel')
  await clean(page)
  const words = await page.locator('main').innerText()
  expect(words).toContain('代理人CO·name（一般授权），代当事人（个人）第1号')
  expect(words).toContain('未经特别授权，不得代为：')
  expect(await page.getByRole('button', { name: '放弃陈述' }).count()).toBe(0)
  expect(errors).toEqual([])
  await close()
}, 60_000)
