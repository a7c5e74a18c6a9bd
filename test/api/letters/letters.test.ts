// Is every frame that could not be used seen by who looks after the line, and read again?
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { replays } from '../../../db/schema/cases/replays.ts'
import { badFrames } from '../../../db/schema/devices/devices.ts'
import { sampleWith } from '../../devices/hj212/samples.ts'
import { ago } from '../duty/standing-alarms.ts'
import { fits } from '../http/fits.ts'
import { frame, get, house, kept, replay, useLetterHouse } from './letter-house.ts'

useLetterHouse()

describe('frames', () => {
  beforeEach(async () => void (await house.db.delete(badFrames)))

  test('newest first, page by page, by line, reason and day of the city', async () => {
    for (const seconds of [3, 2, 1]) await frame({ at: ago(seconds) })
    await frame({ feed: 'park', reason: 'defect' })
    await frame({ reason: 'old', at: '2026-03-01T16:30:00.000Z' })
    const first = await get('/frames?feed=stack&reason=sum&limit=2')
    fits('GET /api/letters/frames', first)
    const second = await get(`/frames?feed=stack&reason=sum&limit=2&cursor=${first.body.cursor}`)
    expect([
      first.body.total,
      first.body.items.length,
      second.body.items.length,
      second.body.cursor,
    ]).toEqual([3, 2, 1, null])
    const times = [...first.body.items, ...second.body.items].map(({ at }) => at)
    expect(times).toEqual(times.toSorted().reverse())
    expect((await get('/frames?day=2026-03-02')).body.items).toMatchObject([{ reason: 'old' }])
    expect((await get('/frames?day=2026-03-01')).body.items).toEqual([])
    expect((await get('/frames?day=yesterday')).status).toBe(422)
    expect((await get('/frames?cursor=nonsense')).body.code).toBe('invalid-input')
  })

  test('one: its bytes without a password, at which byte it is wrong, and what it says', async () => {
    const seq = await frame()
    const one = await get(`/frames/${seq}`)
    fits('GET /api/letters/frames/{id}', one)
    expect(Buffer.from(one.body.hex, 'hex').toString()).toBe('##0101QN=2026;PW=******;MN=X')
    expect(one.body).toMatchObject({ protocol: 'hj212', obstacle: null, replays: [] })
    expect(one.body.frames[0].fault.at).toBeGreaterThan(0)
    const { bytes } = sampleWith('CN=2011')
    const good = await get(`/frames/${await frame({ bytes })}`)
    expect(good.body.frames[0]).toMatchObject({ from: 0, to: bytes.length - 1, fault: null })
    expect(good.body.frames[0].fields.length).toBeGreaterThan(5)
    expect((await get(`/frames/${await frame({ feed: 'park' })}`)).body.frames).toBeNull()
    expect((await get('/frames/999999')).status).toBe(404)
  })

  test('a replay is a request with a reason, once under its key and once at a time', async () => {
    const seq = await frame()
    expect((await replay(`/frames/${seq}`, { reason: '  ' })).status).toBe(422)
    const done = await replay(`/frames/${seq}`, { key: 'once' })
    fits('POST /api/letters/frames/{id}/replay', done)
    expect(done.status).toBe(202)
    expect((await replay(`/frames/${seq}`, { key: 'once' })).body).toEqual(done.body)
    expect((await replay(`/frames/${seq}`, { key: 'once', reason: '另一理由' })).body.code).toBe(
      'key-reused',
    )
    expect((await kept()).filter(({ subject }) => subject === String(seq))).toMatchObject([
      {
        kind: 'frame',
        feed: 'stack',
        region: '330802',
        by: 'hao',
        byName: '郝检查',
        reason: '方言已更正',
        state: 'waiting',
      },
    ])
    const again = await replay(`/frames/${seq}`)
    expect([again.status, again.body.code, again.body.reasons[0].en]).toEqual([
      409,
      'not-possible-now',
      'It is being replayed',
    ])
    await house.db
      .update(replays)
      .set({ state: 'failed', words: { zh: '校验错', en: 'sum' } })
      .where(eq(replays.subject, String(seq)))
    expect((await get(`/frames/${seq}`)).body.replays).toMatchObject([
      { state: 'failed', words: { zh: '校验错' } },
    ])
    expect((await replay(`/frames/${seq}`)).status).toBe(202)
  })

  test.each([
    ['too long to replay', { whole: false }],
    ['could not be trusted', { reason: 'replay' }],
  ])('not one that is %s', async (words, more) => {
    const answer = await replay(`/frames/${await frame(more)}`)
    expect([answer.status, answer.body.reasons[0].en]).toEqual([
      409,
      expect.stringContaining(words),
    ])
  })
})
