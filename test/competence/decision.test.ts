// Who may change the table of competences, which changes are none, and who decides?
import { describe, expect, test } from 'vitest'
import {
  competenceAdministrator,
  judgeCompetence,
  judgeCompetenceAct,
  latestCompetence,
  setsCompetences,
  type WantedCompetence,
} from '../../domain/competence/decision.ts'
import { competenceTable } from '../../domain/competence/table.ts'
import type { Person } from '../../domain/organisation/actor.ts'
import { standingOffices } from '../../domain/organisation/offices.ts'
import { refusal } from '../case/acting.ts'
import { actor } from '../support/people/cast.ts'

const offices = standingOffices().map(({ id }) => id)
const table = competenceTable([], offices)
const today = '2026-03-02'
const wanted: WantedCompetence = {
  matter: 'alarm:gas',
  region: null,
  office: 'fire',
  level: 'city',
  from: '2026-04-01',
  until: null,
}
const administrator = (id: string, region: '330800' | '330802' = '330800'): Person => ({
  ...actor('lin'),
  id,
  appointments: [{ role: 'administrator', office: `${region}-administration`, region }],
})
const words = (more: Partial<WantedCompetence>) =>
  refusal(() => judgeCompetence({ ...wanted, ...more }, table, today)).words

describe('who', () => {
  test('administrators of the city, by their own posts', () => {
    expect(setsCompetences(administrator('a'))).toBe(true)
    expect(setsCompetences(administrator('b', '330802'))).toBe(false)
    for (const who of ['du', 'gao', 'qi', 'lu']) expect(setsCompetences(actor(who))).toBe(false)
    const standIn: Person = {
      ...actor('lin'),
      appointments: administrator('a').appointments.map((held) => ({
        ...held,
        onBehalfOf: { id: 'a', name: 'a', order: '1' },
      })),
    }
    expect(setsCompetences(standIn)).toBe(false)
    expect(refusal(() => competenceAdministrator(standIn)).code).toBe('not-allowed')
    expect(setsCompetences({ kind: 'clock' })).toBe(false)
  })
})

describe('what', () => {
  test('a lawful change is a row as it will stand', () => {
    expect(judgeCompetence(wanted, table, today)).toEqual(wanted)
    expect(words({ from: today, until: today })).toBe('')
  })

  test.each<[Partial<WantedCompetence>, string]>([
    [{ matter: 'alarm:none' }, '没有这类报警或事件'],
    [{ matter: 'constructor' }, '没有这类报警或事件'],
    [{ office: 'police' }, '没有值班岗位'],
    [{ office: '__proto__' }, '没有值班岗位'],
    [{ region: '330800' }, '地区须为县'],
    [{ region: '330000' }, '地区须为县'],
    [{ region: '110000' }, '地区须为县'],
    [{ level: 'province' as never }, '级别须为'],
    [{ from: '2026-03-01' }, '不能早于今日'],
    [{ from: '2026-02-30' }, '起止日期无效'],
    [{ until: 'soon' }, '起止日期无效'],
    [{ until: '2026-03-31' }, '早于施行日期'],
    [{ office: 'command', level: 'county' }, '与现行分工相同'],
  ])('%o is refused in words', (more, text) => {
    expect(words(more)).toContain(text)
  })

  test('the same as the whole city has may be said of a county, and a last day makes a difference', () => {
    expect(words({ office: 'command', level: 'county', region: '330802' })).toBe('')
    expect(words({ office: 'command', level: 'county', until: '2026-12-31' })).toBe('')
  })
})

describe('the decision', () => {
  const base = latestCompetence(table, wanted as never)?.id ?? null
  const one = { decided: false, proposedBy: 'a', base, from: '2026-04-01' }
  const act = (
    type: 'approve' | 'reject' | 'withdraw',
    by: string,
    more: Partial<typeof one> = {},
    day = today,
    latest = base,
  ) =>
    refusal(() =>
      judgeCompetenceAct(type, administrator(by), { ...one, ...more }, { latest, today: day }),
    )

  test('is a second administrator’s; whoever proposed withdraws', () => {
    expect(base).toBe('first:alarm:gas')
    expect(act('approve', 'b').words).toBe('')
    expect(act('approve', 'a').code).toBe('not-allowed')
    expect(act('reject', 'a').code).toBe('not-allowed')
    expect(act('withdraw', 'b').code).toBe('not-allowed')
    expect(act('withdraw', 'a').words).toBe('')
    expect(act('approve', 'b', { decided: true }).code).toBe('not-possible-now')
    expect(
      refusal(() => judgeCompetenceAct('approve', actor('du'), one, { latest: base, today })).code,
    ).toBe('not-allowed')
  })

  test('rests on what was seen, and is not made after the first day has passed', () => {
    expect(act('approve', 'b', {}, today, 'c-9').words).toContain('已有变化')
    expect(act('approve', 'b', {}, '2026-04-01').words).toBe('')
    expect(act('approve', 'b', {}, '2026-04-02').words).toContain('施行日期已过')
    expect(act('reject', 'b', {}, '2026-04-02', 'c-9').words).toBe('')
  })
})
