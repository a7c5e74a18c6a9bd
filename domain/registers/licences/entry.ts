// Which licence has a case granted, and how does it stand?

import { type Text, text } from '../../language/words.ts'
import { stateKey } from '../../model/chart.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import { type LicenceEntry, standings } from '../../model/register-definition.ts'
import type { Day } from '../../time/days.ts'

/** Null as long as nothing has been granted, and for processes that grant nothing. */
export const entryOf = (
  { register }: Pick<ProcessDefinition, 'register'>,
  record: CaseRecord,
): LicenceEntry | null => {
  if (!register) return null
  const here = stateKey(record.snapshot.value).split('|')
  const found = Object.entries(register.standing).find(([name]) =>
    here.some((state) => state === name || state.startsWith(`${name}.`)),
  )
  const standing = found?.[1] ?? register.unserved?.standing(record) ?? null
  return standing ? { ...register.content(record), standing } : null
}

/** A licence is not passed on, so its number names one holder. */
export const heldByOther = text(
  '登记簿记载该编号的许可证属于其他单位，请核对编号（《行政许可法》第九条）',
  'The register has the licence of that number under another holder: look at the number again (Licensing Law art. 9)',
)

type Dated = Pick<LicenceEntry, 'standing' | 'validFrom' | 'validUntil'>

/** In words on a day: granted ahead of its time it is not in force yet; after its last day nobody may trust it, whatever the chart says. */
export const standingWords = ({ standing, validFrom, validUntil }: Dated, today: Day): Text => {
  if (standing === 'in-force' && validFrom !== null && validFrom > today)
    return text('尚未生效', 'Not in force yet')
  if (standing === 'in-force' && validUntil !== null && validUntil < today) return standings.expired
  return standings[standing]
}
