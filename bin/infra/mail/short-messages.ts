// How does the API send a short message, and where is one read in the demo?
import { openChannels } from '../../../activities/channels/open.ts'
import type { Mail } from '../../../activities/deps.ts'
import type { ShortMessage } from '../../../api/http/deps.ts'
import { text } from '../../../domain/language/words.ts'
import type { ServiceEnv } from '../../env.ts'

type Post = (mail: Mail) => Promise<{ ok: boolean }>

/** Through the gateway by which people are called; `unknown` may have arrived, and whoever waits asks again. In the demo its mailbox shows it as well. */
export const shortMessages = (
  { channels, mailboxDir }: Pick<ServiceEnv, 'channels' | 'mailboxDir'>,
  post: Post,
): ((message: ShortMessage) => Promise<boolean>) => {
  const { sms } = openChannels(channels)
  return async (message) => {
    const { id, phone, matter, number } = message
    const sent = sms ? await sms.send({ ...message, title: text(matter, matter) }) : null
    const shown =
      mailboxDir !== undefined &&
      (
        await post({
          messageId: `<sms-${id}@anjian>`,
          to: `${phone}@sms.demo`,
          subject: `短信 ${phone}`,
          text: `${matter}（${number}）\n`,
        })
      ).ok
    return sent?.fact === 'accepted' || sent?.fact === 'unknown' || shown
  }
}
