// Which links rest on a certificate that ends soon, and how are the administrators told before a line breaks?
import { canonical, sha256 } from '../identity/commands.ts'
import { type Text, text } from '../language/words.ts'
import { civilDate, type Instant } from '../time/instant.ts'
import { validityOf } from './feed-views.ts'

/** The certificate on which the link of a feed rests longest. */
export type LinkCertificate = {
  feed: string
  name: string
  region: string
  subject: string
  thumbprint: string
  to: Instant
}

const weekMs = 7 * 86_400_000
/** Each is reported once: a plant's engineers want weeks, whoever has let them pass wants to know once more. */
const stageOf = ({ to }: LinkCertificate, now: Instant): 'soon' | 'week' | 'expired' => {
  const left = Date.parse(to) - Date.parse(now)
  return left <= 0 ? 'expired' : left <= weekMs ? 'week' : 'soon'
}

/** Those that have less than thirty days, or have ended; both moments by the machine's clock, as the link itself judges them. */
export const endingOf = (held: readonly LinkCertificate[], now: Instant): LinkCertificate[] =>
  held
    .filter(({ to }) => ['soon', 'expired'].includes(validityOf({ from: now, to }, now)))
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.feed < b.feed ? -1 : 1))

/** What a message rests on: the same is not reported again. */
export const printOfEnding = (ending: readonly LinkCertificate[], now: Instant): string =>
  ending.length === 0
    ? 'none'
    : sha256(canonical(ending.map((one) => [one.feed, one.thumbprint, stageOf(one, now)]))).slice(
        0,
        16,
      )

const lineOf = (one: LinkCertificate, now: Instant): Text => {
  const [who, day, sign] = [one.subject.split('\n')[0], civilDate(one.to), one.thumbprint.slice(-8)]
  const over = stageOf(one, now) === 'expired'
  return text(
    `· ${one.name}（${one.feed}）：${day} ${over ? '已过期' : '到期'}，${who}，指纹末 8 位 ${sign}`,
    `· ${one.name} (${one.feed}): ${over ? 'expired' : 'ends'} on ${day}; ${who}, thumbprint ending ${sign}`,
  )
}

/** The mail to an administrator, also when all is well again. */
export const certificateMail = (
  ending: readonly LinkCertificate[],
  now: Instant,
  day: string,
): { title: Text; body: Text } => {
  if (ending.length === 0)
    return {
      title: text(
        `【智慧安监】接入证书均在有效期内 ${day}`,
        `[anjian] All certificates of feeds are good again ${day}`,
      ),
      body: text(
        '此前将到期或已过期的证书均已更换或不再使用。',
        'Those that were about to end have been renewed or are used no longer.',
      ),
    }
  const lines = ending.map((one) => lineOf(one, now))
  return {
    title: text(
      `【智慧安监】${ending.length} 路接入的证书将到期或已过期 ${day}`,
      `[anjian] Certificates of ${ending.length} feeds end soon ${day}`,
    ),
    body: text(
      `证书到期后连接中断，收不到该处的报警。请对方更换证书，并在“接入与证书”中核对后信任新证书：\n${lines.map(({ zh }) => zh).join('\n')}`,
      `When a certificate ends the link breaks and alarms are no longer heard. Have it renewed, then compare and trust the new one under “Feeds and certificates”:\n${lines.map(({ en }) => en).join('\n')}`,
    ),
  }
}
