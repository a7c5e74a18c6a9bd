// What is written down of a video meeting: where one joins it, who is there, when it began and ended?
import * as v from 'valibot'
import { text } from '../../language/words.ts'
import { act } from '../../model/act.ts'
import { field } from '../../model/field.ts'
import { commanders, desks } from '../regions/addresses.ts'
import { messagePosts } from './posts.ts'

const longestLink = 500

/** An address that a browser opens by an encrypted line, with nobody's name or password in it. Total. */
export const isMeetingLink = (value: string): boolean => {
  if (value.length > longestLink || /[\s"'<>\\]/.test(value) || !URL.canParse(value)) return false
  const { protocol, username, password, hostname } = new URL(value)
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.')
}

const link = v.pipe(
  v.string(),
  v.maxLength(longestLink),
  v.regex(/^https:\/\/\S+$/),
  v.check(isMeetingLink),
)

export const holdMeeting = act({
  words: text('发起视频会商', 'Hold a video meeting'),
  fields: {
    topic: field.text('议题', 'Subject', 120),
    link: field
      .text('入会链接', 'Link', longestLink)
      .accepting(link)
      .with({ link: true })
      .hint('以 https:// 开头，不含用户名和密码', 'Begins with https://, without name or password'),
    invited: field
      .choices(messagePosts, '参会岗位', 'Posts invited', Object.keys(messagePosts).length)
      .optional()
      .hint('选定的岗位即时收到通知', 'Those chosen are notified at once'),
    people: field
      .lines('参会人员', 'People', 100, 100)
      .optional()
      .hint('每行一人：姓名、单位', 'One a line: name, office'),
    begunAt: field.moment('开始时刻', 'Begun'),
  },
  by: [...commanders, ...desks],
  appendsOnly: true,
  happenedIn: 'begunAt',
})

const endMeeting = act({
  words: text('结束会商', 'End the meeting'),
  fields: {
    endedAt: field.moment('结束时刻', 'Ended'),
    people: field.lines('实际参会人员', 'Who was there', 100, 100).optional(),
    conclusions: field.longText('会商意见', 'Conclusions', 4000).optional(),
  },
  happenedIn: 'endedAt',
})

export const meetingActs = { 'end-meeting': endMeeting }
