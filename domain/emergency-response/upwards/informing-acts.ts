// What do the acts ask for by which a level tells its own government, the police, labour, the union and the procuratorate?
import type { Text } from '../../language/words.ts'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { EventDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Address } from '../../organisation/offices.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader } from '../regions/addresses.ts'
import { authorities, type Informed, informedHint } from './informed.ts'

/** One after the other or all at once: the form asks only for those who are not told yet. */
const informing = (
  words: Text,
  level: 'countyInformed' | 'cityInformed',
  by: Address[],
): EventDefinition => {
  const informedIn = ({ snapshot }: CaseRecord) => (snapshot.context[level] ?? {}) as Informed
  const told = (name: keyof typeof authorities) =>
    field
      .text(authorities[name].zh, authorities[name].en, 100)
      .optional()
      .hint('接收人和方式；尚未通知的留空', 'Who took it, and how; not told yet: left empty')
      .perCase((record) => (informedIn(record)[name] ? null : {}))
  return act({
    words,
    fields: {
      informedAt: field.moment('报告、通知时刻', 'When they were told').perCase((record) => {
        const hint = informedHint(informedIn(record))
        return hint ? { hint } : {}
      }),
      government: told('government'),
      police: told('police'),
      labour: told('labour'),
      union: told('union'),
      procuratorate: told('procuratorate'),
    },
    by,
    notify: by,
  })
}

export const informingActs = {
  'county-informs-authorities': informing(
    text('县级报告政府、通知有关部门', 'The county tells government and authorities'),
    'countyInformed',
    [countyDuty, countyLeader],
  ),
  'city-informs-authorities': informing(
    text('市级报告政府、通知有关部门', 'The city tells government and authorities'),
    'cityInformed',
    [cityDuty, cityLeader],
  ),
}
