// What do the acts ask for by which a level tells its own government, the police, labour, the union and the procuratorate?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { EventDefinition } from '../../model/process.ts'
import type { Address } from '../../organisation/offices.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader } from '../regions/addresses.ts'

/** Who is told at each level beside the next one (493号 10). */
const told = (zh: string, en: string) =>
  field.text(zh, en, 100).hint('接收人和方式', 'Who took it, and how')

const informing = (words: Text, by: Address[]): EventDefinition =>
  act({
    words,
    fields: {
      informedAt: field
        .moment('全部报告、通知完毕时刻', 'When the last of them was told')
        .optional()
        .hint('不填即现在；补登的填实际时刻', 'Left empty: now. Entered later: the true moment'),
      government: told('本级人民政府', 'Government of this level'),
      police: told('公安机关', 'Police'),
      labour: told('人力资源社会保障部门', 'Labour authority'),
      union: told('工会', 'Trade union'),
      procuratorate: told('人民检察院', 'Procuratorate'),
    },
    by,
    notify: by,
  })

export const informingActs = {
  'county-informs-authorities': informing(
    text('县级报告政府、通知有关部门', 'The county tells government and authorities'),
    [countyDuty, countyLeader],
  ),
  'city-informs-authorities': informing(
    text('市级报告政府、通知有关部门', 'The city tells government and authorities'),
    [cityDuty, cityLeader],
  ),
}
