// Is a signature its owner's alone, kept with its history, borne by what he signs from then on, and seen only where it belongs?
import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSignatures } from '../../../db/cases/signatures.ts'
import { caseFacts } from '../../../db/schema/cases/cases.ts'
import { documentBytes, documents } from '../../../db/schema/cases/documents.ts'
import { signaturePictures, signatures } from '../../../db/schema/cases/signatures.ts'
import { withScope } from '../../../db/scope.ts'
import type { TimelineItem } from '../../../domain/views/case-views.ts'
import { written } from '../../support/people/handwriting.ts'
import { type House, openHouse, report } from '../house.ts'
import { fits } from '../http/fits.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.clock.setNow('2026-03-02T02:00:00.000Z')
})
afterAll(() => house.close())

const send = (who: string, picture: Buffer, key?: string) =>
  house.as(who, '/api/signature', {
    json: { picture: picture.toString('base64'), way: 'drawn' },
    headers: key ? { 'idempotency-key': key } : {},
  })
const mine = async (who: string) => (await house.as(who, '/api/signature')).body
const bytesOf = async (who: string, path: string) => {
  const answer = await house.send(path, { headers: { cookie: await house.signIn(who) } })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}
const act = async (who: string, id: string, type: string, data: Record<string, unknown> = {}) => {
  const { status, body } = await house.as(who, `/api/cases/${id}/acts`, { json: { type, data } })
  expect([status, body.code]).toEqual([200, undefined])
}
const timeline = async (who: string, id: string): Promise<TimelineItem[]> =>
  (await house.as(who, `/api/cases/${id}/timeline`)).body.items as TimelineItem[]

describe('a signature', () => {
  test('is kept once under its key, replaced by another with its history, and withdrawn', async () => {
    expect(await mine('zhou')).toEqual({ current: null, versions: [] })
    const first = await send('zhou', written(), 'k-1')
    expect([first.status, (await send('zhou', written(), 'k-1')).body.version]).toEqual([201, 1])
    expect((await send('zhou', written({ slant: 1 }), 'k-1')).body.code).toBe('key-reused')
    const withdrawn = await house.as('zhou', '/api/signature', {
      method: 'DELETE',
      headers: { 'idempotency-key': 'k-1' },
    })
    expect([withdrawn.status, withdrawn.body?.code]).toEqual([422, 'key-reused'])
    expect(await mine('zhou')).toMatchObject({ current: { version: 1 } })
    const second = await send('zhou', written({ slant: 1 }))
    expect(second.body).toMatchObject({ version: 2, way: 'drawn' })
    expect(await mine('zhou')).toMatchObject({
      current: { version: 2 },
      versions: [{ version: 2 }, { version: 1 }],
    })
    const { status, type, bytes } = await bytesOf('zhou', first.body.url)
    expect([status, type, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      200,
      'image/png',
      first.body.sha256,
    ])
    expect((await house.as('zhou', '/api/signature', { method: 'DELETE' })).status).toBe(204)
    expect((await house.as('zhou', '/api/signature', { method: 'DELETE' })).status).toBe(204)
    expect(await mine('zhou')).toMatchObject({
      current: null,
      versions: [{ version: 3, sha256: null, way: 'withdrawn' }, {}, {}],
    })
    fits('GET /api/signature', await house.as('zhou', '/api/signature'))
    fits('POST /api/signature', await send('zhou', written()))
  })
  test('is for people of the authorities, and read by nobody else of them either', async () => {
    expect((await send('qi', written())).status).toBe(403)
    expect((await house.as('qi', '/api/signature')).status).toBe(403)
    const { body } = await send('zhou', written({ slant: 3 }))
    for (const who of ['wu', 'gao', 'shi']) expect((await bytesOf(who, body.url)).status).toBe(404)
    const scope = {
      regions: ['330802' as const],
      caseRegions: ['330802' as const],
      owner: null,
      person: 'gao',
    }
    expect(
      await withScope(house.deps.connection.pool, scope, (tx) => readSignatures(tx, 'zhou')),
    ).toEqual([])
    await expect(
      withScope(house.deps.connection.pool, scope, (tx) => tx.select().from(signaturePictures)),
    ).rejects.toThrow()
  })
  test('once kept is never changed: neither its row nor its picture', async () => {
    await expect(
      house.db.update(signatures).set({ sha256: 'x' }).where(eq(signatures.person, 'zhou')),
    ).rejects.toThrow()
    await expect(house.db.delete(signaturePictures)).rejects.toThrow()
  })
  test.each([
    ['no picture', Buffer.from('<svg onload="alert(1)"/>')],
    ['half a one', written().subarray(0, 200)],
    ['blank paper', written({ blank: true })],
  ])('%s is refused', async (_name, picture) => {
    expect((await send('fang', picture)).body.code).toBe('file-unsafe')
    expect((await mine('fang')).versions).toEqual([])
  })
})

describe('under an act', () => {
  let id = ''
  let used = ''
  test('stands the one its signer had then, and stays when he takes another', async () => {
    used = (await send('lin', written())).body.sha256
    id = await report(house)
    await act('lin', id, 'verify', { grade: 'general', findings: '属实', opinion: '同意' })
    await send('lin', written({ slant: 4 }))
    await act('wu', id, 'sign', { opinion: '同意' })
    const verified = (await timeline('lin', id)).find(({ type }) => type === 'verify')
    expect(verified?.pictures).toEqual([
      { name: '林检查', sha256: used, url: `/api/cases/${id}/signatures/${used}` },
    ])
    const [fact] = await house.db
      .select()
      .from(caseFacts)
      .where(and(eq(caseFacts.caseId, id), eq(caseFacts.type, 'verify')))
    expect(fact?.data.signatures).toMatchObject([
      { name: '林检查', picture: used },
      { name: '吴检查' },
    ])
    fits('GET /api/cases/{id}/timeline', await house.as('lin', `/api/cases/${id}/timeline`))
  })
  test('staff who read the case see it; the enterprise, another county and other cases do not', async () => {
    const path = `/api/cases/${id}/signatures/${used}`
    for (const who of ['wu', 'gao', 'yu'])
      expect(await bytesOf(who, path)).toMatchObject({ status: 200, type: 'image/png' })
    for (const who of ['qi', 'jiang']) expect((await bytesOf(who, path)).status).toBe(404)
    expect((await house.send(path)).status).toBe(401)
    const other = await report(house)
    expect((await bytesOf('wu', `/api/cases/${other}/signatures/${used}`)).status).toBe(404)
    const unused = (await mine('lin')).current.sha256
    expect((await bytesOf('wu', `/api/cases/${id}/signatures/${unused}`)).status).toBe(404)
    expect(JSON.stringify(await timeline('qi', id))).not.toMatch(/pictures|signatures\//)
  })
  test('the form that it makes bears it beside the typed names, and is made whole', async () => {
    await house.deps.cases.tick({ caseId: id, process: 'hazard-rectification', generation: 1 })
    const [made] = await house.db
      .select({
        content: documents.content,
        bytes: documentBytes.bytes,
        audience: documents.audience,
      })
      .from(documents)
      .innerJoin(documentBytes, eq(documentBytes.document, documents.id))
      .where(and(eq(documents.caseId, id), eq(documents.kind, 'inspection')))
    expect(made?.audience).toBe('internal')
    expect(made?.content.signatureLines[0]).toEqual({
      label: '检查人员（签名）',
      names: '林检查、吴检查',
      pictures: [{ name: '林检查', sha256: used }],
    })
    expect(/\/Subtype\s*\/Image/.test(Buffer.from(made?.bytes ?? []).toString('latin1'))).toBe(true)
    expect((await bytesOf('qi', `/api/cases/${id}/documents`)).bytes.toString()).not.toContain(
      '检查记录',
    )
  })
})
