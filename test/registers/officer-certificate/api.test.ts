// Is a certificate proposed by an officer, confirmed by the chief, and does evidence rest on two that are valid at its moment?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdEntries } from '../../../db/registers/registers.ts'
import { enforcementCase } from '../../../domain/enforcement-case/process.ts'
import { officerCertificate } from '../../../domain/registers/officer-certificate/register.ts'
import { certificatesShown } from '../../../domain/registers/officer-certificate/shown.ts'
import { type House, openHouse } from '../../api/house.ts'
import { sample, scene } from '../../enforcement-case/samples.ts'
import { askRegister } from '../settling.ts'
import { certificate, day, typed } from './samples.ts'

let house: House
const { at, decide, enter, propose } = askRegister(() => house, officerCertificate.id)
beforeAll(async () => {
  house = await openHouse(
    {},
    null,
    { 'enforcement-case': enforcementCase },
    { [officerCertificate.id]: officerCertificate },
  )
  await house.clock.setNow(`${day}T01:00:00.000Z`)
})
afterAll(() => house?.close())

const { region: _, ...form } = scene
const tells = async (...certificates: string[]) => {
  const { body } = await house.as('lin', '/api/cases/enforcement-case', { json: { data: form } })
  const { acts } = (await house.as('lin', `/api/cases/${body.id}`)).body
  const task = acts.find((one: { type: string }) => one.type === 'tell-party').taskId
  return house.as('lin', `/api/cases/${body.id}/acts`, {
    json: { type: 'tell-party', data: { ...sample('tell-party'), certificates }, taskId: task },
  })
}

test('without certificates of the register nothing is told; with two of one officer neither', async () => {
  const nobody = await tells('浙柯执法0001', '浙柯执法0002')
  expect(nobody.status).toBe(403)
  expect(JSON.stringify(nobody.body)).toContain(
    '执法证件浙柯执法0001未登记（《行政处罚法》第四十二条',
  )
  await enter(['lin', 'chen'], typed)
  const again = { ...typed, number: '浙柯执法0009', holder: '林 检查' }
  const refused = await propose('lin', again)
  expect([refused.status, Object.keys(refused.body.details.fields)]).toEqual([422, ['staff']])
  await enter(['lin', 'chen'], { ...again, staff: '0012' })
  expect((await tells('浙柯执法0001', '浙柯执法0009')).status).toBe(403)
})

test('two new ones of one name that wait at a time are told apart before the second is confirmed', async () => {
  const of = (number: string) => ({ ...typed, number, holder: '张伟' })
  const [one, other] = [
    await propose('lin', of('浙柯执法0021')),
    await propose('lin', of('浙柯执法0022')),
  ]
  expect((await decide('chen', one.body.id, 'approval')).status).toBe(200)
  const late = await decide('chen', other.body.id, 'approval')
  expect([late.status, JSON.stringify(late.body)]).toEqual([
    409,
    expect.stringContaining('已有同名的登记'),
  ])
})

test('two officers with valid ones do; the list begins with the one that expires first', async () => {
  await enter(['wu', 'chen'], {
    ...typed,
    number: '浙柯执法0002',
    holder: '吴检查',
    validUntil: '2026-03-31',
  })
  expect((await tells('浙柯执法0001', '浙柯执法0002')).status).toBe(200)
  const { items } = (await house.as('wu', `${at}/entries`)).body
  expect(items[0]).toMatchObject({ number: '浙柯执法0002', due: '2026-03-31' })
  expect((await house.as('qi', `${at}/entries`)).status).not.toBe(200)
})

test('one that has expired or was suspended counts no longer', async () => {
  await enter(['wu', 'chen'], {
    ...typed,
    ...certificate,
    number: '浙柯执法0003',
    holder: '周检查',
    validUntil: '2026-03-01',
  })
  const expired = await tells('浙柯执法0001', '浙柯执法0003')
  expect(JSON.stringify(expired.body)).toContain('在2026-03-02不在有效期内')
  const { items } = (await house.as('lin', `${at}/entries`)).body
  const { id } = items.find(({ number }: { number: string }) => number === '浙柯执法0002')
  const suspended = { ...certificate, holder: '吴检查', validUntil: '2026-03-31' }
  await enter(
    ['lin', 'chen'],
    { ...suspended, standing: 'suspended', from: day, reason: '暂扣' },
    id,
    1,
  )
  const held = await tells('浙柯执法0001', '浙柯执法0002')
  expect(JSON.stringify(held.body)).toContain('已暂扣或者注销')
})

test('how one stood on the day of the act counts, whatever is written of it since', async () => {
  const number = '浙柯执法0004'
  const jin = { ...certificate, holder: '金检查' }
  const { id } = await enter(['wu', 'chen'], { ...typed, ...jin, number })
  const change = (version: number, more: object) =>
    enter(['lin', 'chen'], { ...jin, standing: 'suspended', reason: '暂扣', ...more }, id, version)
  const said = async (takenOn: string) => {
    const numbers = ['浙柯执法0001', number]
    const entries = await house.db.transaction((tx) =>
      holdEntries(tx, officerCertificate.id, numbers),
    )
    const event = {
      by: { kind: 'system' },
      at: '2026-03-20T01:00:00.000Z',
      signatures: [],
      region: '330802',
      data: { certificates: numbers, takenOn },
      entries: { [officerCertificate.id]: entries },
    } as never
    return JSON.stringify(certificatesShown({ context: {}, event }))
  }
  await house.clock.setNow('2026-03-20T01:00:00.000Z')
  await change(1, { from: '2026-03-03' })
  expect([await said('2026-03-02'), await said('2026-03-10')]).toEqual([
    'true',
    expect.stringContaining('已暂扣'),
  ])
  await change(2, { from: '2026-03-15', remark: '决定书已送达本人' })
  expect(await said('2026-03-10')).toContain('已暂扣')
  await change(3, { from: '2026-03-18', standing: 'valid', reason: '发还' })
  expect([await said('2026-03-10'), await said('2026-03-18')]).toEqual([
    expect.stringContaining('已暂扣'),
    'true',
  ])
})
