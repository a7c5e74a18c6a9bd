// Which changes that wait for a second person is he told of: those whose days run, those that silence has settled, and those that wait too long?
import { describe, expect, test } from 'vitest'
import { emergencyPlan } from '../../domain/registers/emergency-plan/register.ts'
import { majorHazardSource } from '../../domain/registers/major-hazard-source/register.ts'
import { printOfNews, registerMail } from '../../domain/registers/morning-mail.ts'
import { reckonedData } from '../../domain/registers/reckoning.ts'
import {
  confirmersOf,
  unconfirmedOf,
  type WaitingChange,
} from '../../domain/registers/unconfirmed.ts'
import { registers } from '../../domain/registers.ts'
import { plan } from './emergency-plan/samples.ts'
import { source } from './major-hazard-source/samples.ts'
import { openBooks } from './toys.ts'

const { calendars } = openBooks
const place = { region: '330802', owner: 'e-1' } as const
const waiting = (more: Partial<WaitingChange>): WaitingChange => ({
  ...place,
  id: 'c-1',
  register: emergencyPlan.id,
  data: {},
  proposedBy: 'qi',
  proposedAt: '2026-03-02T02:00:00.000Z',
  ...more,
})
/** Monday, 2 March. */
const submitted = waiting({
  data: reckonedData(
    emergencyPlan,
    { data: { ...plan, submittedOn: '2026-03-02' }, region: '330802', standing: 'in-force' },
    openBooks,
  ),
})
const found = (change: WaitingChange, day: string) =>
  unconfirmedOf(registers, [change], { now: `${day}T02:00:00.000Z`, calendars })
const said = (change: WaitingChange, day: string) =>
  registerMail(
    registers,
    { due: [], waiting: found(change, day) },
    { today: day, base: 'https://anjian.example' },
  )
const print = (change: WaitingChange, day: string) =>
  printOfNews({ due: [], waiting: found(change, day) }, day)

describe('a plan that an enterprise has submitted and nobody has confirmed', () => {
  test('is told with the day of its answer from the first morning on', () => {
    expect(said(submitted, '2026-03-03')?.title.zh).toContain('登记簿 1 项待确认')
    const body = said(submitted, '2026-03-03')?.body.zh ?? ''
    expect(body).toContain(
      '应急预案《液氯泄漏专项应急预案》：2026-03-02提请，备案审查期限 2026-03-09 一周内到期',
    )
    expect(body).toContain('https://anjian.example/registers/emergency-plan')
    expect(body).not.toContain('工作日')
  })
  test('is told anew when it waits for more than two working days, and when silence has filed it', () => {
    const days = [
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-09',
      '2026-03-10',
      '2026-03-20',
    ]
    const prints = days.map((day) => print(submitted, day))
    expect([prints[0] === prints[1], prints[2] === prints[3], prints[4] === prints[5]]).toEqual([
      true,
      true,
      true,
    ])
    expect(new Set(prints).size).toBe(3)
    expect(said(submitted, '2026-03-05')?.body.zh).toContain('已超过2个工作日')
    expect(said(submitted, '2026-03-10')?.body.zh).toContain(
      '备案审查期限 2026-03-09 已届满，逾期未答复视为备案之日 2026-03-10',
    )
  })
})

test('an application to cancel a hazard source runs its thirty days though it is proposed as cancelled', () => {
  const applied = { ...source, filedOn: '2026-02-27', cancellationAppliedOn: '2026-03-02' }
  const data = reckonedData(
    majorHazardSource,
    { data: applied, region: '330802', standing: 'cancelled' },
    openBooks,
  )
  const body = said(waiting({ register: majorHazardSource.id, data }), '2026-03-03')?.body.zh
  expect(body).toContain('核销决定期限 2026-04-01 到期')
})

test('any other change is told once it has waited for more than two working days, over a weekend too', () => {
  const friday = waiting({
    data: { title: '改版预案', evaluationDue: '2029-01-01' },
    proposedAt: '2026-03-06T02:00:00.000Z',
  })
  expect(
    ['2026-03-09', '2026-03-10', '2026-03-11'].map((day) => found(friday, day).length),
  ).toEqual([0, 0, 1])
  expect(found(waiting({ register: 'no-such' }), '2026-04-11')).toEqual([])
  expect(printOfNews({ due: [], waiting: [] }, '2026-03-11')).toBe('none')
})

test('whoever may confirm is told: no enterprise is', () => {
  expect(confirmersOf(emergencyPlan, place)).toEqual([
    '330802-bureau/section-chief',
    '330802-bureau/commander',
  ])
})
