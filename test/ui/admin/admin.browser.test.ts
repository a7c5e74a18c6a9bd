import { expect, test } from 'vitest'
import { password, report } from '../../api/house.ts'
import { shot } from '../../support/browser/shot.ts'
import { alternate } from '../../support/deep.ts'
import { axe, desktop, phone } from '../browser-support.ts'
import { house, url, useAdministeredHouse, visit } from './visiting.ts'

useAdministeredHouse()

const escalationPolicy = '/admin/ladders/hazard-rectification/rectification'

test('all staff read the rule book: searched and filtered, versions side by side, and on to the reckoner', async () => {
  const { page, errors, close } = await visit('lin', '/limits')
  await page.goto(`${new URL(page.url()).origin}/rules`)
  await page.waitForSelector('.rule-list')
  expect(await page.locator('.admin-places').count()).toBe(0)
  const all = await page.locator('.rule-list tbody tr').count()
  await page.fill('main input[type=search]', '处罚决定')
  await page.waitForFunction(
    (n) => document.querySelectorAll('.rule-list tbody tr').length < n,
    all,
  )
  await page.fill('main input[type=search]', '')
  await page.locator('.admin-filters select').first().selectOption('enforcement-case')
  await page.locator('.admin-filters select').nth(1).selectOption('unsure')
  const unsure = await page.locator('.rule-list tbody td:nth-child(6)').allTextContents()
  expect(unsure.length).toBeGreaterThan(0)
  await expect
    .poll(() => page.locator('.rule-list tbody td:nth-child(2)').allTextContents())
    .toEqual(unsure.map(() => '行政执法案件'))
  await page.locator('.admin-filters select').nth(1).selectOption('')
  const many = page
    .locator('.rule-list tbody tr')
    .filter({ has: page.locator('td:last-child', { hasText: /^[2-9]$/ }) })
  await many.first().locator('a').click()
  await page.waitForSelector('.rule-versions')
  await expect.poll(() => page.locator('.rule-versions thead th').count()).toBeGreaterThan(1)
  await expect.poll(() => page.locator('.rule-changed').count()).toBeGreaterThan(0)
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/rules-zh')
  const rule = await page.locator('section:has(.rule-versions) code').textContent()
  await page.locator('.rule-versions a.button').first().click()
  await page.waitForSelector('#field-rule')
  await expect.poll(() => page.locator('#field-rule').inputValue()).toContain(`${rule}@`)
  expect(errors).toEqual([])
  await close()
})

test('one administrator proposes an escalation policy within its bounds, another approves it knowing which periods keep theirs', async () => {
  const { page, errors, close } = await visit('yu', '/admin/ladders')
  await page.locator('main table a').click()
  await page.waitForSelector('#escalation-policy-now')
  await page.getByRole('button', { name: '提议修改' }).click()
  await page.fill('#field-n-province', '30')
  await page.getByRole('button', { name: '提交提议' }).click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
  await page.fill('#field-order', '衢安委〔2026〕7号')
  await page.fill('#field-reason', '加快提级')
  await page.getByRole('button', { name: '提交提议' }).click()
  await page.waitForSelector('.error-summary:has-text("不得迟于 20")')
  await page.fill('#field-n-city', '3')
  await page.fill('#field-n-province', '10')
  await page.locator('.escalation-policy-recipients summary').nth(2).click()
  await shot(page, 'admin/escalation-policy-form-zh')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '提交提议' }).click()
  await page.waitForSelector('.escalation-policy-proposal')
  await expect
    .poll(() => page.locator('.escalation-policy-proposal').textContent())
    .toContain('提议人不能批准自己的提议')
  expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0)
  expect(errors).toEqual([])
  await close()

  const second = await visit('shi', escalationPolicy)
  await second.page.getByRole('button', { name: '对照正在计算的期限' }).click()
  await second.page.waitForSelector('.escalation-policy-proposal table:has(caption)')
  const impact = await second.page
    .locator('.escalation-policy-proposal table:has(caption) tbody tr')
    .textContent()
  expect(impact).toContain('市级挂牌督办：沿用 2026-03-18 00:00 · 如按提议 2026-03-14 00:00')
  expect(await axe(second.page)).toEqual([])
  await shot(second.page, 'admin/escalation-policy-impact-zh')
  await second.page.fill('.escalation-policy-proposal textarea', '已核对文件')
  await second.page.getByRole('button', { name: '批准', exact: true }).click()
  await second.page.waitForSelector('.escalation-policy-proposal summary:has-text("已批准 · 现行")')
  await expect
    .poll(() => second.page.locator('#escalation-policy-now').textContent())
    .toContain('2026-03-02 10:00 起')
  await expect
    .poll(() =>
      second.page
        .locator('section:has(#escalation-policy-now) tbody tr')
        .nth(2)
        .locator('td')
        .first()
        .textContent(),
    )
    .toBe('3个工作日')
  expect(second.errors).toEqual([])
  await second.close()
})

test('a post is given and ended with its history; what would stand empty is named before', async () => {
  const { page, errors, close } = await visit('yu', '/admin/people')
  await page.fill('main input[type=search]', 'chen')
  await page.waitForFunction(() => document.querySelectorAll('main tbody tr').length === 1)
  await shot(page, 'admin/people-zh')
  expect(await axe(page)).toEqual([])
  await page.locator('main tbody a').click()
  await page.waitForSelector('#person-held')
  await page.getByRole('button', { name: '任命岗位' }).click()
  await page.getByRole('button', { name: '确认任命' }).click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(3)
  await page.locator('#field-office').selectOption('330802-bureau')
  await page.locator('#field-role').selectOption('reviewer')
  await page.fill('#field-order', '柯应急〔2026〕3号')
  await page.fill('#field-reason', '工作需要')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '确认任命' }).click()
  await page.waitForSelector('section:has(#person-history) tbody tr')
  await expect
    .poll(() => page.locator('section:has(#person-history) tbody tr').textContent())
    .toContain('审查员')
  await page
    .locator('section:has(#person-held) tbody tr', { hasText: '科长' })
    .getByRole('button')
    .click()
  await page.fill('#field-reason', '调离')
  await page.getByRole('button', { name: '确认结束' }).click()
  await page.waitForSelector('.error-summary:has-text("无人在岗")')
  await expect
    .poll(() => page.locator('form .notice.warn').textContent())
    .toContain('亮红牌（县级督办）')
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/person-end-zh')
  await page.check('#field-knowingly')
  await page.getByRole('button', { name: '确认结束' }).click()
  await page.waitForSelector('section:has(#person-history) tbody tr:has-text("免职")')
  await expect
    .poll(() => page.locator('section:has(#person-history) tbody tr').first().textContent())
    .toContain('空缺：')
  await shot(page, 'admin/person-zh')
  await page.goto(`${url}/admin/people`)
  await page.waitForSelector('#vacancies')
  await expect
    .poll(() => page.locator('section:has(#vacancies) li').first().textContent())
    .toContain('科长')
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/vacancies-zh')
  expect(errors).toEqual([])
  await close()
})

test('a rule gives new tasks to whoever has least in hand; the case says so, and the rule ends with its history', async () => {
  const { page, errors, close } = await visit('yu', '/admin/routing')
  await page.getByRole('button', { name: '新增规则' }).click()
  await page.getByRole('button', { name: '确认新增' }).click()
  await expect.poll(() => page.locator('.error-summary li').count()).toBe(3)
  const wanted = {
    office: '330802-bureau',
    role: 'inspector',
    process: 'hazard-rectification',
    kind: 'category=hazchem',
  }
  for (const [field, value] of Object.entries({ ...wanted, way: 'person', person: 'wu' }))
    await page.locator(`#field-${field}`).selectOption(value)
  await page.fill('#field-reason', '危化品由吴检查负责')
  expect(await axe(page)).toEqual([])
  await shot(page, 'admin/rule-form-zh')
  await page.locator('#field-from').fill('2026-03-02')
  await page.getByRole('button', { name: '确认新增' }).click()
  await page.waitForSelector('main tbody tr:has-text("生效中")')
  await expect.poll(() => page.locator('main tbody tr').textContent()).toContain('类别：')
  expect(await axe(page)).toEqual([])
  const id = await report(house)
  await shot(page, 'admin/rules-of-routing-zh')
  await page.getByRole('button', { name: '结束' }).click()
  await page.fill('#field-reason', '调整分工')
  await page.getByRole('button', { name: '确认结束' }).click()
  await page.waitForSelector('main tbody tr:has-text("已结束")')
  await expect.poll(() => page.locator('main tbody tr').textContent()).toContain('余督办')
  expect(errors).toEqual([])
  await close()

  const own = await visit('lin', `/case/${id}`)
  await expect
    .poll(() => own.page.locator('.task-why').textContent())
    .toBe('按分派规则分派给吴检查：规则指定')
  expect(await axe(own.page)).toEqual([])
  await shot(own.page, 'admin/case-routed-zh')
  await own.close()
})

test('an account is disabled and its open tasks are listed', async () => {
  const { page, errors, close } = await visit('yu', '/admin/people/zhou')
  await page.getByRole('button', { name: '停用账号' }).click()
  await page.fill('#field-reason', '停职')
  await page.waitForSelector('form:has-text("没有岗位因此空缺")')
  await page.getByRole('button', { name: '确认停用' }).click()
  await page.waitForSelector('.notice.warn:has-text("账号已停用")')
  expect((await house.send('/api/session', { json: { username: 'zhou', password } })).status).toBe(
    401,
  )
  expect(await axe(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test.each(['zh', 'en'] as const)(
  'on a phone in %s nothing is wider than the page, and the languages do not mix',
  async (language) => {
    const paths = [
      '/rules',
      '/admin/people',
      '/admin/people/chen',
      '/admin/routing',
      '/admin/ladders',
      escalationPolicy,
    ]
    for (const path of alternate(paths, language === 'zh' ? 0 : 1)) {
      const { page, errors, close } = await visit('shi', path, phone, language)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect({ path, overflow: Math.max(0, overflow) }).toEqual({ path, overflow: 0 })
      // At full width Chinese is looked at by the tests above, English by the one below.
      if (language === 'zh') expect(await axe(page)).toEqual([])
      await shot(page, `admin/phone-${language}${path.replaceAll('/', '-')}`)
      const labels = await page
        .locator('main label > span, main th[scope=col], main button, main caption, main h2')
        .allTextContents()
      const foreign = labels.filter((label) =>
        (language === 'en' ? /[\u4e00-\u9fff]/ : /[A-Za-z]{3,}/).test(label),
      )
      expect({ path, foreign }).toEqual({ path, foreign: [] })
      expect(errors).toEqual([])
      await close()
    }
  },
)

test('in English at full width', async () => {
  const paths = [
    '/rules?rule=enforcement-case.case',
    '/admin/people',
    '/admin/people/chen',
    '/admin/routing',
    escalationPolicy,
  ]
  for (const path of alternate(paths, 0)) {
    const { page, errors, close } = await visit('shi', path, desktop, 'en')
    expect(await axe(page)).toEqual([])
    await shot(page, `admin/wide-en${path.replaceAll(/[/?=]/g, '-')}`)
    expect(errors).toEqual([])
    await close()
  }
})

test('who is no administrator is refused in words', async () => {
  const { page, close } = await visit('lin', '/admin/people')
  await expect.poll(() => page.locator('main .failure').textContent()).toContain('系统管理员')
  expect(await page.locator('.rail a[href="/admin"]').count()).toBe(0)
  await close()
})
