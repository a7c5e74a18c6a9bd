// What has become of a device command to an alarm or its device, in words for whoever looks at the alarm?

import { fill, type Text, text } from '../language/words.ts'
import type { Instant } from '../time/instant.ts'

/** Why a device command has lapsed: done by ourselves and not brought to the device, not done at all, or sent and not answered. */
export const lapses = {
  here: 'here-only',
  never: 'nobody could do it in time',
  unanswered: 'no answer',
} as const

type CommandProgress = { verb: string; state: string; until: Instant; result: string | null }

const verbs: Record<string, Text> = {
  acknowledge: text('接警', 'Acknowledge'),
  confirm: text('确认', 'Confirm'),
  shelve: text('搁置', 'Shelve'),
  unshelve: text('解除搁置', 'Unshelve'),
  suppress: text('设计屏蔽', 'Suppress'),
  reset: text('复位', 'Reset'),
  'declare-over': text('宣布解除', 'Declare over'),
  'take-out': text('停用', 'Take out of service'),
  'put-back': text('恢复使用', 'Return to service'),
  'begin-anew': text('另立新报警', 'Begin a new alarm'),
}

const reasons: Record<string, Text> = {
  overtaken: text(
    '其后级别升高或再次报警，须重新接警',
    'it became worse or rang again since: acknowledge it anew',
  ),
  'nothing-open': text('报警已经结束', 'the alarm has ended'),
  'not-shelvable': text('该报警不得由值班室搁置', 'the desk may not shelve this alarm'),
  'no-end': text('搁置时限已过', 'the end of the shelf has passed'),
  'not-doubtful': text(
    '时间已核实且设备仍在监测，由设备结束',
    'its time is confirmed and its device in use: the device ends it',
  ),
  'not-latched': text('无需复位', 'there is nothing to reset'),
  'not-so': text('状态已不同', 'it is not so any more'),
}

const lapsed: Record<string, Text> = {
  [lapses.here]: text(
    '本系统已办理；一天内未能送达设备，不再转达',
    'done here; not brought to the device within a day, and no longer tried',
  ),
  [lapses.never]: text(
    '已失效：一天内未能送达设备',
    'lapsed: not brought to the device within a day',
  ),
  [lapses.unanswered]: text(
    '已失效：设备一天内未应答',
    'lapsed: the device did not answer within a day',
  ),
}

const waiting = text('等待办理并转达设备', 'waiting to be done and brought to the device')
const unheld = text(
  '一天内未能送达（接入暂停或中断）；接入恢复后本系统补办，不再转达设备',
  'not brought to the device within a day (the feed is paused or away); done here when the feed is back',
)

/** Pure. A device command to a feed that nobody holds has lapsed by its time, whoever notes it. */
export const deviceCommandState = (
  { state, until }: Pick<CommandProgress, 'state' | 'until'>,
  now: Instant,
): string => (state === 'waiting' && until <= now ? 'expired' : state)

/** 接警：等待办理并转达设备. */
export const deviceCommandWords = (deviceCommand: CommandProgress, now: Instant): Text => {
  const verb = verbs[deviceCommand.verb] ?? text(deviceCommand.verb, deviceCommand.verb)
  const outcome = outcomeOf(deviceCommand, now)
  return text(`${verb.zh}：${outcome.zh}`, `${verb.en}: ${outcome.en}`)
}

const outcomeOf = ({ state, until, result }: CommandProgress, now: Instant): Text => {
  const code = result ?? ''
  if (state === 'waiting') return until <= now ? unheld : waiting
  if (state === 'sent') return text('已送出，等待设备应答', 'sent, the device has not answered yet')
  if (state === 'done')
    return code === 'here'
      ? text('本系统已办理', 'done here')
      : text('设备已执行', 'done by the device')
  if (state === 'expired') return lapsed[code] ?? lapsed[lapses.never] ?? waiting
  const reason = reasons[code] ?? text(code, code)
  return text(fill(failed, { reason: reason.zh }).zh, fill(failed, { reason: reason.en }).en)
}

const failed = text('未办理：{reason}', 'not done: {reason}')
