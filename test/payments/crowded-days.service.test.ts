// Is money to be cleared found by its officer among however much else there is?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleCertificates } from '../enforcement-case/certificates.ts'
import { codeIn, finedCase, money, openPaying, statementOf, tells } from './paying.ts'

let paying: Awaited<ReturnType<typeof openPaying>>
beforeAll(async () => {
  paying = await openPaying()
  await settleCertificates(paying.house.db)
})
afterAll(() => paying?.close())

const unknown = (on: string, how: number) =>
  Array.from({ length: how }, (_, n) =>
    money(`33330800260000${on.slice(-2)}${String(n).padStart(4, '0')}`, { on }),
  )
const differencesSeenBy = async (who: string) =>
  (await paying.house.as(who, '/api/payments/differences')).body

test('the officers of a case see what differs in it, however much money belongs to no case', async () => {
  const { house } = paying
  const id = await finedCase(house)
  const told = money(await codeIn(house, id), { currency: 'USD' })
  expect((await tells(house, told)).body.state).toBe('kept')
  const before = await differencesSeenBy('lin')
  expect(before).toMatchObject({ items: [{ kind: 'foreign-currency' }], more: false })
  const file = statementOf('2026-03-01', unknown('2026-03-01', 201))
  expect((await tells(house, file, { place: 'statements' })).status).toBe(200)
  expect(await differencesSeenBy('lin')).toEqual(before)
  expect(await differencesSeenBy('jiang')).toEqual({ items: [], more: false })
  const supervisors = await differencesSeenBy('gao')
  expect([supervisors.items.length, supervisors.more]).toEqual([200, true])
}, 120_000)
