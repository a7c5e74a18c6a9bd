// Which mails has the demo's SMTP server received?
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One received mail. */
export type Mail = {
  messageId: string
  from: string
  to: string[]
  subject: string
  text: string
  html?: string
  receivedAt: string
}

/** `copies` counts how often the same Message-ID came: a resend is not a second mail. */
export type StoredMail = Mail & { copies: number }

export type MailQuery = { to?: string; limit?: number }

export type MailStore = {
  append: (mail: Mail) => void
  /** Newest first, one entry per Message-ID. `to` matches the whole address. */
  mails: (query?: MailQuery) => StoredMail[]
}

/** Opens the folder of mails; one process appends, any process reads. */
export function openMailStore(folder: string): MailStore {
  const file = join(folder, 'mails.jsonl')
  let seen = { size: -1, mails: [] as StoredMail[] }
  const read = (): StoredMail[] => {
    const size = existsSync(file) ? statSync(file).size : 0
    if (size !== seen.size)
      seen = { size, mails: size === 0 ? [] : distinct(parseLines(readFileSync(file, 'utf8'))) }
    return seen.mails
  }
  return {
    append(mail) {
      mkdirSync(folder, { recursive: true })
      appendFileSync(file, `${JSON.stringify(mail)}\n`)
    },
    mails({ to, limit = 200 } = {}) {
      const wanted = to?.toLowerCase()
      return read()
        .filter(
          (mail) =>
            wanted === undefined || mail.to.some((address) => address.toLowerCase() === wanted),
        )
        .slice(0, limit)
    },
  }
}

// A line cut by a kill −9 is the last one, or is followed by the next mail on the same line: it is left out.
function parseLines(text: string): Mail[] {
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Mail]
    } catch {
      return []
    }
  })
}

function distinct(mails: Mail[]): StoredMail[] {
  const byId = new Map<string, StoredMail>()
  for (const mail of mails) {
    const known = byId.get(mail.messageId)
    if (known) known.copies += 1
    else byId.set(mail.messageId, { ...mail, copies: 1 })
  }
  return [...byId.values()].reverse()
}
