// Public law can be asked by everybody, so many times a minute; everything else stays closed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ demo: false, behindProxy: true })
})
afterAll(() => house.close())

const question = { rule: 'adhoc', unit: 'WD', n: 5, start: '2026-03-02' }
const from = (address: string) => ({ 'x-forwarded-for': address })
const compute = (address: string, headers: Record<string, string> = {}) =>
  house.send('/api/time-limits/compute', {
    json: question,
    headers: { ...from(address), ...headers },
  })

describe('without signing in', () => {
  test('periods are reckoned, rules, calculations, processes and the document listed', async () => {
    const answer = await compute('10.1.0.1')
    expect([answer.status, ((await answer.json()) as { due: string }).due]).toEqual([
      200,
      '2026-03-09',
    ])
    for (const path of [
      '/api/time-limits/rules',
      '/api/calculations',
      '/api/calculations/amounts',
      '/api/calculations/examples?amount=accident-level.deaths',
      '/api/processes',
      '/api/openapi.json',
      '/api/docs',
    ]) {
      expect((await house.send(path, { headers: from('10.1.0.1') })).status, path).toBe(200)
    }
    const { items } = (await (await house.send('/api/calculations')).json()) as {
      items: { name: string }[]
    }
    for (const { name } of items) {
      const { status } = await house.send(`/api/calculations/${name}`, { json: {} })
      expect([200, 422], name).toContain(status)
    }
  })
  test('a wrong question gets its problem', async () => {
    const answer = await house.send('/api/time-limits/compute', {
      json: { ...question, start: '2026-02-31' },
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      422,
      'invalid-input',
    ])
    expect(
      (await house.send('/api/calculations/nothing', { json: {} })).headers.get('content-type'),
    ).toMatch(/^application\/problem\+json/)
  })
  test('a session that has run out or a bad token does not matter where nobody is asked for one', async () => {
    for (const headers of [
      { cookie: 'anjian.session_token=invented' },
      { authorization: 'Bearer of-a-token-that-nobody-has' },
    ]) {
      expect((await compute('10.1.0.2', headers)).status).toBe(200)
    }
  })
  test('everything else stays closed', async () => {
    const open = new Set([
      '/api/openapi.json',
      '/api/docs',
      '/api/session',
      '/api/session/ways',
      '/api/time-limits/rules',
      '/api/calculations',
      '/api/calculations/amounts',
      '/api/calculations/examples',
      '/api/processes',
      '/api/public/processes',
      '/api/public/notices',
      '/api/public/services',
      '/api/public/services/x',
      '/api/public/licences',
      '/api/public/registers',
      '/api/public/registers/x',
      '/api/public/verify/x',
    ])
    const paths = house.app.routes
      .filter(
        ({ method, path }) => method === 'GET' && path.startsWith('/api/') && !path.includes('*'),
      )
      .map(({ path }) => path.replace(/:\w+/g, 'x'))
      .filter((path) => !open.has(path) && !path.includes('oidc') && !path.startsWith('/api/demo'))
    expect(paths.length).toBeGreaterThan(10)
    for (const path of [...new Set(paths)]) expect((await house.send(path)).status, path).toBe(401)
    const writes = [
      '/api/cases/hazard-rectification',
      '/api/cases/x/acts',
      '/api/clock',
      '/api/changes',
    ]
    for (const path of writes) expect((await house.send(path, { json: {} })).status, path).toBe(401)
    expect((await house.send('/api/files', { body: new FormData() })).status).toBe(401)
  })
})

describe('a wrong method', () => {
  test('promise (law): an address asked by a wrong method says which ones it knows, and asks nobody who he is', async () => {
    const wrong = async (path: string, init: Parameters<House['send']>[1] = {}) => {
      const answer = await house.send(path, init)
      const { code, reasons } = (await answer.json()) as { code: string; reasons: { zh: string }[] }
      return [answer.status, code, answer.headers.get('allow'), reasons[0]?.zh]
    }
    expect(await wrong('/api/time-limits/compute')).toEqual([
      405,
      'method-not-allowed',
      'POST',
      '该地址只支持：POST',
    ])
    expect(await wrong('/api/calculations/late-surcharge')).toEqual([
      405,
      'method-not-allowed',
      'POST',
      expect.any(String),
    ])
    expect(await wrong('/api/time-limits/rules', { json: {} })).toEqual([
      405,
      'method-not-allowed',
      'GET',
      expect.any(String),
    ])
    expect((await wrong('/api/me', { json: {} }))[0]).toBe(405)
    expect((await wrong('/api/cases/x/acts'))[0]).toBe(405)
    expect((await house.send('/api/me')).status).toBe(401)
    expect((await house.send('/api/no-such-thing')).status).toBe(401)
  })
  test('a question longer than anybody writes is refused before it is read', async () => {
    const answer = await house.send('/api/time-limits/compute', {
      json: { ...question, rule: 'x'.repeat(70_000) },
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      413,
      'file-too-large',
    ])
  })
})

describe('asking again and again', () => {
  test('an address is told to wait after six hundred questions in a minute; others, and people signed in, are not', async () => {
    const cookie = await house.signIn('lin')
    let statuses: number[] = []
    for (let minute = 0; minute < 2 && !statuses.includes(429); minute += 1) {
      statuses = []
      for (let requestCount = 0; requestCount < 610; requestCount += 1)
        statuses.push((await house.send('/api/calculations', { headers: from('10.2.0.1') })).status)
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    const refused = await compute('10.2.0.1')
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      429,
      'rate-limited',
    ])
    expect(refused.headers.get('retry-after')).toBe('60')
    expect((await compute('10.2.0.1', { cookie: 'anjian.session_token=invented' })).status).toBe(
      429,
    )
    expect((await compute('10.2.0.1', { cookie })).status).toBe(200)
    expect((await compute('10.2.0.2')).status).toBe(200)
  })
})
