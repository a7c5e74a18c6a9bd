// Are the bytes that the file store keeps still those that were handed in, and how are administrators told that they are not?
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { type Instant, later } from '../time/instant.ts'

/** How the bytes under a hash were found when they were last read whole (存储内容核验). */
export type BytesFound = 'intact' | 'altered' | 'missing'

/** `stamp`: by what the file system would tell that they were written since. */
export type Look = { found: BytesFound; stamp: string }
export type Mark = Look & { checkedAt: Instant }

const dayMs = 86_400_000
/** Everything that is kept is read again within so many days. */
export const lookDays = 7

/** Whoever was read whole after this is not read again this night. */
export const lookBefore = (now: Instant): Instant => later(now, -(lookDays - 0.5) * dayMs)

/** Whether what was found then still holds: found whole, not written since, and not longer ago than a round and a day. */
export const isMarkGood = (mark: Mark | null, stamp: string, now: Instant): boolean =>
  mark !== null &&
  mark.found === 'intact' &&
  mark.stamp === stamp &&
  mark.checkedAt > later(now, -(lookDays + 1) * dayMs)

/** A file whose bytes are not what its hash says; null: of no case, or of a case of no number. */
export type LostFile = {
  id: string
  caseId: string | null
  number: string | null
  region: string | null
  found: Exclude<BytesFound, 'intact'>
  since: Instant
}

/** What a message rests on: the same is not told again. */
export const printOfLost = (lost: readonly LostFile[]): string =>
  lost.length === 0
    ? 'none'
    : sha256(canonical(lost.map(({ id, found }) => [id, found]).sort())).slice(0, 16)

const mostLines = 50
const foundWords = {
  missing: text('缺失', 'missing'),
  altered: text('内容已被改动', 'altered'),
} as const

const lineOf = ({ id, number, found }: LostFile): Text =>
  text(
    `· ${number ?? '未归案'}：文件 ${id}，${foundWords[found].zh}`,
    `· ${number ?? 'of no case'}: file ${id}, ${foundWords[found].en}`,
  )

/** The mail to an administrator, also when all is well again. */
export const lostFilesMail = (
  lost: readonly LostFile[],
  day: string,
): { title: Text; body: Text } => {
  if (lost.length === 0)
    return {
      title: text(
        `【智慧安监】存储文件均已恢复一致 ${day}`,
        `[anjian] All kept files are whole again ${day}`,
      ),
      body: text(
        '此前缺失或被改动的文件，再次核验均与登记的校验值一致。',
        'Those that were missing or altered were read again and are what their hashes say.',
      ),
    }
  const lines = lost.slice(0, mostLines).map(lineOf)
  const n = lost.length
  const rest = n > mostLines ? text(`\n……共 ${n} 份`, `\n… ${n} in all`) : text('', '')
  return {
    title: text(
      `【智慧安监】${n} 份存储文件缺失或被改动 ${day}`,
      `[anjian] ${n} kept files are missing or altered ${day}`,
    ),
    body: text(
      `夜间核验发现下列文件与登记的校验值不一致，已停止提供下载。请保全现场，从备份恢复原文件并查明原因：\n${lines.map(({ zh }) => zh).join('\n')}${rest.zh}`,
      `These files are not what their hashes say and are given to nobody. Leave everything as it is, restore them from a backup and find out why:\n${lines.map(({ en }) => en).join('\n')}${rest.en}`,
    ),
  }
}
