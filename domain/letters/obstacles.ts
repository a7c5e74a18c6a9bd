// What keeps something refused from being read again?
import { type Text, text } from '../language/words.ts'

type Kept = { kept: number; whole: boolean; reason: string; replayed: string | null }

/** Refused for who sent it, not for what it says: whoever could not show himself then cannot do so now. */
const ofImpostors = ['replay', 'not-signed-in', 'wrong-centre']

export const obstacleTo = ({ kept, whole, reason, replayed }: Kept): Text | null => {
  if (ofImpostors.includes(reason))
    return text('发送方身份可疑，不能重放', 'Its sender could not be trusted: it is not replayed')
  if (kept === 0)
    return text('没有保留内容，不能重放', 'Nothing of it was kept: it cannot be replayed')
  if (!whole)
    return text('过长，只保留了开头，不能重放', 'Only its beginning was kept: too long to replay')
  if (replayed === 'done') return text('已重放', 'It has been replayed')
  if (replayed === 'waiting') return text('正在重放', 'It is being replayed')
  return null
}

export const caseNeverBegan: Text = text(
  '案件没有立成，请重新提交',
  'Its case never began: it must be handed in anew',
)
