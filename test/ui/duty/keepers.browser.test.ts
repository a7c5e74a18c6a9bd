// What does a bureau's duty officer have before him, at a desk and on a phone, and what do others see of his alarms?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { burning, vehicle } from '../../alarm-episode/bureaus.ts'
import { type AlarmDesk, openAlarmDesk } from '../../api/duty/alarm-desk.ts'
import { raiseAtDesk, settleBureaus } from '../../api/duty/bureaus-on-duty.ts'
import { stand } from '../../api/duty/standing-alarms.ts'
import { shot } from '../../support/browser/shot.ts'
import { axe, builtUi, desktop, openBrowser, phone } from '../browser-support.ts'
import { serveHouse, visitHouse } from '../house-on-screen.ts'

const browser = await openBrowser()
let house: AlarmDesk['house']
let url = ''
let own = ''
beforeAll(async () => {
  ;({ house } = await openAlarmDesk({ uiDir: await builtUi() }))
  await settleBureaus(house)
  own = await raiseAtDesk(house, vehicle, { name: '浙H12345 危险货物运输车', text: '偏离备案路线' })
  await raiseAtDesk(house, burning, { name: '二车间烟感' })
  await stand(house)
  url = (await serveHouse(house)).url
}, 180_000)
afterAll(() => house?.close())

const visit = (who: string, path: string, size = desktop, language: 'zh' | 'en' = 'zh') =>
  visitHouse(browser, { house, url, who, path }, size, language)
const rows = '.duty-row'

test('a bureau’s officer has its own alarms before him and the others one press away, acknowledges his own and opens it', async () => {
  const { page, errors, close } = await visit('lu', '/duty')
  await page.waitForSelector(rows)
  await expect.poll(() => page.locator(rows).count()).toBe(1)
  await expect.poll(() => page.locator(rows).textContent()).toContain('衢州市交通运输局')
  expect(await axe(page)).toEqual([])
  await shot(page, 'duty/keepers-own-zh')
  await page.getByRole('button', { name: '本地区全部' }).click()
  await page.waitForFunction((n) => document.querySelectorAll('.duty-row').length === n, 3)
  await expect.poll(() => page.locator(`${rows} button`, { hasText: '接警' }).count()).toBe(1)
  await shot(page, 'duty/keepers-all-zh')
  await page.getByRole('button', { name: '本部门', exact: true }).click()
  await page.waitForFunction((n) => document.querySelectorAll('.duty-row').length === n, 1)
  await page.locator(rows).click()
  await page.waitForSelector('.duty-pane:has-text("主管值班：衢州市交通运输局")')
  expect(await page.locator('.duty-pane a', { hasText: '启动应急响应' }).count()).toBe(0)
  await shot(page, 'duty/keepers-pane-zh')
  await page.locator(`${rows} button`, { hasText: '接警' }).click()
  await page.waitForSelector(`${rows}[data-acked=true]`)
  expect(errors).toEqual([])
  await close()
})

test('the command sees whose it is and finds no button for it', async () => {
  const { page, errors, close } = await visit('du', '/duty')
  await page.waitForSelector(rows)
  expect(await page.getByRole('button', { name: '本部门', exact: true }).count()).toBe(0)
  const row = page.locator(rows, { hasText: '浙H12345' })
  await expect.poll(() => row.textContent()).toContain('衢州市交通运输局')
  expect(await row.locator('button', { hasText: '接警' }).count()).toBe(0)
  await expect.poll(() => page.locator('.list-top').textContent()).toContain('待接警 1')
  expect(await page.locator('.list-top').textContent()).toContain('其他值班室 1')
  await row.click()
  await page.waitForSelector('.duty-pane a:has-text("启动应急响应")')
  await page.locator('.duty-list').focus()
  await page.keyboard.press(' ')
  await expect
    .poll(() => page.locator('.duty-failure').textContent())
    .toContain('由衢州市交通运输局的值班员办理')
  expect(await page.locator('.duty-pane button', { hasText: '接警' }).count()).toBe(0)
  await shot(page, 'duty/keepers-command-zh')
  await page.goto(`${url}/case/${own}`)
  await page.waitForSelector('main:has-text("主管值班：衢州市交通运输局")')
  await shot(page, 'duty/keepers-case-zh')
  expect(errors).toEqual([])
  await close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page',
  async (language) => {
    const { page, errors, close } = await visit('lu', '/duty', phone, language)
    await page.waitForSelector(rows)
    const wider = () =>
      page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
    expect(await wider()).toBe(0)
    await shot(page, `duty/keepers-phone-${language}`)
    await page.goto(`${url}/inbox/pool`)
    expect(await wider()).toBe(0)
    await shot(page, `duty/keepers-inbox-${language}`)
    expect(errors).toEqual([])
    await close()
  },
)
