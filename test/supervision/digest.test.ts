// What stands in a morning's digest, and on which mornings does one come?
import { describe, expect, test } from 'vitest'
import { text } from '../../domain/language/words.ts'
import { decreeCalendars } from '../../domain/time/decrees.ts'
import {
  endOfWorkday,
  latestNight,
  morningsDue,
  nextMorning,
  nextNight,
} from '../../domain/time/mornings.ts'
import { digestWords, selectDigest } from '../../domain/views/digest.ts'

const shanghai = (moment: string) => new Date(`${moment}:00+08:00`).toISOString()
const days = (from: string, to: string) =>
  morningsDue(shanghai(from), shanghai(to), decreeCalendars).map(({ day }) => day)

describe('mornings', () => {
  test('a weekend has none, and 08:30 itself is one', () => {
    expect(days('2026-03-06T08:30', '2026-03-09T08:29')).toEqual([])
    expect(days('2026-03-06T08:29', '2026-03-09T08:30')).toEqual(['2026-03-06', '2026-03-09'])
  })
  test('a holiday has none; a weekend day worked instead (调休) has one', () => {
    const { years } = decreeCalendars
    const made = years[2026]?.work ?? []
    const off = (years[2026]?.off ?? []).filter((day) => day.startsWith('2026-10'))
    expect(made.length).toBeGreaterThan(2)
    expect(off.length).toBeGreaterThan(4)
    const autumn = days('2026-09-15T00:00', '2026-10-15T00:00')
    expect(autumn.filter((day) => off.includes(day))).toEqual([])
    const worked = made.filter((day) => day > '2026-09-15' && day < '2026-10-15')
    expect(worked.length).toBeGreaterThan(0)
    expect(autumn.filter((day) => made.includes(day))).toEqual(worked)
  })
  test('the next one after an evening is that of the next working day; a night is every day', () => {
    expect(nextMorning(shanghai('2026-03-06T20:00'), decreeCalendars)).toEqual({
      day: '2026-03-09',
      at: shanghai('2026-03-09T08:30'),
    })
    expect(nextNight(shanghai('2026-03-06T20:00')).at).toBe(shanghai('2026-03-07T01:00'))
    expect(latestNight(shanghai('2026-03-07T00:59')).day).toBe('2026-03-06')
  })
  test('three working days after a Thursday end on Tuesday at 24:00', () => {
    expect(endOfWorkday('2026-03-05', 3, decreeCalendars)).toBe(shanghai('2026-03-11T00:00'))
  })
})

const item = (number: string, dueAt: string, status = 'running') => ({
  caseId: number,
  number,
  title: `案件${number}`,
  region: text('柯城区', 'Kecheng'),
  clock: text('整改', 'Rectification'),
  dueAt: shanghai(dueAt),
  due: dueAt.slice(0, 10),
  status,
})
const span = {
  since: shanghai('2026-03-05T08:30'),
  at: shanghai('2026-03-06T08:30'),
  until: shanghai('2026-03-12T00:00'),
}

describe('exercises', () => {
  const drill = (number: string, dueAt: string) => ({
    ...item(number, dueAt),
    title: `【演练】案件${number}`,
  })
  const subject = (...items: ReturnType<typeof item>[]) =>
    digestWords({ ...span, skipped: [], ...selectDigest(items, span) }, '2026-03-06', '').title
  test('promise (alarms): the subject of a digest says 演练 where an exercise has caused it, and exercises stand below what is real', () => {
    const [real, made] = [item('r', '2026-03-09T00:00'), drill('d', '2026-03-07T00:00')]
    expect(selectDigest([made, real], span).soon.map(({ number }) => number)).toEqual(['r', 'd'])
    expect(subject(made)).toMatchObject({
      zh: expect.stringMatching(/^【演练】/),
      en: expect.stringMatching(/^\[Exercise\]/),
    })
    expect(subject(made, real).zh).toContain('其中演练 1 件')
    expect(JSON.stringify(subject(real))).not.toMatch(/演练|xercise/)
  })
})

describe('selection', () => {
  test('late is what ended after the last digest; soon is what still runs; a stopped period is neither', () => {
    const { late, soon } = selectDigest(
      [
        item('told before', '2026-03-05T08:30', 'overdue'),
        item('late', '2026-03-06T00:00', 'overdue'),
        item('late this minute', '2026-03-06T08:30', 'running'),
        item('stopped', '2026-03-08T00:00', 'paused'),
        item('soon', '2026-03-12T00:00'),
        item('sooner', '2026-03-07T00:00'),
        item('far', '2026-03-12T00:01'),
      ],
      span,
    )
    expect(late.map(({ number }) => number)).toEqual(['late', 'late this minute'])
    expect(soon.map(({ number }) => number)).toEqual(['sooner', 'soon'])
    expect(late[0]).not.toHaveProperty('status')
  })
})

describe('words', () => {
  const content = {
    since: span.since,
    until: span.until,
    skipped: ['2026-03-04'],
    ...selectDigest([item('A1', '2026-03-06T00:00')], span),
  }
  test('say how many, link to each case, and name the days that were not sent', () => {
    const { title, body } = digestWords(content, '2026-03-06', 'https://anjian.example')
    expect(title.zh).toBe('【智慧安监】2026-03-06 新逾期 1 件，3 个工作日内到期 0 件')
    expect(body.zh).toContain('https://anjian.example/case/A1?tab=clocks')
    expect(body.zh).toContain('因系统中断，未发送：2026-03-04')
    expect(body.en).toContain('https://anjian.example/supervise/digest?date=2026-03-06')
  })
  test('a quiet day says so, and that no mail was sent', () => {
    const { title, body } = digestWords(
      { ...content, late: [], soon: [], skipped: [] },
      '2026-03-06',
      '',
    )
    expect([title.zh, body.zh]).toEqual([
      '【智慧安监】2026-03-06 无逾期',
      '无新增逾期，3 个工作日内也无到期事项；未发送邮件。',
    ])
  })
  test('many are cut in the mail and counted', () => {
    const late = Array.from({ length: 60 }, (_, index) =>
      item(`A${index}`, '2026-03-06T00:00', 'overdue'),
    )
    const { body } = digestWords({ ...content, ...selectDigest(late, span) }, '2026-03-06', '')
    expect(body.en).toContain('and 10 more')
  })
})
