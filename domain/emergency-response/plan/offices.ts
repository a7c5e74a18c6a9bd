// Which post receives the order that a plan has for an office in its own words?
import { addressKey, type OfficeKind, officeKinds } from '../../organisation/offices.ts'
import { type Region, regions } from '../../organisation/regions.ts'
import { cityDuty, countyDuty } from '../regions/addresses.ts'

/** How plans write the bureaus of the city beside their full names. */
const usualNames: Partial<Record<OfficeKind, string[]>> = {
  fire: ['消防支队', '消防救援大队', '消防救援局'],
  environment: ['环保局'],
  'market-regulation': ['市场监管局'],
  housing: ['住建局'],
  transport: ['交通局'],
  police: [],
  'water-resources': [],
  health: ['卫健委', '卫生健康局', '卫健局'],
}

const counties = Object.values(regions).flatMap(({ level, name }) =>
  level === 'county' ? [name.zh] : [],
)
const ownDesks = ['应急管理局', '应急指挥中心', '应急局', '安全生产委员会办公室', '安委办']

/** 区局, 县应急管理局, 柯城区应急管理局: the county's own desk; a plan of a county means itself unless it names the city. */
const isOfCounty = (office: string, place: Region): boolean => {
  if (counties.some((name) => office.includes(name)) || /^[区县]/.test(office)) return true
  const namesCity = office.includes(regions['330800'].name.zh) || office.startsWith('市')
  return regions[place].level === 'county' && !namesCity
}

/** The choice of the form of an order (`to`) for the office that a plan of this region names; null: none of them is meant. Total. */
export const recipientNamed = (office: string, place: Region): string | null => {
  const bureau = Object.entries(usualNames).find(([kind, names]) =>
    [officeKinds[kind as OfficeKind].zh, ...names].some((name) => office.includes(name)),
  )
  if (bureau)
    return addressKey({ role: 'duty-officer', office: bureau[0] as OfficeKind, level: 'city' })
  if (!ownDesks.some((name) => office.includes(name))) return null
  return addressKey(isOfCounty(office, place) ? countyDuty : cityDuty)
}
