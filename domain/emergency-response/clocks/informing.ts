// Which periods run in which a level tells its own government and the authorities?
import { type Text, text } from '../../language/words.ts'
import type { ClockDefinition } from '../../model/process.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader } from '../regions/addresses.ts'
import { type ChannelForm, channelAt } from '../upwards/channel.ts'
import { type Context, limit, stops, told } from './limit.ts'

/** Facts with which a first report is owed: the first call, and what outweighs that none was. */
export const owedAnew = [
  'report-emergency',
  'verify',
  'call-back',
  'record-casualties',
  'trapped-two-hours',
  'case-joined',
]

/** The county has taken back what it had sent: a city that was told by others itself still informs. */
const neverToldCity = (context: Context): boolean => context.reached === 'county'

const informs =
  (level: 'county' | 'city') =>
  ({ informing }: Context): boolean =>
    informing === level || informing === 'both'

/** 493号 10、11: at the same time as the report to the next level, which has two hours. */
const informing: ClockDefinition[] = [
  limit('county-informing', text('县级报告政府、通知部门', 'County tells the authorities'), {
    rule: 'level-report',
    from: 'countyOwesSince',
    startsOn: owedAnew,
    startsIf: informs('county'),
    endsOn: ['county-informs-authorities', 'county-tells-government', 'case-joined'],
    endsIf: ({ countyInformedAt }) => countyInformedAt !== null,
    yieldsOn: ['no-report', ...stops],
    doneAt: told('countyInformedAt'),
    notify: [countyDuty, countyLeader, cityDuty],
  }),
  limit('city-informing', text('市级报告政府、通知部门', 'City tells the authorities'), {
    rule: 'level-report',
    from: 'cityInformsSince',
    startsOn: ['report-to-city', 'report-to-province', ...owedAnew],
    startsIf: informs('city'),
    endsOn: ['city-informs-authorities', 'city-tells-government', 'case-joined'],
    endsIf: ({ cityInformedAt }) => cityInformedAt !== null,
    yieldsOn: ['no-report', ...stops],
    yieldsIf: neverToldCity,
    doneAt: told('cityInformedAt'),
    notify: [cityDuty, cityLeader],
    clockOwner: cityLeader,
  }),
]

/** 政府值班信息: a place's own rule says how soon, so both periods are provisional in the rule book. */
const channel = (level: 'county' | 'city', form: ChannelForm, words: Text): ClockDefinition => {
  const toldAt = (context: Context) => channelAt(context[`${level}Channel`], form)
  return limit(`${level}-info-${form}`, words, {
    rule: `info-${form}`,
    from: level === 'county' ? 'countyOwesSince' : 'cityInformsSince',
    startsOn: ['report-to-city', 'report-to-province', ...owedAnew],
    startsIf: informs(level),
    endsOn: [`${level}-tells-government`, 'case-joined'],
    endsIf: (context) => toldAt(context) !== null,
    yieldsOn: ['no-report', ...stops],
    ...(level === 'city' ? { yieldsIf: neverToldCity } : {}),
    doneAt: toldAt,
    notify: level === 'county' ? [countyDuty, countyLeader] : [cityDuty, cityLeader],
    clockOwner: level === 'county' ? countyLeader : cityLeader,
  })
}

export const informingClocks: ClockDefinition[] = [
  ...informing,
  channel('county', 'phone', text('县级值班信息（电话）', 'County to its government: telephone')),
  channel('county', 'written', text('县级值班信息（书面）', 'County to its government: written')),
  channel('city', 'phone', text('市级值班信息（电话）', 'City to its government: telephone')),
  channel('city', 'written', text('市级值班信息（书面）', 'City to its government: written')),
]
