import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const contract = [
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/me',
  'GET /api/inbox',
  'GET /api/cases',
  'POST /api/cases/{process}',
  'GET /api/cases/{id}',
  'GET /api/cases/{id}/timeline',
  'POST /api/cases/{id}/acts',
  'POST /api/files',
  'GET /api/files/{id}',
  'GET /api/processes',
  'GET /api/processes/{id}',
  'POST /api/time-limits/compute',
  'GET /api/time-limits/rules',
  'GET /api/calculations',
  'POST /api/clock',
  'GET /api/live',
  'GET /api/openapi.json',
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
]

describe('the OpenAPI document', () => {
  test('is 3.1 and names every route of the contract, and every route there is', async () => {
    const document = (await (await house.send('/api/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, Record<string, unknown>>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    const listed = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(contract.filter((one) => !listed.includes(one))).toEqual([])
    const real = house.app.routes
      .filter(({ path, method }) => method !== 'ALL' && !path.includes('*'))
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect([...new Set(real)].filter((one) => !listed.includes(one))).toEqual([])
  })
  test('is readable as a page without any script', async () => {
    const page = await (await house.send('/api/docs')).text()
    expect(page).toContain('/api/cases/{id}/acts')
    expect(page).not.toMatch(/<script|style=/)
  })
})

describe('processes', () => {
  test('tell their states, transitions, events with schemas, clocks and diagram', async () => {
    const { items } = (await house.as('lin', '/api/processes')).body
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['hazard-rectification'])
    const { body } = await house.as('qi', '/api/processes/hazard-rectification')
    expect(body.start.schema).toMatchObject({
      type: 'object',
      required: expect.arrayContaining(['title', 'site']),
    })
    expect(body.states.find(({ id }: { id: string }) => id === 'handling.verifying')).toMatchObject(
      { task: 'verify', final: false },
    )
    expect(
      body.events.every(({ schema }: { schema: { type: string } }) => schema.type === 'object'),
    ).toBe(true)
    expect(body.clocks.length).toBeGreaterThan(0)
    expect(body.diagram.nodes.length).toBeGreaterThan(5)
    expect((await house.as('qi', '/api/processes/nothing')).status).toBe(404)
  })
})

describe('operation', () => {
  test('alive, ready, and honest when the database is away', async () => {
    expect((await house.send('/healthz')).status).toBe(200)
    expect((await house.send('/readyz')).status).toBe(200)
    expect((await house.send('/metrics')).status).toBe(200)
  })
  test('the health page is for people of the authorities', async () => {
    expect((await house.as('qi', '/api/health')).status).toBe(403)
    const { status, body } = await house.as('lin', '/api/health')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      openCases: expect.any(Number),
      auditor: { at: null, findings: [] },
      anchors: [],
    })
    expect(body.services.map(({ name }: { name: string }) => name)).toContain('Temporal')
  })
  test('an unknown path of the API is a problem, signed in or not', async () => {
    expect((await house.send('/api/nowhere')).status).toBe(401)
    expect((await house.as('lin', '/api/nowhere')).body).toMatchObject({
      status: 404,
      code: 'not-found',
    })
    expect(
      (await house.send('/api/cases/x', { method: 'PATCH' })).headers.get('content-type'),
    ).toMatch(/problem\+json/)
  })
})
