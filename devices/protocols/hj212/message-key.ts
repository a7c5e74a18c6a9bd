// By what is a message known again when it is sent once more?
import { createHash } from 'node:crypto'
import { areaOf, headerOf, type Message } from './message.ts'

/** A resend has the same; frames of 2005 without a number are known by what they say. */
export const keyOf = (message: Message): string => {
  const number = headerOf(message, 'QN')
  return number === undefined
    ? digest(message)
    : `${number}/${Number(headerOf(message, 'PNO') ?? '1')}`
}

/** What a message says, without its number. */
export const digest = (message: Message): string => {
  const command = headerOf(message, 'CN') ?? ''
  const content = createHash('sha256').update(
    `${command};${headerOf(message, 'PNO') ?? ''};${areaOf(message)}`,
  )
  return `${command}/${content.digest('hex').slice(0, 24)}`
}
