// How is a drill planned in a running product, and its case found from its entry?
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { EntryView } from '../../../contract/registers/registers.ts'
import { emergencyDrill } from '../../../domain/registers/emergency-drill/register.ts'
import { day, drillEntry } from '../../registers/emergency-drill/samples.ts'
import type { PersonAtWork, Product } from '../../support/servers/product.ts'

const at = `/api/registers/${emergencyDrill.id}`

const post = async <Body>(who: PersonAtWork, path: string, json: unknown): Promise<Body> => {
  const answer = await who.raw('POST', at + path, json, { 'idempotency-key': randomUUID() })
  const body = await answer.json()
  expect([path, answer.ok, answer.ok ? {} : body]).toEqual([path, true, {}])
  return body as Body
}

/** Proposed by the inspector of Kecheng and confirmed by its section chief; its id. */
export const planDrill = async ({ person }: Product, more: object): Promise<string> => {
  const [inspector, chief] = [await person('kecheng.inspector1'), await person('kecheng.chief')]
  const { id, entry } = await post<{ id: string; entry: string }>(inspector, '/changes', {
    entry: null,
    version: 0,
    data: { ...drillEntry, region: '330802', from: day, reason: '年度演练计划', ...more },
  })
  await post(chief, `/changes/${id}/approval`, { reason: '' })
  return entry
}

/** Begun by whoever is on duty; the id of its case. */
export const beginDrill = async (who: PersonAtWork, entry: string): Promise<string> =>
  (await post<{ id: string }>(who, `/entries/${entry}/case`, undefined)).id

export const entrySeen = (who: PersonAtWork, entry: string): Promise<EntryView> =>
  who.get(`${at}/entries/${entry}`)
