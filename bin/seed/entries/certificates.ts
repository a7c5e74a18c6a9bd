// Which certificates do the officers of the demo hold? Two of each county and of the city, in force before its first case; one of Kecheng expires soon.
import { demoRegisters } from '../accounts.ts'
import { day } from '../script.ts'
import type { SeedEntry } from './entry.ts'

/** By the stem of the user names: the region, the name of its office, and the sign of its certificates. */
const places = {
  kecheng: ['330802', '柯城区应急管理局', '柯'],
  qujiang: ['330803', '衢江区应急管理局', '衢江'],
  changshan: ['330822', '常山县应急管理局', '常'],
  kaihua: ['330824', '开化县应急管理局', '开'],
  longyou: ['330825', '龙游县应急管理局', '龙'],
  jiangshan: ['330881', '江山市应急管理局', '江山'],
  city: ['330800', '衢州市应急管理局', '衢'],
} as const

const nameOf = (username: string): string =>
  demoRegisters().people.find((one) => one.username === username)?.name ?? username

/** The second of Kecheng has to be renewed within the month. */
const validFor = (username: string): number => (username === 'kecheng.inspector2' ? 25 : 700)

export const certificates: SeedEntry[] = Object.entries(places).flatMap(
  ([stem, [region, office, sign]]) =>
    [1, 2].map((n): SeedEntry => {
      const by = `${stem}.inspector${n}`
      return {
        register: 'officer-certificate',
        key: `certificate-${stem}-${n}`,
        by,
        confirmedBy: `${stem}.chief`,
        early: true,
        data: {
          number: `浙${sign}执法000${n}`,
          region,
          reason: '证件登记',
          holder: nameOf(by),
          office,
          scope: 'work-safety',
          validFrom: day(-400),
          validUntil: day(validFor(by)),
        },
      }
    }),
)
