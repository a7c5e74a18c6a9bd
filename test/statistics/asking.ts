// How does a test ask for statistics, sign, submit and return them over HTTP?
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { StatisticsView } from '../../contract/statistics/statistics.ts'
import type { House } from '../api/house.ts'

export const process = 'hazard-rectification'
export const valuesOf = ({ figures }: StatisticsView) =>
  Object.fromEntries(figures.map(({ id, value }) => [id, value]))

export const asking = (house: House) => {
  const ask = (who: string, query: string, path = '') =>
    house.as(who, `/api/statistics${path}?process=${process}&${query}`)
  const read = async (who: string, query: string, path = ''): Promise<StatisticsView> => {
    const { status, body } = await ask(who, query, path)
    expect([status, body.code]).toEqual([200, undefined])
    return body
  }

  const sign = (
    who: string,
    place: Record<string, string>,
    hash: string,
    key: string = randomUUID(),
    remarks = '总体平稳',
  ) =>
    house.as(who, '/api/statistics/signature', {
      json: { process, ...place, period: '2026Q3', remarks, hash },
      headers: { 'idempotency-key': key },
    })
  const step = (who: string, id: string, act: string, body?: unknown) =>
    house.as(who, `/api/statistics/reports/${id}/${act}`, {
      method: 'POST',
      ...(body ? { json: body } : {}),
    })
  return { ask, read, sign, step }
}
