// How is a file read out of a zip archive with nothing but Node?
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

/** Lists a zip archive: name → function that returns the bytes. Stored and deflated entries only, no zip64. */
export function readZip(bytes) {
  const end = findEnd(bytes)
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('zip: broken directory')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    )
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    }
    files.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), () => contents(bytes, entry))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

function findEnd(bytes) {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65557); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new Error('zip: not an archive')
}

function contents(bytes, { method, size, header }) {
  if (bytes.readUInt32LE(header) !== LOCAL_HEADER) throw new Error('zip: broken entry')
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  const data = bytes.subarray(start, start + size)
  if (method === 0) return data
  if (method === 8) return inflateRawSync(data)
  throw new Error(`zip: compression method ${method} is not supported`)
}
