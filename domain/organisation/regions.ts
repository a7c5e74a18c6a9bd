// Which regions does the product know, and which lies in which?
import type { Text } from '../language/words.ts'

export type Level = 'county' | 'city' | 'province'

/** Levels of government in their words. */
export const levels = {
  county: { zh: '县级', en: 'County' },
  city: { zh: '市级', en: 'City' },
  province: { zh: '省级', en: 'Province' },
} as const satisfies Record<Level, Text>

/** Administrative divisions by GB/T 2260 code; 330871 is the functional area 智造新城/集聚区, treated as a county. */
export const regions = {
  '330000': { level: 'province', name: { zh: '浙江省', en: 'Zhejiang Province' }, short: '浙' },
  '330800': { level: 'city', name: { zh: '衢州市', en: 'Quzhou City' }, short: '衢' },
  '330802': { level: 'county', name: { zh: '柯城区', en: 'Kecheng District' }, short: '柯' },
  '330803': { level: 'county', name: { zh: '衢江区', en: 'Qujiang District' }, short: '江' },
  '330822': { level: 'county', name: { zh: '常山县', en: 'Changshan County' }, short: '常' },
  '330824': { level: 'county', name: { zh: '开化县', en: 'Kaihua County' }, short: '开' },
  '330825': { level: 'county', name: { zh: '龙游县', en: 'Longyou County' }, short: '龙' },
  '330871': {
    level: 'county',
    name: { zh: '智造新城', en: 'Smart Manufacturing New City' },
    short: '智',
  },
  '330881': { level: 'county', name: { zh: '江山市', en: 'Jiangshan City' }, short: '山' },
} as const satisfies Record<string, { level: Level; name: Text; short: string }>

export type Region = keyof typeof regions

export const isRegion = (code: string): code is Region => Object.hasOwn(regions, code)

/** The region of `level` that `region` lies in: its county itself, the city, or the province. */
export const regionAt = (region: Region, level: Level): Region =>
  level === 'province'
    ? '330000'
    : level === 'city' && regions[region].level !== 'province'
      ? '330800'
      : region

/** All regions that an authority of `region` answers for, itself included. */
export const regionsBelow = (region: Region): Region[] => {
  const all = Object.keys(regions) as Region[]
  if (region === '330000') return all
  return region === '330800' ? all.filter((code) => code !== '330000') : [region]
}

/** The regions whose authorities answer for this one: itself, its city, the province. */
export const regionsAbove = (region: Region): Region[] => [
  ...new Set([region, regionAt(region, 'city'), regionAt(region, 'province')]),
]
