// How does text stand in a field of bytes of a given length?
import { cut, replaceUnseen } from '../port/cut.ts'
import { encodeGbk } from './gbk.ts'

const reader = new TextDecoder('gb18030')

/** GB 18030 up to the first 00; signs that nobody sees and the blanks of its filling are dropped; at most 512 characters. */
export const readField = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0)
  const text = reader.decode(end < 0 ? bytes : bytes.subarray(0, end))
  return cut(replaceUnseen(text).trim())
}

/** Text filled with 00 to a length; a character that would be cut in two is left out. */
export const writeField = (text: string, length: number): Uint8Array => {
  const field = new Uint8Array(length)
  let at = 0
  for (const character of text) {
    const bytes = encodeGbk(character)
    if (at + bytes.length > length) break
    field.set(bytes, at)
    at += bytes.length
  }
  return field
}
