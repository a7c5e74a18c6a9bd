// What is written down of the service of a document?
import { type Text, text } from '../language/words.ts'
import { field } from '../model/field.ts'

const methods = {
  direct: text('直接送达', 'In person'),
  left: text('留置送达', 'Left at the place'),
  post: text('邮寄送达', 'By post'),
  electronic: text('电子送达（经书面同意）', 'Electronically, as agreed in writing'),
  announcement: text('公告送达', 'By public notice'),
} as const satisfies Record<string, Text>

const left = [{ method: ['left'] }] as const
const electronic = [{ method: ['electronic'] }] as const

/** 民诉法 89: what stands behind a paper that was left at the place. */
export const leftFields = {
  refusedBecause: field
    .text('拒收事由', 'Why it was not taken', 500)
    .optional()
    .with({ where: left, needed: left }),
  witness: field
    .text('见证人', 'Witness', 100)
    .hint(
      '基层组织或者所在单位的代表；没有见证人的，附照片、录像',
      'Of the local body or the place of work; without one, photos or a video',
    )
    .optional()
    .with({ where: left }),
  recording: field
    .files('送达过程的照片、录像', 'Photos or video of the service')
    .optional()
    .with({ where: left }),
}

/** 处罚法 61(2), 民诉法 90: only who has agreed is served electronically. */
export const consentFields = {
  consent: field
    .files('送达地址确认书（同意电子送达）', 'Consent in writing to electronic service')
    .hint('本案中已经同意的，不再附', 'Not again where the party has agreed in this case')
    .optional()
    .with({ where: electronic }),
}

/** What a receipt says of a service, in its order. */
export const receiptRows = [
  'method',
  'announcedOn',
  'servedOn',
  'receiver',
  'refusedBecause',
  'witness',
]

const byAnnouncement = [{ method: ['announcement'] }] as const
const otherwise = [{ method: ['direct', 'left', 'post', 'electronic'] }] as const

/** 民诉法 95: by public notice nobody says the day of the service: it follows from that of the notice. */
export const serviceDays = {
  announcedOn: field
    .date('公告日期', 'Announced on')
    .hint(
      '公告期满后登记；送达日期按公告期满之日计算',
      'Written down once its period is over: the day of the service is reckoned from it',
    )
    .optional()
    .with({ where: byAnnouncement, needed: byAnnouncement }),
  servedOn: field
    .date('送达日期', 'Served on')
    .optional()
    .with({ where: otherwise, needed: otherwise }),
}
const { announcedOn, servedOn } = serviceDays

/** 处罚法 61. */
export const serviceFields = {
  method: field.choice(methods, '送达方式', 'How').shownTo('party'),
  announcedOn: announcedOn.shownTo('party'),
  servedOn: servedOn.shownTo('party'),
  receiver: field.text('收件人', 'Received by', 100).shownTo('party'),
  ...leftFields,
  ...consentFields,
  receipt: field.files('送达回执', 'Receipt').optional(),
}
