// Of which regions may somebody see what supervisors see?
import { DomainError } from '../../domain/language/errors.ts'
import { text } from '../../domain/language/words.ts'
import { supervises } from '../../domain/organisation/policy.ts'
import { type Region, regionsBelow } from '../../domain/organisation/regions.ts'
import type { Variables } from '../http/deps.ts'

/** Refuses whoever answers for nobody but himself. */
export const admitSupervisor = ({ actor }: Pick<Variables, 'actor'>): void => {
  if (!supervises(actor))
    throw new DomainError('not-allowed', [
      text('供领导和督办员使用', 'For leaders and supervisors'),
    ])
}

export const outOfSight = (): never => {
  throw new DomainError('not-found')
}

type Asker = Pick<Variables, 'actor' | 'scope'>

/** Those in his scope for which he holds the post of a leader or supervisor: another post elsewhere opens nothing. */
export const supervisedRegions = ({ actor, scope }: Asker): Region[] => {
  if (actor.kind !== 'person') return []
  const led = new Set(
    actor.appointments
      .filter(({ role }) => role === 'leader' || role === 'supervisor')
      .flatMap(({ region }) => regionsBelow(region)),
  )
  return scope.regions.filter((region) => led.has(region))
}

/** The region asked for, or the widest one that the reader answers for; outside his own it is nowhere. */
export const supervisedPlace = (asker: Asker, region: string | undefined): Region => {
  admitSupervisor(asker)
  const regions = supervisedRegions(asker)
  if (!region)
    return (
      regions.toSorted((a, b) => regionsBelow(b).length - regionsBelow(a).length)[0] ?? outOfSight()
    )
  return regions.find((code) => code === region) ?? outOfSight()
}
