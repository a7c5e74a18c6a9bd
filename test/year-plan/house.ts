// A house in which bureaus plan their year.
import { sql } from 'drizzle-orm'
import { administrativeInspection } from '../../domain/administrative-inspection/process.ts'
import { officeId } from '../../domain/organisation/offices.ts'
import { house, openHouseOfLaw } from '../api/change/calendar-house.ts'
import { settleCertificates } from '../enforcement-case/certificates.ts'

/** The house of yearly plans, with officers, leaders and fifty-five enterprises more. */
export const openPlans = async (): Promise<void> => {
  await openHouseOfLaw(
    { 'administrative-inspection': administrativeInspection },
    {
      cheng: ['程督办', 'supervisor', officeId('committee', '330800'), '330800', null],
      liang: ['梁市长', 'leader', officeId('leadership', '330800'), '330800', null],
      both: ['双职', 'inspector', officeId('enforcement', '330802'), '330802', null],
    },
  )
  await settleCertificates(house.db)
  // None of them adds a person of the bureau: another bureau's officer, and a second certificate of one of its own.
  await house.db.execute(sql`
    INSERT INTO register_entries (id, register, region, owner, number, version, standing, from_day, since, data, name, dues, listed_at)
    SELECT more.id, register, region, owner, more.id, version, standing, from_day, since, data || more.said::jsonb, name, dues, listed_at
    FROM register_entries, (VALUES ('浙运001', '{"holder":"陆运输","office":"柯城区交通运输局"}'), ('浙执009', '{}')) AS more(id, said)
    WHERE number = '浙执001'`)
  await house.db.execute(sql`
    INSERT INTO appointments (person, office, role, region, since)
    VALUES ('both', '330802-bureau', 'leader', '330802', '2004-01-01T00:00:00Z')`)
  await house.db.execute(sql`
    INSERT INTO enterprises (id, code, name, pinyin, region, industry, address, principal)
    SELECT 'x-' || n, 'X' || n, '企业' || n, 'qy', '330802', CASE WHEN n <= 30 THEN '化工' ELSE '机械' END, '柯城', '某'
    FROM generate_series(1, 55) n`)
}

export const body = {
  region: '330802',
  year: 2026,
  classes: [
    { class: 'named', of: ['衢州试验化工有限公司'], visits: 2 },
    { class: 'trade', of: ['化工'], visits: 1 },
  ],
  random: [{ industry: '机械', percent: 10 }],
  otherDays: 100,
  absentDays: 60,
  keyVisitDays: 1,
  randomVisitDays: 0.5,
  answers: { title: '年度监督检查', checklist: 'general', scope: '责任制、培训和设备' },
}
/** Somebody makes a plan. */
export const makes = (who: string, more: object = {}) =>
  house.as(who, '/api/year-plans', { json: { ...body, ...more } })
export const post = (who: string, path: string, json: object = {}) =>
  house.as(who, `/api/year-plans/${path}`, { json })
/** How many versions are kept. */
export const stored = async (): Promise<number> => {
  const { rows } = await house.db.execute<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM year_plans`,
  )
  return rows[0]?.n ?? 0
}
