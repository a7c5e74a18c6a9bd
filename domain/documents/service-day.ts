// Is a paper served lawfully: on which day may it be (民诉法 95), and what stands behind it?
import { limitFor } from '../engine/clocks/limit.ts'
import { text } from '../language/words.ts'
import { announcementServiceRule } from '../law/announcement.ts'
import { binds } from '../law/compute.ts'
import { onGround } from '../law/rules/norms.ts'
import { stringIn } from '../model/event-reading.ts'
import { isCivilDate } from '../model/fields.ts'
import type { CaseEvent, Verdict } from '../model/process.ts'
import type { Day } from '../time/days.ts'
import { civilDate } from '../time/instant.ts'
import { provenLawfully } from './service-proof.ts'

type Service = Pick<CaseEvent, 'data' | 'at' | 'calendars' | 'rules' | 'region'>

const notBefore = (day: Day, made: Day | null, zh: string, en: string): Verdict =>
  made === null || day >= made || text(`${zh}不得早于文书日期${made}`, `${en} before ${made}`)

/** By public notice it counts as served on the day on which the days of its law have passed, and on no later one that somebody prefers; a number that no text confirms refuses nobody. */
const announced = (event: Service, servedOn: Day, made: Day | null): Verdict => {
  if (event.data.method !== 'announcement') return true
  const announcedOn = stringIn(event, 'announcedOn')
  if (!isCivilDate(announcedOn))
    return text('公告送达须填写公告日期', 'Service by public notice has the day of the notice')
  const lawful = notBefore(announcedOn, made, '公告日期', 'It may not be announced')
  if (lawful !== true) return lawful
  const limit = limitFor(event, announcementServiceRule, announcedOn)
  const { n, articleText } = limit.rule
  return (
    servedOn === limit.due ||
    !binds(limit) ||
    text(
      `公告送达自发出公告之日起经过${n}日视为送达，送达日期为${limit.due}${onGround(articleText).zh}`,
      `By public notice it counts as served once ${n} days have passed: on ${limit.due}${onGround(articleText).en}`,
    )
  )
}

/** Not before the paper was made, nor in the future; by public notice on the day of its law; proven where nobody has signed for it. What names no day yet is not judged. */
export const servedLawfully = (event: Service, made: Day | null): Verdict => {
  const day = dayLawful(event, made)
  return day === true ? provenLawfully(event) : day
}

const dayLawful = (event: Service, made: Day | null): Verdict => {
  const servedOn = stringIn(event, 'servedOn')
  if (servedOn === null) return true
  if (!isCivilDate(servedOn))
    return text('送达日期不是有效日期', 'The date of service is not a date')
  if (servedOn > civilDate(event.at))
    return text('送达日期不得晚于今日', 'The date of service may not lie in the future')
  const lawful = notBefore(servedOn, made, '送达日期', 'It may not be served')
  return lawful === true ? announced(event, servedOn, made) : lawful
}
