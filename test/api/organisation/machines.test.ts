import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { machineTokens } from '../../../db/schema/organisation/organisation.ts'
import { type House, hazard, openHouse, report } from '../house.ts'

let house: House
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const token = (name: string) => `token-of-${name}-0123456789`
const bearer = (name: string) => ({ authorization: `Bearer ${token(name)}` })

const machines = [
  { id: 'reader', scopes: ['cases:read'], region: '330802' as const },
  { id: 'starter', scopes: ['cases:start:hazard-rectification'], region: '330802' as const },
  {
    id: 'elsewhere',
    scopes: ['cases:read', 'cases:start:hazard-rectification'],
    region: '330881' as const,
  },
  { id: 'watcher', scopes: ['metrics:read'], region: '330800' as const },
  { id: 'revoked', scopes: ['cases:read'], region: '330802' as const, revokedAt: new Date() },
]

beforeAll(async () => {
  house = await openHouse({ demo: false })
  const hash = (id: string) => createHash('sha256').update(token(id)).digest('hex')
  await house.db
    .insert(machineTokens)
    .values(machines.map((one) => ({ ...one, name: one.id, tokenHash: hash(one.id) })))
})
afterAll(() => house.close())

const ask = async (name: string, path: string, json?: unknown) => {
  const answer = await house.send(path, {
    ...(json === undefined ? {} : { json }),
    headers: bearer(name),
  })
  const words = await answer.text()
  return { status: answer.status, words, body: words.startsWith('{') ? JSON.parse(words) : null }
}
const start = (name: string) =>
  ask(name, '/api/cases/hazard-rectification', { data: hazard({ enterprise: 'e-1' }) })

describe('a machine with a token', () => {
  test('without, with an unknown or a revoked one is nobody', async () => {
    expect((await house.send('/api/cases')).status).toBe(401)
    for (const name of ['stranger', 'revoked'])
      expect((await ask(name, '/api/cases')).body.code).toBe('unauthenticated')
    expect(
      (await house.send('/api/cases', { headers: { authorization: 'Basic bGluOng=' } })).status,
    ).toBe(401)
  })
  test('reads cases of its region only with the scope for it', async () => {
    const id = await report(house)
    expect((await ask('reader', `/api/cases/${id}`)).body.id).toBe(id)
    expect((await ask('elsewhere', `/api/cases/${id}`)).status).toBe(404)
    for (const name of ['starter', 'watcher']) {
      for (const path of [
        '/api/cases',
        `/api/cases/${id}`,
        `/api/cases/${id}/timeline`,
        '/api/live',
      ]) {
        const { status, body } = await ask(name, path)
        expect([status, body.code, body.reasons[0].en], path).toEqual([
          403,
          'not-allowed',
          'The token lacks the scope cases:read',
        ])
      }
      expect((await ask(name, '/api/enterprises')).body.items).toEqual([])
    }
  })
  test('acts on nothing: what a case needs is done by people', async () => {
    const id = await report(house)
    const act = (name: string, type: string, data: unknown) =>
      ask(name, `/api/cases/${id}/acts`, { type, data })
    expect((await act('starter', 'verify', { grade: 'general', findings: '属实' })).status).toBe(
      404,
    )
    for (const type of [
      'verify',
      'claim',
      'urge',
      'take-back',
      'request-correction',
      'pause-clock',
    ]) {
      expect(
        (await act('reader', type, { grade: 'general', findings: '属实' })).body.code,
        type,
      ).toBe('not-allowed')
    }
  })
  test('brings pictures only for cases that it may start', async () => {
    const upload = (name: string) => {
      const body = new FormData()
      body.set('file', new File([png], 'camera.png'))
      return house.send('/api/files', { body, headers: bearer(name) })
    }
    expect((await upload('reader')).status).toBe(403)
    const kept = await upload('starter')
    expect(kept.status).toBe(201)
    const { id } = (await kept.json()) as { id: string }
    const data = hazard({ enterprise: 'e-1', photos: [id] })
    expect((await ask('starter', '/api/cases/hazard-rectification', { data })).status).toBe(201)
  })
  test('starts cases only with the scope of the process, and only in its region', async () => {
    expect((await start('starter')).status).toBe(201)
    expect((await start('reader')).body.code).toBe('not-allowed')
    expect((await start('elsewhere')).body.code).toBe('invalid-input')
  })
  test('has no inbox, no person, no colleagues and no clock', async () => {
    for (const path of ['/api/inbox', '/api/me', '/api/health'])
      expect((await ask('reader', path)).status).toBe(403)
    expect((await ask('reader', '/api/clock', { advance: 'P1D' })).status).toBe(403)
  })
  test('reads the numbers of the process only with the scope for them', async () => {
    expect((await house.send('/metrics')).status).toBe(401)
    expect((await ask('reader', '/metrics')).status).toBe(403)
    const { status, words } = await ask('watcher', '/metrics')
    expect(status).toBe(200)
    for (const name of [
      'anjian_http_request_seconds_bucket',
      'anjian_late_escalation_levels',
      'anjian_http_in_flight',
    ])
      expect(words).toContain(name)
    expect(words.includes('route="/api/cases/:id"')).toBe(true)
  })
})
