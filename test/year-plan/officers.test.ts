// Does a yearly plan count the people of its own bureau, each once, and say whose certificate ends?
import { expect, test } from 'vitest'
import { yearPlan } from '../../domain/administrative-inspection/acts/year-plan.ts'
import type { ChosenEntry } from '../../domain/model/decision-context.ts'
import type { Region } from '../../domain/organisation/regions.ts'
import { countedOn, countOfficers, officerWords } from '../../domain/year-plan/officers.ts'

const entry = (office: string, region: Region = '330802'): ChosenEntry => ({
  id: 'c',
  number: '浙执001',
  version: 1,
  region,
  owner: null,
  standing: 'valid',
  from: '2020-01-01',
  data: { holder: '林检查', office, validFrom: '2020-01-01', validUntil: '2026-06-30' },
})
const counts = (office: string, region: Region, of: Region = region): boolean =>
  yearPlan.officers.isOf(entry(office, of), region)

test.each([
  ['柯城区应急管理局', '330802', true],
  ['衢州市柯城区应急管理局', '330802', true],
  ['衢州市柯城区 应急管理局执法大队', '330802', true],
  ['柯城区交通运输局', '330802', false],
  ['衢江区应急管理局', '330802', false],
  ['衢州市应急管理局', '330802', false],
  ['', '330802', false],
  ['衢州市应急管理局执法支队', '330800', true],
  ['衢州市消防救援支队', '330800', false],
  ['江山市应急管理局', '330881', true],
] as const)('an officer of %s in %s: %s', (office, region, counted) => {
  expect(counts(office, region)).toBe(counted)
})

test('one of the bureau who is registered elsewhere, or not valid on the day, does not count', () => {
  expect(counts('柯城区应急管理局', '330802', '330803')).toBe(false)
  expect(yearPlan.officers.isValid(entry('柯城区应急管理局'), '2026-06-30')).toBe(true)
  expect(yearPlan.officers.isValid(entry('柯城区应急管理局'), '2026-07-01')).toBe(false)
})

test('the day is the first of the year, or that of the plan where the year has begun', () => {
  expect(countedOn(2027, '2026-12-10')).toBe('2027-01-01')
  expect(countedOn(2026, '2026-12-10')).toBe('2026-12-10')
})

test('two certificates of one person are one officer, and the longer one says until when', () => {
  const lin = { certificate: '浙执001', holder: '林检查', until: '2027-06-30' }
  const wu = { certificate: '浙执002', holder: '吴检查', until: '2030-12-31' }
  const old = { certificate: '浙执009', holder: '吴检查', until: '2027-01-31' }
  expect(countOfficers([lin, wu, old])).toBe(2)
  const made = { year: 2027, madeOn: '2026-12-10' }
  expect(officerWords(made, [lin, wu, old], []).map(({ zh }) => zh)).toEqual([
    '本机关2027-01-01持有效执法证件2人（一人多证计一人）',
    '证件在年内到期、按全年计算：林检查（浙执001，2027-06-30）',
  ])
  expect(officerWords(made, [wu], [])).toHaveLength(1)
})

test('whose certificate names another office is named as not counted, ten of them by name', () => {
  const other = { holder: '林检查', office: '柯城应急局' }
  const said = (count: number) =>
    officerWords({ year: 2027, madeOn: '2026-12-10' }, [], Array(count).fill(other))[1]?.zh
  expect(said(0)).toBeUndefined()
  expect(said(1)).toBe('另有1本有效执法证件的执法单位不是本机关，未计入：林检查（柯城应急局）')
  expect(said(11)).toMatch(/^另有11本.*、林检查（柯城应急局）等$/)
  expect(said(11)?.split('、')).toHaveLength(10)
})
