// How is the data area of an encrypted frame of HJ 212-2025 sealed and opened?
import { createCipheriv, createDecipheriv } from 'node:crypto'

const BLOCK = 16

/** A key as the registry writes it: 32 hexadecimal digits or 16 characters; null: no such key. */
export const keyOf = (written: string): Buffer | null => {
  if (/^[0-9A-Fa-f]{32}$/.test(written)) return Buffer.from(written, 'hex')
  const plain = Buffer.from(written, 'latin1')
  return plain.length === BLOCK ? plain : null
}

/** Whole blocks as `{0xE4,0x3E,…}`, the rest of fewer than 16 characters stays as it is. */
export const seal = (area: Uint8Array, key: Buffer, spelling: 'upper' | 'lower'): Buffer => {
  const blocks = area.length - (area.length % BLOCK)
  if (blocks === 0) return Buffer.from(area)
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  const sealed = Buffer.concat([cipher.update(area.subarray(0, blocks)), cipher.final()])
  const digits = [...sealed].map((byte) => {
    const two = byte.toString(16).padStart(2, '0')
    return `0x${spelling === 'upper' ? two.toUpperCase() : two}`
  })
  return Buffer.concat([Buffer.from(`{${digits.join(',')}}`, 'latin1'), area.subarray(blocks)])
}

/** The area in plain, and how its digits were spelled; null: this is no sealed area. */
export const unseal = (
  area: Buffer,
  key: Buffer,
): { plain: Buffer; spelling: 'upper' | 'lower' } | null => {
  const found = /^\{(0x[0-9A-Fa-f]{2}(?:,0x[0-9A-Fa-f]{2})*)\}/.exec(area.toString('latin1'))
  if (!found?.[1]) return null
  const sealed = Buffer.from(found[1].replaceAll(/0x|,/g, ''), 'hex')
  const rest = area.subarray(found[0].length)
  if (sealed.length % BLOCK !== 0 || rest.length >= BLOCK) return null
  const cipher = createDecipheriv('sm4-ecb', key, null).setAutoPadding(false)
  const plain = Buffer.concat([cipher.update(sealed), cipher.final(), rest])
  return { plain, spelling: /[a-f]/.test(found[1]) ? 'lower' : 'upper' }
}

/** Whether an area is written as a sealed one. */
export const isSealed = (area: Buffer): boolean => area.toString('latin1', 0, 3) === '{0x'
