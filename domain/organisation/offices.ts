// Which office answers for a task of a given kind in a given region?
import { type Text, text } from '../language/words.ts'
import { type Level, type Region, regionAt, regions } from './regions.ts'
import type { Role } from './roles.ts'

/** Kinds of office; a county bureau does the work of every emergency-management kind of the city. */
export const officeKinds = {
  bureau: { zh: '应急管理局', en: 'Emergency management bureau' },
  window: { zh: '应急管理局行政审批窗口', en: 'Licensing window' },
  hazchem: { zh: '应急管理局危化科', en: 'Hazardous chemicals section' },
  enforcement: { zh: '应急管理局执法支队', en: 'Enforcement brigade' },
  legal: { zh: '应急管理局法规科', en: 'Legal section' },
  command: { zh: '应急指挥中心', en: 'Emergency command centre' },
  leadership: { zh: '应急管理局局领导', en: 'Bureau leadership' },
  committee: { zh: '安全生产委员会办公室', en: 'Safety committee office' },
  'market-regulation': { zh: '市场监督管理局', en: 'Market regulation bureau' },
  housing: { zh: '住房和城乡建设局', en: 'Housing and construction bureau' },
  transport: { zh: '交通运输局', en: 'Transport bureau' },
  police: { zh: '公安局', en: 'Public security bureau' },
  environment: { zh: '生态环境局', en: 'Environment bureau' },
  fire: { zh: '消防救援支队', en: 'Fire and rescue brigade' },
  'water-resources': { zh: '水利局', en: 'Water resources bureau' },
  health: { zh: '卫生健康委员会', en: 'Health commission' },
  'big-data': { zh: '大数据发展管理局', en: 'Big-data bureau' },
  administration: { zh: '平台运维组', en: 'Platform operations' },
} as const satisfies Record<string, Text>

export type OfficeKind = keyof typeof officeKinds

export const emergencyKinds: OfficeKind[] = [
  'window',
  'hazchem',
  'enforcement',
  'legal',
  'command',
  'leadership',
]

/** Office id: `<region>-<kind>`; county bureaus answer for every emergency-management kind. */
export const officeId = (kind: OfficeKind, region: Region): string =>
  `${region}-${regions[region].level === 'county' && emergencyKinds.includes(kind) ? 'bureau' : kind}`

const kindsAt: Record<Level, OfficeKind[]> = {
  province: ['committee', 'command'],
  city: (Object.keys(officeKinds) as OfficeKind[]).filter((kind) => kind !== 'bureau'),
  county: ['bureau', 'committee'],
}

/** The offices that a city has before anybody holds a post in them: what tasks, escalation policies and documents address. */
export const standingOffices = (): { id: string; kind: OfficeKind; region: Region; name: Text }[] =>
  (Object.keys(regions) as Region[]).flatMap((region) => {
    const { level, name } = regions[region]
    return kindsAt[level].map((kind) => ({
      id: officeId(kind, region),
      kind,
      region,
      name: text(name.zh + officeKinds[kind].zh, `${name.en}: ${officeKinds[kind].en}`),
    }))
  })

/** The pseudo-office of an enterprise's own people. */
export const enterpriseOffice = (enterprise: string): string => `enterprise:${enterprise}`

/** Who is wanted for a task or told of an event: a role in an office of a level, or people of the case's enterprise. */
export type Address =
  | { role: Role; office: OfficeKind; level: Level }
  | { role: Role; office: 'enterprise' }

/** What tells two addresses apart. */
export const addressKey = (address: Address): string =>
  address.office === 'enterprise'
    ? `enterprise/${address.role}`
    : `${address.level}-${address.office}/${address.role}`

/** The group key `<office>/<role>` under which tasks stand in inboxes; null when the case has no enterprise. */
export const groupOf = (
  address: Address,
  place: { region: Region; owner: string | null },
): string | null => {
  if (address.office === 'enterprise')
    return place.owner ? `${enterpriseOffice(place.owner)}/${address.role}` : null
  return `${officeId(address.office, regionAt(place.region, address.level))}/${address.role}`
}
