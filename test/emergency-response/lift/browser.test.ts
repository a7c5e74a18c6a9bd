// Does a duty officer free people from a lift on his phone, and does he see the three clocks and the hour after two hours?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { act, fill, quiet } from '../../support/browser/browser.ts'
import { createCrew } from '../../support/browser/crew.ts'
import { shot } from '../../support/browser/shot.ts'

const crew = createCrew({ duty: 'kecheng.duty' }, { on: '2026-03-02', onPhones: ['duty'] })
const { at, clean, read } = crew
beforeAll(crew.open)
afterAll(crew.close)

test('promise (emergencies): people in a lift are called back, reached and released from a phone, each against its own clock', async () => {
  const { page } = at.duty
  await read('duty', '/report/emergency-response')
  await fill(page, {
    source: 'telephone',
    kind: 'lift',
    title: '财富中心1号梯困人',
    site: '财富中心1号楼',
    region: '330802',
    happenedAt: '2026-03-02T08:50',
    description: '轿厢停在12、13层之间',
  })
  await expect.poll(() => page.locator('form.report-form').innerText()).toContain('主城区以外')
  await page.locator('form.report-form button[type=submit]').click()
  await page.getByRole('button', { name: '确认提交' }).click()
  await page.waitForURL(/\/case\/[0-9a-f-]{36}/)
  const id = new URL(page.url()).pathname.split('/')[2] ?? ''
  const first = await read('duty', `/case/${id}`)
  for (const one of ['回拨轿厢', '维保到场救援', '构成特种设备一般事故'])
    expect(first).toContain(one)
  await clean('duty')
  await shot(page, 'emergency-lift-phone')
  await act(at.duty, id, '回拨轿厢', { reached: 'talked', trapped: '2' })
  await act(at.duty, id, '核实属实', { findings: '两人被困' })
  await act(at.duty, id, '派出维保单位', {
    unit: '衢州安梯维保公司',
    maintainerTelephone: '13900000000',
  })
  const sent = await read('duty', `/case/${id}`)
  expect(sent).toContain('维保赶赴现场')
  expect(sent).toContain('13900000000')
  await act(at.duty, id, '维保到场', {})
  await act(at.duty, id, '被困人员解救', { result: '两人无恙' })
  const released = await read('duty', `/case/${id}`)
  expect(released.match(/已完成，3月2日/gu)).toHaveLength(2)
  for (const one of ['维保现场救援', '构成特种设备一般事故', '解救被困人员'])
    expect(released).not.toContain(one)
  await clean('duty')
  await shot(page, 'emergency-lift-released-phone')
  for (const visitor of Object.values(at)) quiet(visitor)
})

test('after two hours the page says that it is an accident, and by when it is reported', async () => {
  const duty = await crew.person('duty')
  const { id } = await duty.start('emergency-response', {
    source: 'telephone',
    kind: 'lift',
    title: '西区广场3号梯困人',
    site: '西区广场',
    region: '330802',
    happenedAt: '2026-03-02T00:40:00.000Z',
    description: '多人被困',
  })
  await duty.advance('PT2H')
  const words = await read('duty', `/case/${id}`)
  for (const one of ['困人满2小时', '电梯事故报告']) expect(words).toContain(one)
  await clean('duty')
  await shot(at.duty.page, 'emergency-lift-accident-phone')
})
