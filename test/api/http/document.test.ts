// Is the OpenAPI document whole and sound, and do real answers have the shapes it promises?

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../contract/contract.ts'
import type { ContractRoutes } from '../../../contract/parts/routes.ts'
import { type House, hazard, openHouse, report } from '../house.ts'
import { fits } from './fits.ts'

// biome-ignore lint/suspicious/noExplicitAny: a document is read here as any tool would read it
type Json = any

let house: House
let document: Json
beforeAll(async () => {
  house = await openHouse()
  document = await (await house.send('/api/openapi.json')).json()
})
afterAll(() => house.close())

const promised = Object.entries(contract)
const operations = (): { route: string; path: string; value: Json }[] =>
  Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    Object.entries<Json>(item).map(([method, value]) => ({
      route: `${method.toUpperCase()} ${path}`,
      path,
      value,
    })),
  )

/** Every `$ref` anywhere in a value. */
const refsIn = (value: Json): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, part]) =>
        key === '$ref' ? [String(part)] : refsIn(part),
      )
const resolved = (ref: string): Json =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce((at, step) => at?.[step], document)

describe('the document', () => {
  test('is OpenAPI 3.1 with title, version and named security', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const schemes = Object.keys(document.components.securitySchemes)
    for (const { route, value } of operations()) {
      for (const one of value.security ?? document.security)
        expect(
          Object.keys(one).filter((name) => !schemes.includes(name)),
          route,
        ).toEqual([])
    }
  })
  test('names every path of the contract', () => {
    const known = operations().map(({ route }) => route)
    expect(promised.map(([route]) => route).filter((one) => !known.includes(one))).toEqual([])
  })
  test('has sound operations: a method that exists, an id of its own, a parameter for each name in the path', () => {
    const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']
    const ids = operations().map(({ value }) => value.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { route, path, value } of operations()) {
      expect(methods, route).toContain(route.split(' ')[0])
      expect(path, route).toMatch(/^\/[^?#*:]*$/)
      expect(value.summary, route).toEqual(expect.any(String))
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const input = (value.parameters ?? []).filter((one: Json) => one.in === 'path')
      expect(input.map(({ name }: Json) => name).sort(), route).toEqual(wanted.sort())
      expect(
        input.every(({ required }: Json) => required === true),
        route,
      ).toBe(true)
      expect(
        (value.parameters ?? []).every((one: Json) => one.name && one.in && one.schema),
        route,
      ).toBe(true)
    }
  })
  test('has responses with descriptions: a success and the problem, and only references that lead somewhere', () => {
    for (const { route, value } of operations()) {
      const codes = Object.keys(value.responses)
      expect(
        codes.some((code) => /^(2\d\d|2XX|3\d\d)$/.test(code)),
        route,
      ).toBe(true)
      expect(value.responses.default, route).toEqual({ $ref: '#/components/responses/Problem' })
      for (const [code, answer] of Object.entries<Json>(value.responses)) {
        expect(code, route).toMatch(/^(default|[1-5](\d\d|XX))$/)
        expect(answer.$ref ?? answer.description, route).toEqual(expect.any(String))
        for (const { schema } of Object.values<Json>(answer.content ?? {}))
          expect(schema, route).toEqual(expect.any(Object))
      }
    }
    for (const ref of new Set(refsIn(document)))
      expect(resolved(ref), ref).toEqual(expect.any(Object))
    expect(document.components.responses.Problem.content['application/problem+json']).toBeDefined()
  })
  test('says what each path of the contract answers', () => {
    for (const [route, { status, description }] of promised) {
      const { value } = operations().find((one) => one.route === route)!
      expect(value.responses[String(status)], route).toMatchObject({ description: description })
    }
  })
  test('an answer without a body is 204, so that whoever asks knows that nothing follows', () => {
    const empty = Object.entries<ContractRoutes[`GET /${string}`]>(contract).filter(
      ([, { answer, type }]) => !answer && !type,
    )
    expect(
      empty.filter(([, { status }]) => status !== 204 && status !== 302).map(([route]) => route),
    ).toEqual([])
  })
  test('says which paths nobody needs to sign in for', () => {
    const open = operations().filter(
      ({ value }) => Array.isArray(value.security) && value.security.length === 0,
    )
    expect(open.map(({ route }) => route)).toEqual(
      expect.arrayContaining([
        'POST /api/session',
        'POST /api/time-limits/compute',
        'GET /api/calculations',
        'GET /api/processes',
      ]),
    )
    const ajar = open
      .filter(({ path }) => /cases|inbox|files|people|calendars/.test(path))
      .map(({ route }) => route)
    expect(ajar.filter((route) => !/ \/api\/public\//.test(route))).toEqual([])
  })
})

describe('real answers', () => {
  test('of cases, lists and acts fit, for officials and for the enterprise, at each step', async () => {
    const id = await report(house)
    const act = async (who: string, type: string, data: Record<string, unknown>) =>
      fits(
        'POST /api/cases/{id}/acts',
        await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } }),
      )
    const look = async () => {
      for (const who of ['lin', 'chen', 'qi', 'yu']) {
        fits('GET /api/cases/{id}', await house.as(who, `/api/cases/${id}`))
        fits('GET /api/cases/{id}/timeline', await house.as(who, `/api/cases/${id}/timeline`))
        fits('GET /api/cases', await house.as(who, '/api/cases'))
        for (const box of ['todo', 'pool', 'done', 'mine', 'cc'])
          fits('GET /api/inbox', await house.as(who, `/api/inbox?box=${box}`))
        fits('GET /api/me', await house.as(who, '/api/me'))
      }
    }
    await look()
    await act('lin', 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await look()
    await act('wu', 'sign', { opinion: '同意' })
    const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await act('lin', 'issue-order', { dueDate: due, requirements: '更换' })
    fits('POST /api/clock', await house.as('lin', '/api/clock', { json: { advance: 'P60D' } }))
    await look()
  })
  test('of everything else fit too', async () => {
    fits(
      'POST /api/cases/{process}',
      await house.as('mao', '/api/cases/hazard-rectification', { json: { data: hazard() } }),
    )
    const body = new FormData()
    body.set('file', new File(['企业,隐患\n'], 'list.csv'))
    fits('POST /api/files', await house.as('qi', '/api/files', { method: 'POST', body }))
    const question = { rule: 'adhoc', unit: 'WD', n: 3, start: '2026-03-02' }
    fits(
      'POST /api/time-limits/compute',
      await house.as('qi', '/api/time-limits/compute', { json: question }),
    )
    const reads = [
      '/api/processes',
      '/api/time-limits/rules',
      '/api/calculations',
      '/api/calendars',
      '/api/clock',
      '/healthz',
      '/readyz',
    ]
    for (const path of reads) fits(`GET ${path}`, await house.as('qi', path))
    fits('GET /api/processes/{id}', await house.as('qi', '/api/processes/hazard-rectification'))
  })
})
