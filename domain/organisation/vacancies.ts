// Which posts stand empty that somebody needs, and how are the administrators told until they are filled?

import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { toNumber } from '../time/days.ts'
import type { Instant } from '../time/instant.ts'
import { groupWords } from './group-words.ts'

/** An act of an administrator, a task that found nobody, or the check of a morning. */
export const vacancyCauses = {
  act: text('任免或停用账号所致', 'by the end of a post or of an account'),
  task: text('任务到达时发现', 'found when a task came'),
  check: text('每日检查发现', 'found by the daily check'),
} as const satisfies Record<string, Text>
export type VacancyCause = keyof typeof vacancyCauses

/** What a post is needed for. */
export type Duty = {
  process: string
  title: Text
  kind: 'task' | 'escalation' | 'clockOwner' | 'start'
  words: Text
}

export type Vacancy = { group: string; region: string; since: Instant; cause: VacancyCause }

/** The same list is reported once a week, a changed one the next morning. */
export const printOfVacancies = (groups: string[], day: string): string =>
  groups.length === 0
    ? 'none'
    : sha256(canonical([[...groups].sort(), Math.floor((toNumber(day) + 3) / 7)])).slice(0, 16)

const most = 60

export const vacancyMail = (found: Vacancy[], day: string): { title: Text; body: Text } => {
  if (found.length === 0)
    return {
      title: text(
        `【智慧安监】空缺岗位已全部补齐 ${day}`,
        `[anjian] Every empty post has been filled ${day}`,
      ),
      body: text('此前无人在岗的岗位均已有人。', 'Somebody holds every post that stood empty.'),
    }
  const line = (language: 'zh' | 'en') =>
    found
      .slice(0, most)
      .map(
        ({ group, cause }) =>
          `· ${groupWords(group)[language]}（${vacancyCauses[cause][language]}）`,
      )
      .join('\n')
  return {
    title: text(
      `【智慧安监】${found.length} 个岗位无人在岗 ${day}`,
      `[anjian] ${found.length} posts stand empty ${day}`,
    ),
    body: text(
      `下列岗位目前无人在岗，到达的任务将上提至上级同岗位。请在“人员与岗位”中任命人员：\n${line('zh')}`,
      `Nobody holds these posts; tasks that reach them climb to the same post higher up. Appoint somebody under “People and roles”:\n${line('en')}`,
    ),
  }
}
