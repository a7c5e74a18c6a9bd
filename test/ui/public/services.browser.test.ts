// Somebody at a telephone or a desk reads which services there are and how each is applied for, signed in or not, on screen and on paper.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { serviceGuide } from '../../../domain/guide/guide.ts'
import { processes } from '../../../domain/processes.ts'
import { sampled } from '../../support/deep.ts'
import {
  axe,
  desktop,
  letIn,
  openBrowser,
  openPage,
  phone,
  type Size,
  startFake,
} from '../browser-support.ts'

const fake = await startFake()
const browser = await openBrowser()

const guides = Object.values(processes).flatMap(
  (process) => serviceGuide(process, '2026-06-01') ?? [],
)

const sound = async (page: Page): Promise<void> => {
  await page.waitForTimeout(250)
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
    ),
  ).toBe(0)
}

/** In this order in every guide of government services. */
const headings = {
  zh: '事项名称 受理条件 申请材料 办理流程 办理时限 特殊环节 设定依据 收费 到现场次数 结果名称 咨询投诉 在线申请'.split(
    ' ',
  ),
  en: null,
}

const looks = sampled<['zh' | 'en', string, Size]>(
  [
    ['en', 'phone', { ...phone, height: 6_000 }],
    ['zh', 'desktop', { ...desktop, height: 4_000 }],
  ],
  [['zh', 'phone', { ...phone, height: 6_000 }]],
)
describe.each(looks)('in %s on a %s', (language, _name, size) => {
  test('from the list of services to each guide, in the order of government services', async () => {
    const { page, errors, close } = await openPage(browser, size, language)
    await page.goto(`${fake.url}/services`)
    await page.locator('.service-list > li').first().waitFor()
    await expect.poll(() => page.locator('.service-list > li').count()).toBe(guides.length)
    await sound(page)
    for (const guide of guides) {
      await page.goto(`${fake.url}/services`)
      await page.locator(`.service-list a.button[href="/services/${guide.process}"]`).click()
      await page.locator('#guide-limits').waitFor()
      expect(await page.title()).toContain(guide.title[language])
      const text = await page.locator('main h2').allInnerTexts()
      expect(text).toHaveLength(12)
      if (headings[language]) expect(text).toEqual(headings[language])
      const limits = await page.locator('section[aria-labelledby=guide-limits]').innerText()
      for (const { legal } of guide.limits)
        for (const words of [legal.length, legal.article]) expect(limits).toContain(words[language])
      await sound(page)
    }
    expect(errors).toEqual([])
    await close()
  })
})

test('online application leads a stranger through the sign-in, and somebody signed in straight to the form', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  const [guide] = guides
  await page.goto(`${fake.url}/services/${guide!.process}`)
  await expect
    .poll(() => page.locator('.service-acts a.primary').getAttribute('href'))
    .toBe(`/sign-in?next=%2Freport%2F${guide!.process}`)
  await letIn(page, fake.url, 'zhou.min')
  await page.goto(`${fake.url}/e/services/${guide!.process}`)
  await expect
    .poll(() => page.locator('.service-acts a.primary').getAttribute('href'))
    .toBe(`/report/${guide!.process}`)
  await close()
})

test('a service that does not exist leads to telephone and counter; on paper only the guide remains', async () => {
  const { page, close } = await openPage(browser, phone, 'zh')
  await page.goto(`${fake.url}/services/none`)
  await expect.poll(() => page.locator('.empty').innerText()).toContain('12345')
  await page.goto(`${fake.url}/services/${guides[0]!.process}`)
  await page.locator('#guide-limits').waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.service-acts', '.service-contents', '.citizen-nav'])
    await expect.poll(() => page.locator(hidden).isVisible()).toBe(false)
  await expect.poll(() => page.locator('#guide-conditions').isVisible()).toBe(true)
  await close()
})
