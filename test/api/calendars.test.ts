// An administrator imports the notice of a further year, and dates that waited for it become firm.
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calendarYears } from '../../db/schema/time.ts'
import { type House, openHouse } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-11-20T01:00:00.000Z')
  await house.db.execute(sql`UPDATE appointments SET role = 'administrator', office = '330800-administration' WHERE person = 'shi'`)
})
afterAll(() => house.close())

const notice = {
  decree: '国务院办公厅关于2027年部分节假日安排的通知（试验）',
  source: '试验文件',
  off: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'],
  work: ['2027-02-14'],
}
const send = (who: string, year: string, json: unknown = notice) => house.as(who, `/api/calendars/${year}`, { json })
const compute = async () =>
  (await house.as('lin', '/api/time-limits/compute', { json: { rule: 'adhoc', unit: 'WD', n: 40, start: '2026-12-21' } })).body
const rows = () => house.db.select().from(calendarYears)

describe('before', () => {
  test('the years of the decrees are listed, and the one that is missing', async () => {
    const { status, body } = await house.as('qi', '/api/calendars')
    expect(status).toBe(200)
    expect(body.missing).toEqual([2027])
    expect(body.items.map(({ year }: { year: number }) => year)).toEqual(Array.from({ length: 23 }, (_, step) => 2004 + step))
    expect(body.items.every(({ imported, decree }: { imported: boolean; decree: string }) => !imported && decree !== '')).toBe(true)
  })
  test('only an administrator imports', async () => {
    for (const who of ['lin', 'chen', 'gao', 'qi', 'sheng']) expect((await send(who, '2027')).body.code).toBe('not-allowed')
    expect((await house.send('/api/calendars/2027', { json: notice })).status).toBe(401)
    expect(await rows()).toEqual([])
  })
  test.each<[string, string, unknown]>([
    ['a year that is none', '27', notice],
    ['a year in words', 'constructor', notice],
    ['a year beyond all reckoning', '9999', { ...notice, off: ['9999-01-01'], work: [] }],
    ['days of another year', '2028', notice],
    ['a day that does not exist', '2027', { ...notice, off: ['2027-02-30'] }],
    ['a day twice', '2027', { ...notice, off: ['2027-01-01', '2027-01-01'] }],
    ['a day off and worked', '2027', { ...notice, work: ['2027-02-05'] }],
    ['a weekday as make-up day', '2027', { ...notice, work: ['2027-02-15'] }],
    ['no day off', '2027', { ...notice, off: [] }],
    ['no source', '2027', { ...notice, source: ' ' }],
    ['a number as day', '2027', { ...notice, off: [20270101] }],
    ['an unknown field', '2027', { ...notice, names: {} }],
    ['more days than a year has', '2027', { ...notice, off: Array.from({ length: 400 }, () => '2027-01-01') }],
    ['nothing', '2027', {}],
  ])('%s is refused and leaves everything as it was', async (_, year, json) => {
    const { status, body, headers } = await send('shi', year, json)
    expect([status, body.code]).toEqual([422, 'invalid-input'])
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await rows()).toEqual([])
  })
})

describe('after', () => {
  let version: string
  test('a date that needed the year is firm, and says so', async () => {
    const before = await compute()
    expect([before.provisional, before.reasons.length > 0]).toEqual([true, true])
    const { status, body } = await send('shi', '2027')
    version = body.version
    expect([status, body.year, version]).toEqual([201, 2027, expect.stringContaining('2027')])
    const after = await compute()
    expect([after.provisional, after.reasons, after.calendar]).toEqual([false, [], version])
    expect(after.days.find(({ date }: { date: string }) => date === '2027-02-08').counted).toBe(false)
    expect(after.days.find(({ date }: { date: string }) => date === '2027-02-14').counted).toBe(true)
  })
  test('nothing is missing any more, and the row says who imported it and when', async () => {
    const { body } = await house.as('lin', '/api/calendars')
    expect([body.missing, body.version]).toEqual([[], version])
    expect(body.items.at(-1)).toEqual({ year: 2027, decree: notice.decree, source: notice.source, off: 7, work: 1, imported: true })
    const [row] = await house.db.select().from(calendarYears).where(eq(calendarYears.year, 2027))
    expect(row).toMatchObject({ importedBy: 'shi', off: notice.off, importedAt: expect.stringMatching(/^2026-11-20/) })
  })
  test('the same notice again changes nothing; a corrected one makes another version', async () => {
    expect((await send('shi', '2027')).body.version).toBe(version)
    const corrected = await send('shi', '2027', { ...notice, off: [...notice.off, '2027-04-05'] })
    expect(corrected.status).toBe(201)
    expect(corrected.body.version).not.toBe(version)
    expect(await rows()).toHaveLength(1)
  })
})
