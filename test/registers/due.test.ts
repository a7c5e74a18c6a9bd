// Who is told of which entries that fall due, when, and how often?
import { describe, expect, test } from 'vitest'
import { type DueEntry, dueWindow, fallingDue, keepersOf } from '../../domain/registers/due.ts'
import { duesOf } from '../../domain/registers/due-days.ts'
import { emergencyPlan } from '../../domain/registers/emergency-plan/register.ts'
import { printOfNews, registerMail } from '../../domain/registers/morning-mail.ts'
import { registers } from '../../domain/registers.ts'

const today = '2026-03-02'
const entry = (due: string, more: Partial<DueEntry> = {}): DueEntry => ({
  id: `e-${due}`,
  register: emergencyPlan.id,
  number: `衢柯预案〔2026〕${due}号`,
  name: '液氯泄漏专项应急预案',
  region: '330802',
  owner: null,
  dues: [{ field: 'filingDue', day: due }],
  ...more,
})
const found = (...entries: DueEntry[]) => fallingDue(registers, entries, today)

describe('what falls due', () => {
  test('is what is due within thirty days, and what has passed in the last ninety, the nearest first', () => {
    expect(dueWindow(today)).toEqual({ from: '2025-12-02', until: '2026-04-01' })
    const days = ['2026-04-02', '2026-04-01', '2026-03-02', '2025-12-02', '2025-12-01']
    expect(found(...days.map((day) => entry(day))).map(({ due }) => due.day)).toEqual([
      '2025-12-02',
      '2026-03-02',
      '2026-04-01',
    ])
  })

  test('is nothing of an entry kept for the record only, nor of a register that there is not', () => {
    const dues = (standing: string) =>
      duesOf(emergencyPlan, { data: { filingDue: today }, standing }).length
    expect(['in-force', 'under-revision', 'repealed'].map(dues)).toEqual([1, 1, 0])
    expect(found(entry(today, { register: 'no-such' }))).toEqual([])
  })

  test('is each of its days: what has passed hides nothing that comes after it, and what has ended by itself is told no more', () => {
    const dues = [
      { field: 'filingDue', day: '2026-01-05' },
      { field: 'checkDue', day: '2026-02-27', until: today },
      { field: 'evaluationDue', day: '2026-03-20' },
    ]
    expect(found(entry('', { dues })).map(({ due }) => due.field)).toEqual([
      'filingDue',
      'evaluationDue',
    ])
    const before = fallingDue(registers, [entry('', { dues })], '2026-02-28')
    expect(before.map(({ due }) => due.field)).toContain('checkDue')
  })

  test('is kept by whoever may change it: of its county, and its own enterprise', () => {
    expect(keepersOf(emergencyPlan, entry(today))).toEqual([
      '330802-bureau/inspector',
      '330802-bureau/duty-officer',
    ])
    expect(keepersOf(emergencyPlan, entry(today, { owner: 'e-1' }))[0]).toBe(
      'enterprise:e-1/enterprise-safety',
    )
  })
})

describe('a message', () => {
  const news = (...entries: DueEntry[]) => ({
    due: entries.flatMap((one) => one.dues.map((due) => ({ entry: one, due }))),
    waiting: [],
  })
  const print = (due: string, on: string) => printOfNews(news(entry(due)), on)
  test('comes once at thirty days, once at seven, and once when the day has passed', () => {
    const stages = ['2026-03-02', '2026-03-20', '2026-03-25', '2026-04-01', '2026-04-02']
    const prints = stages.map((on) => print('2026-04-01', on))
    expect(prints[0]).toBe(prints[1])
    expect(prints[2]).toBe(prints[3])
    expect(new Set(prints).size).toBe(3)
    expect(printOfNews(news(), today)).toBe('none')
    expect(print('2026-03-30', today)).not.toBe(print('2026-03-31', today))
  })

  test('names register, number, name, day and where to go; of nothing there is none', () => {
    const mail = registerMail(registers, news(entry('2026-02-27'), entry('2026-03-06')), {
      today,
      base: 'https://anjian.example',
    })
    expect(mail?.title.zh).toContain('登记簿 2 项 30 日内到期，其中已届满 1 项')
    const body = mail?.body.zh ?? ''
    for (const words of ['应急预案', '《液氯泄漏专项应急预案》', '备案期限 2026-02-27 已届满'])
      expect(body).toContain(words)
    expect(body).toContain('2026-03-06 一周内到期')
    expect(body).toContain('https://anjian.example/registers/emergency-plan/e-2026-03-06')
    expect(mail?.body.en).toContain('due within a week')
    const many = Array.from({ length: 60 }, (_, n) => entry('2026-03-06', { id: String(n) }))
    expect(registerMail(registers, news(...many), { today, base: '' })?.body.zh).toContain(
      '另有 10 项',
    )
    expect(registerMail(registers, news(), { today, base: '' })).toBeNull()
  })
})
