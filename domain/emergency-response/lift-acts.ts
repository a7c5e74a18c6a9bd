// What do the acts ask for by which people are freed from a lift: call-back, maintainer sent, on site, released?
import { text } from '../language/words.ts'
import { act, clockAct } from '../model/act.ts'
import { field } from '../model/field.ts'
import { knownFigure } from './event/known-figures.ts'
import { cityDuty, cityLeader, countyDuty, countyLeader, enterprise } from './regions/addresses.ts'

const reachedWords = {
  talked: text('已通话，已安抚并告知等待', 'Spoken to: calmed and told to wait'),
  unanswered: text('未接通', 'Nobody answered'),
}

const moment = (zh: string, en: string) =>
  field
    .moment(zh, en)
    .optional()
    .hint('不填即现在；补登的填实际时刻', 'Left empty: now. Entered later: the true moment')

const callBack = act({
  words: text('回拨轿厢', 'Call the car back'),
  fields: {
    reached: field.choice(reachedWords, '通话结果', 'Who inside was reached'),
    trapped: knownFigure('trapped'),
    condition: field
      .longText('被困人员状况', 'How they are', 1000)
      .optional()
      .hint(
        '有无伤病、老幼孕；不填写姓名',
        'Ill, hurt, old, very young or pregnant; no names are written down',
      ),
    calledAt: moment('回拨时刻', 'When'),
  },
  notify: [countyDuty, cityDuty],
})

const dispatchMaintainer = act({
  words: text('派出维保单位', 'Send the maintainer'),
  party: text('已通知维保单位赶赴现场。', 'The maintainer has been sent.'),
  fields: {
    unit: field.text('维保（救援）单位', 'Maintainer or rescuer', 100).shownTo('party'),
    maintainerTelephone: field.text('维保电话', 'Telephone of the maintainer', 100).optional(),
    note: field.text('说明', 'Note', 300).optional(),
  },
  notify: [countyDuty, cityDuty, ...enterprise],
})

const maintainerArrived = act({
  words: text('维保到场', 'Maintainer on site'),
  party: text('维保人员已到场救援。', 'The maintainer is on site.'),
  fields: {
    arrivedAt: moment('到场时刻', 'When they arrived').shownTo('party'),
    note: field.text('现场情况', 'What they found', 300).optional(),
  },
  notify: [countyDuty, cityDuty],
})

const passengersReleased = act({
  words: text('被困人员解救', 'Passengers released'),
  party: text('被困人员已全部解救。', 'Everybody has been released.'),
  fields: {
    releasedAt: moment('全部解救时刻', 'When the last one was out').shownTo('party'),
    result: field.longText('解救情况（伤病、送医）', 'How they are, who needs a doctor', 1000),
    cause: field.text('初步原因', 'First view of the cause', 300).optional(),
  },
  consequence: {
    effect: text('被困人数记为零。', 'Nobody is counted as trapped any more.'),
    article: '本系统约定',
  },
  notify: [countyDuty, countyLeader, cityDuty],
})

export const liftActs = {
  'call-back': callBack,
  'dispatch-maintainer': dispatchMaintainer,
  'maintainer-arrived': maintainerArrived,
  'passengers-released': passengersReleased,
  'trapped-two-hours': clockAct(
    '困人满2小时，构成特种设备一般事故',
    'Trapped for two hours: a general accident of special equipment',
    text(
      '电梯困人满2小时，构成特种设备一般事故，将依法调查。',
      'People were trapped in the lift for two hours: a general accident, to be investigated.',
    ),
    { notify: [countyDuty, countyLeader, cityDuty, cityLeader, ...enterprise] },
  ),
}
