// By what is a message known again when it is sent once more?
import { createHash } from 'node:crypto'
import { areaOf, headerOf, type Message } from './message.ts'

/**
 * A resend has the same; frames of 2005 without a number are known by what they say. So are those of a station whose clock counts whole seconds: it gives
 * all that it sends within one of them the same number.
 */
export const keyOf = (message: Message): string => {
  const number = headerOf(message, 'QN')
  if (number === undefined) return digest(message)
  const part = `${number}/${Number(headerOf(message, 'PNO') ?? '1')}`
  return number.endsWith('000') ? `${part}/${digest(message)}` : part
}

/** What a message says, without its number. */
export const digest = (message: Message): string => {
  const command = headerOf(message, 'CN') ?? ''
  const content = createHash('sha256').update(
    `${command};${headerOf(message, 'PNO') ?? ''};${areaOf(message)}`,
  )
  return `${command}/${content.digest('hex').slice(0, 24)}`
}
