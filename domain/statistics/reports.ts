// Who signs, submits and returns statistics, when, and how does a report stand?

import { bodyHash } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import type { Actor, Appointment } from '../organisation/actor.ts'
import { enterpriseOffice, type OfficeKind, officeId } from '../organisation/offices.ts'
import { type Region, regionAt, regions } from '../organisation/regions.ts'
import type { Role } from '../organisation/roles.ts'
import type { Sums, Values } from './figures.ts'

/** `enterprise` empty: of the region itself. */
export type Place = { process: string; region: Region; enterprise: string; period: string }

/** What a signature is put under: the figures and, of a region, those of its parts. */
export type Frozen = { sums: Sums; values: Values; parts: Record<string, Values> }

export type StepAct = 'signed' | 'submitted' | 'returned'
export type ReportStatus = 'missing' | StepAct

export const reportStatuses = {
  missing: text('未签署', 'Not signed'),
  signed: text('已签署', 'Signed'),
  submitted: text('已报送', 'Submitted'),
  returned: text('已退回', 'Returned'),
} satisfies Record<ReportStatus, Text>

/** The figures as they are shown; signing names it, so nobody signs what he has not seen. */
export const sheetHash = (place: Place, frozen: Frozen): string => bodyHash({ place, frozen })

/** The seal over a version: figures, remarks and whoever signed them. */
export const sealOf = (
  place: Place,
  frozen: Frozen,
  signed: { version: number; remarks: string; by: string; at: string },
): string => bodyHash({ place, frozen, signed })

const held = (actor: Actor, posts: [OfficeKind, Role][], region: Region): Appointment | null =>
  actor.kind !== 'person' || actor.enterprise !== null
    ? null
    : (actor.appointments.find(({ office, role }) =>
        posts.some(([kind, wanted]) => role === wanted && office === officeId(kind, region)),
      ) ?? null)

const ofEnterprise = (actor: Actor, enterprise: string, roles: Role[]): Appointment | null =>
  actor.kind === 'person'
    ? (actor.appointments.find(
        ({ office, role }) => office === enterpriseOffice(enterprise) && roles.includes(role),
      ) ?? null)
    : null

type Whose = Pick<Place, 'region' | 'enterprise'>

/** 令16 第14条: the principal of the enterprise; for an authority its leader. */
export const signingPost = (actor: Actor, { region, enterprise }: Whose): Appointment | null =>
  enterprise === ''
    ? held(actor, [['leadership', 'leader']], region)
    : ofEnterprise(actor, enterprise, ['enterprise-principal'])

/** What is signed may be sent by others of the same house. */
export const submittingPost = (actor: Actor, place: Whose): Appointment | null =>
  signingPost(actor, place) ??
  (place.enterprise === ''
    ? held(actor, [['committee', 'supervisor']], place.region)
    : ofEnterprise(actor, place.enterprise, ['enterprise-safety']))

/** Returned by whoever receives it: the county bureau, the city above a county, the province above the city. */
export const returningPost = (actor: Actor, { region, enterprise }: Whose): Appointment | null => {
  if (enterprise !== '') {
    return held(
      actor,
      [
        ['leadership', 'leader'],
        ['enforcement', 'section-chief'],
        ['committee', 'supervisor'],
      ],
      region,
    )
  }
  const above = aboveOf(region)
  return (
    above &&
    held(
      actor,
      [
        ['leadership', 'leader'],
        ['committee', 'supervisor'],
      ],
      above,
    )
  )
}

const aboveOf = (region: Region): Region | null => {
  const { level } = regions[region]
  return level === 'county'
    ? regionAt(region, 'city')
    : level === 'city'
      ? regionAt(region, 'province')
      : null
}

/** The posts `<office>/<role>` that sign or send the report of a region, and those above that receive it; a province sends to nobody. */
export const reportingGroups = (region: Region): { own: string[]; above: string[] } | null => {
  const above = aboveOf(region)
  const posts = (at: Region): string[] => [
    `${officeId('leadership', at)}/leader`,
    `${officeId('committee', at)}/supervisor`,
  ]
  return above && { own: posts(region), above: posts(above) }
}

/** Why a step is not possible now; null when it is. A returned report is signed anew. */
export const stepFault = (act: StepAct, status: ReportStatus): Text | null => {
  if (act === 'submitted' && status !== 'signed')
    return text(
      '只有已签署、尚未报送的报表才能报送',
      'Only what is signed and not yet submitted can be submitted',
    )
  if (act === 'returned' && status !== 'submitted')
    return text('只有已报送的报表才能退回', 'Only what was submitted can be returned')
  return null
}
