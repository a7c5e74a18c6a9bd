// Which office issues a document, how is it called in full, and how do its numbers begin?
import { type Level, type Region, regionAt, regions } from '../organisation/regions.ts'

export type Issuer = {
  key: string
  name: string
  government: string
  short: string
  region: Region
}

const names = { bureau: '应急管理局', committee: '安全生产委员会办公室' } as const
const words = { bureau: '应急', committee: '安委办' } as const

/** 衢州市柯城区; the city and the province stand for themselves. */
const fullName = (region: Region): string =>
  regions[region].level === 'county'
    ? `${regions['330800'].name.zh}${regions[region].name.zh}`
    : regions[region].name.zh

/** 衢柯; 衢; 浙. */
const short = (region: Region): string =>
  regions[region].level === 'county'
    ? `${regions['330800'].short}${regions[region].short}`
    : regions[region].short

/** The office of a kind that answers for a region at a level. */
export const issuerOf = (
  kind: keyof typeof names,
  place: Region,
  level: Level = regions[place].level,
): Issuer => {
  const region = regionAt(place, level)
  return {
    key: `${region}-${kind}`,
    name: `${fullName(region)}${names[kind]}`,
    government: `${fullName(region)}人民政府`,
    short: `（${short(region)}）${words[kind]}`,
    region,
  }
}

/** （衢柯）应急受〔2026〕1号, as the offices of the city write it. */
export const documentNumber = ({ short }: Issuer, word: string, year: number, n: number): string =>
  `${short}${word}〔${year}〕${n}号`

/** 浙衢柯危化经字〔2026〕000001: licences have a register of their own. */
export const licenceNumber = ({ region }: Issuer, word: string, year: number, n: number): string =>
  `${regions['330000'].short}${short(region)}${word}〔${year}〕${String(n).padStart(6, '0')}`
