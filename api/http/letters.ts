// What is written to somebody about his account, and what if the mail server is away?
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { type Text, text } from '../../domain/language/words.ts'

type Addressee = { name: string; username: string; mail: string }
type Link = { token: string; kind: 'reset' | 'invitation'; hours: number }
type Letter = { messageId: string; to: string; subject: string; text: string }
/** As the worker's own: an answer, never an exception. */
export type SendMail = (mail: Letter) => Promise<{ ok: boolean; detail: string; retry: boolean }>

/** Nobody waits for them: how long a mail takes would tell whether there is such an account. */
export type Letters = {
  link: (to: Addressee, link: Link) => void
  passwordSet: (to: Addressee) => void
}

const pauses = [0, 5_000, 60_000, 300_000]

export const createLetters = (
  send: SendMail,
  publicUrl: string,
  log: Pick<Logger, 'error'>,
): Letters => {
  const post = async ({ mail }: Addressee, subject: Text, body: Text): Promise<void> => {
    const letter = {
      messageId: `<${randomUUID()}@anjian>`,
      to: mail,
      subject: subject.zh,
      text: `${body.zh}\n\n${body.en}\n`,
    }
    for (const pause of pauses) {
      await new Promise((resolve) => setTimeout(resolve, pause).unref())
      const { ok, detail, retry } = await send(letter)
      if (ok) return
      if (!retry) return log.error({ detail }, 'a letter about an account was refused')
    }
    log.error({}, 'a letter about an account could not be sent')
  }
  return {
    link: (to, { token, kind, hours }) => {
      // Behind the sign, where no server and no proxy writes it into a log.
      const url = `${publicUrl}/access#${token}`
      void post(to, subjects[kind], linkBody(to, url, kind, hours))
    },
    passwordSet: (to) => void post(to, subjects.set, setBody(to)),
  }
}

const subjects = {
  reset: text('智慧安监：重设密码', 'Anjian: reset your password'),
  invitation: text('智慧安监：启用您的账号', 'Anjian: your account'),
  set: text('智慧安监：密码已设置', 'Anjian: your password was set'),
}

const linkBody = (
  { name, username }: Addressee,
  url: string,
  kind: Link['kind'],
  hours: number,
): Text => {
  const [why, reason] =
    kind === 'reset'
      ? ['有人（应是您本人）请求重设密码。', 'Somebody, probably you, asked for a new password.']
      : ['系统管理员已为您登记账号。', 'An administrator has registered an account for you.']
  return text(
    `${name}：\n${why}用户名：${username}。请在 ${hours} 小时内打开下面的链接设置密码，链接只能使用一次。\n${url}\n如非本人操作，请勿打开，并告知系统管理员。`,
    `${name}:\n${reason} User name: ${username}. Open this link within ${hours} hours to set the password; it works once.\n${url}\nIf it was not you, leave it and tell an administrator.`,
  )
}

const setBody = ({ name, username }: Addressee): Text =>
  text(
    `${name}：\n账号 ${username} 的密码刚刚设置，其他登录均已退出。如非本人操作，请立即告知系统管理员。`,
    `${name}:\nThe password of ${username} has just been set, and all other sessions have ended. If it was not you, tell an administrator at once.`,
  )
