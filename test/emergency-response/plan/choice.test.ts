// Does a response start only from a plan that is in force for its place, its enterprise and its kind of event?
import { describe, expect, test } from 'vitest'
import { planChoice } from '../../../domain/emergency-response/plan/choice.ts'
import { recipientNamed } from '../../../domain/emergency-response/plan/offices.ts'
import {
  isRecipient,
  orderRecipients,
} from '../../../domain/emergency-response/regions/recipients.ts'
import type { ChosenEntry } from '../../../domain/model/decision-context.ts'
import { type OfficeKind, officeKinds } from '../../../domain/organisation/offices.ts'
import { emergency } from '../playing.ts'
import { reported } from '../samples.ts'
import { entry } from './samples.ts'

const today = '2026-03-02'
const verified = (kind: string) =>
  emergency({ ...reported, kind }, {}, ['dan', 'verify', { findings: '属实' }]).record()
const refused = (change: Partial<ChosenEntry>, kind = 'explosion') => {
  const verdict = planChoice.fits(verified(kind), { ...entry, ...change }, today)
  return verdict === true ? null : verdict.zh
}

describe('a plan', () => {
  test.each<[string, Partial<ChosenEntry>]>([
    ['of the county', {}],
    ['of the city over it', { region: '330800' }],
    ['of the enterprise itself', { owner: 'e-1' }],
    [
      'for everything that has no plan of its own',
      { data: { ...entry.data, kind: 'comprehensive', events: ['other'] } },
    ],
  ])('%s is one to start from', (_, change) => expect(refused(change)).toBeNull())

  test.each<[string, Partial<ChosenEntry>, string]>([
    ['under revision', { standing: 'under-revision' }, '不是现行有效的预案'],
    ['repealed', { standing: 'repealed' }, '不是现行有效的预案'],
    ['of tomorrow', { from: '2026-03-03' }, '尚未生效'],
    ['of another county', { region: '330881' }, '不适用于事发地'],
    ['of another enterprise', { owner: 'e-2' }, '属于其他企业'],
    ['for lifts', { data: { ...entry.data, events: ['equipment'] } }, '不适用于本类事件'],
    ['that says nothing', { data: {} }, '不适用于本类事件'],
  ])('%s is not', (_, change, words) => expect(refused(change)).toContain(words))

  test('of any kind is one where nobody knows what has happened', () => {
    expect(refused({ data: { ...entry.data, events: ['equipment'] } }, 'other')).toBeNull()
  })

  test('is kept with its orders, each with the post that receives it', () => {
    expect(planChoice.keep(entry)).toEqual({
      planName: '柯城区火灾爆炸事故应急预案（2026-1，衢柯预案〔2026〕0001号）',
      planOrders: [
        expect.objectContaining({ level: '3', to: 'city-police/duty-officer' }),
        expect.objectContaining({ level: '4', to: 'city-fire/duty-officer', leadMinutes: 5 }),
        expect.objectContaining({ to: 'county-command/duty-officer' }),
        { level: '4', order: '启动碱液喷淋', office: '生产部', leadMinutes: 0 },
      ],
    })
    expect(planChoice.keep({ ...entry, data: { orderTemplates: ['?', { level: '9' }] } })).toEqual({
      planName: expect.any(String),
    })
  })
})

test.each([
  ['市消防救援支队', '330800', 'city-fire/duty-officer'],
  ['市应急管理局', '330800', 'city-command/duty-officer'],
  ['应急指挥中心', '330800', 'city-command/duty-officer'],
  ['应急管理局', '330802', 'county-command/duty-officer'],
  ['区应急管理局', '330800', 'county-command/duty-officer'],
  ['江山市应急管理局', '330881', 'county-command/duty-officer'],
  ['市应急管理局', '330802', 'city-command/duty-officer'],
  ['企业消防队', '330802', null],
  ['', '330802', null],
] as const)('%s in a plan of %s is the post %s', (office, place, post) => {
  expect(recipientNamed(office, place)).toBe(post)
  expect(post === null || isRecipient(post)).toBe(true)
})

test('every bureau to which orders go is found by its full name in a plan', () => {
  const bureaus = Object.keys(orderRecipients).flatMap((key) => {
    const [, kind] = /^city-(.+)\/duty-officer$/.exec(key) ?? []
    return kind === undefined || kind === 'command' ? [] : [[key, kind] as const]
  })
  expect(bureaus.length).toBeGreaterThan(5)
  for (const [key, kind] of bureaus)
    expect(recipientNamed(`市${officeKinds[kind as OfficeKind].zh}`, '330802')).toBe(key)
})
