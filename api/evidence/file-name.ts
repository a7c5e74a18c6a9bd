// Under which name is an uploaded file kept, whatever it was called elsewhere?
import { extname } from 'node:path'

const longest = 120

/** The last part of a path, short, without signs that a file system, a header or an eye could take for something else. */
export const plainName = (uploadedName: string): string => {
  const last = uploadedName.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}"<>|:*?]/gu, '').replace(/\s+/gu, ' ')
  const name = shortened(plain.replace(/^[. ]+|[. ]+$/g, ''))
  return name === '' ? 'file' : name
}

/** Beginning and ending stay: by them people and programs know it. */
const shortened = (name: string): string => {
  const signs = [...name]
  if (signs.length <= longest) return name
  const ending = extname(name).length <= 10 ? extname(name) : ''
  return `${signs.slice(0, longest - ending.length - 1).join('')}…${ending}`
}
