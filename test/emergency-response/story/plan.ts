// The plan of the story: five orders to three bureaus, registered by two people before anything burns.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { PersonAtWork, Product } from '../../support/servers/product.ts'

/** Minutes that the plan leaves; 0 sets no limit. */
const orderTemplates = (
  [
    ['控制着火罐', '市消防救援支队', 180],
    ['搜救被困人员', '市消防救援支队', 0],
    ['封闭园区道路', '市交通运输局', 0],
    ['调集泡沫运输车', '市交通运输局', 0],
    ['派救护车到东门', '市卫生健康委员会', 0],
  ] as const
).map(([order, office, leadMinutes]) => ({ level: '3', order, office, leadMinutes }))

const plan = {
  title: '柯城区储罐火灾专项应急预案',
  kind: 'special',
  issuer: '柯城区应急管理局',
  events: ['hazchem', 'fire'],
  version: '2026-1',
  publishedOn: '2026-02-02',
  responseLevels: [
    { level: '2', trigger: '殃及相邻储罐', decidedBy: '市人民政府' },
    { level: '3', trigger: '储罐着火并有人员被困', decidedBy: '区人民政府' },
  ],
  orderTemplates,
  region: '330802',
  from: '2026-02-02',
  reason: '新编制',
}

/** Proposed by one and confirmed by another; its number. */
export const registerPlan = async ({ person }: Product): Promise<string> => {
  const at = '/api/registers/emergency-plan'
  const post = async <Body>(who: PersonAtWork, path: string, json: unknown): Promise<Body> => {
    const answer = await who.raw('POST', at + path, json, { 'idempotency-key': randomUUID() })
    const body = await answer.json()
    expect([answer.ok, (body as { reasons?: unknown }).reasons]).toEqual([true, undefined])
    return body as Body
  }
  const [inspector, chief] = [await person('kecheng.inspector1'), await person('kecheng.chief')]
  const { id, entry } = await post<{ id: string; entry: string }>(inspector, '/changes', {
    entry: null,
    version: 0,
    data: plan,
  })
  await post(chief, `/changes/${id}/approval`, { reason: '' })
  return (await chief.get<{ number: string }>(`${at}/entries/${entry}`)).number
}
