// Who keeps the duty desk, and which alarms may he put aside?

import { type Text, text } from '../language/words.ts'
import type { Actor } from '../organisation/actor.ts'
import { type CompetentOffice, competentOfficeWords } from '../organisation/competence.ts'
import { groupOf, officeId } from '../organisation/offices.ts'
import { isRegion, type Region, regionAt, regions, regionsBelow } from '../organisation/regions.ts'
import { isDeadlyKind, onlyThePlantPutsAside } from './kinds.ts'

/** The regions whose desk a person keeps by his post. */
export const desksOf = (actor: Actor): Region[] =>
  actor.kind === 'person' && actor.enterprise === null
    ? [
        ...new Set(
          actor.appointments
            .filter(
              ({ office, role, region }) =>
                role === 'duty-officer' && office === officeId('command', region),
            )
            .map(({ region }) => region),
        ),
      ].sort()
    : []

/** The county's desk and those above it answer for what rings there. */
export const keepsDeskOver = (actor: Actor, region: string): boolean =>
  desksOf(actor).some((desk) => (regionsBelow(desk) as string[]).includes(region))

/** Where an alarm rings, and the bureau that is competent for it; null: the desks of emergency management keep it. */
type Ringing = { region: string; competent: CompetentOffice | null }

/** The bureau's own duty officer alone, or the desks. */
export const mayAcknowledge = (actor: Actor, { region, competent }: Ringing): boolean => {
  if (competent === null || !isRegion(region)) return keepsDeskOver(actor, region)
  const group = groupOf({ role: 'duty-officer', ...competent }, { region, owner: null })
  return (
    actor.kind === 'person' &&
    actor.enterprise === null &&
    actor.appointments.some(({ office, role }) => `${office}/${role}` === group)
  )
}

/** To whoever may not: whose it is. */
export const whoseAlarm = ({ region, competent }: Ringing): Text => {
  if (competent === null || !isRegion(region))
    return text('由该地区的值班员办理', 'For the duty officers of the region')
  const { zh, en } = competentOfficeWords(competent, region)
  return text(`由${zh}的值班员办理`, `For the duty officer of ${en}`)
}

export const alarmEnded = text('报警已经结束', 'The alarm has ended')

/** Nobody shelves for longer than a shift. */
export const longestShelfMs = 8 * 3_600_000

/** Null: the desk may shelve it. */
export const whyNotShelve = (alarm: {
  level: number
  kind: string
  shelvable: boolean
  condition: string
}): Text | null => {
  if (alarm.level === 1 && isDeadlyKind(alarm.kind)) return onlyThePlantPutsAside
  if (!alarm.shelvable)
    return text('该测点登记为不可搁置', 'The point is registered as not to be shelved')
  if (alarm.condition === 'feed-silent' || alarm.condition === 'flood')
    return text('接入中断和洪泛不可搁置', 'A silent feed and a flood are not shelved')
  return null
}

/** Whom the escalation policy of an alarm calls from this desk. */
export const calledFrom = (region: Region): string[] => {
  const county = regions[region].level === 'county' ? region : null
  const city = regionAt(region, 'city')
  const groups = (place: Region) => [
    `${officeId('command', place)}/duty-officer`,
    `${officeId('leadership', place)}/leader`,
  ]
  return [...(county ? groups(county) : []), ...groups(city)]
}

export const isDesk = (code: string): code is Region =>
  isRegion(code) && regions[code].level !== 'province'
