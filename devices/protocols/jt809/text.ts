// Which text does a sender mean, and what of it may be shown?
import { decodeGbk, encodeGbk } from '../../frames/gbk.ts'
import { replaceUnseen } from '../../port/cut.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('gb18030')

/** GBK up to the first zero; bytes that are none are tried as UTF-8 (seen beside a GBK plate), then read as well as can be. */
export const readText = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0)
  const raw = end < 0 ? bytes : bytes.subarray(0, end)
  return decodeGbk(raw) ?? strictUtf8(raw) ?? lenient.decode(raw)
}

const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** A text of at most `most` bytes of GBK; what does not fit is left out, no character is cut in two. */
export const writeText = (text: string, most: number): Uint8Array => {
  const whole = encodeGbk(text)
  if (whole.length <= most) return whole
  let size = 0
  let kept = ''
  for (const character of text) {
    size += encodeGbk(character).length
    if (size > most) break
    kept += character
  }
  return encodeGbk(kept)
}

/** Without signs that nobody sees, at most `most` characters; line ends stay when `lines`. */
export const shown = (text: string, most = 512, lines = false): string =>
  [...replaceUnseen(text, '', lines)].slice(0, most).join('')
