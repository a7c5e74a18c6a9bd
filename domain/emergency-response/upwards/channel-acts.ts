// What do the acts ask for by which a level tells the duty office of its own government?
import { type Text, text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import type { EventDefinition } from '../../model/process.ts'
import type { Address } from '../../organisation/offices.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader } from '../regions/addresses.ts'
import { type Channel, formWords } from './channel.ts'

const telling = (
  words: Text,
  channel: 'countyChannel' | 'cityChannel',
  by: Address[],
): EventDefinition =>
  act({
    words,
    fields: {
      form: field.choice(formWords, '报送方式', 'How').perCase(({ snapshot }) => ({
        value: ((snapshot.context[channel] ?? {}) as Channel).phone ? 'written' : 'phone',
      })),
      reportedAt: field.moment('报送时刻', 'When'),
      to: field.text('接收人员', 'Who took it', 100),
      content: field.longText('报送要点', 'What was said', 2000),
    },
    by,
    notify: by,
  })

export const channelActs = {
  'county-tells-government': telling(
    text('县级报送值班信息', 'The county informs its government'),
    'countyChannel',
    [countyDuty, countyLeader],
  ),
  'city-tells-government': telling(
    text('市级报送值班信息', 'The city informs its government'),
    'cityChannel',
    [cityDuty, cityLeader],
  ),
}
