// Files that somebody hostile, or only careless, might send.
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** `claimed`: the size that the directory tells, where it lies. */
export type ZipPart = {
  name: string
  content: Buffer | string
  claimed?: number
  encrypted?: boolean
}

/** An archive with these parts, deflated. */
export const zip = (parts: ZipPart[]): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claimed, encrypted } of parts) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes)
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20)
    common.writeUInt16LE(encrypted ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed ?? bytes.length, 18)
    common.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed])
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, title)
    bodies.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listed, end])
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
export const docx = (more: ZipPart[] = [], content = types): Buffer =>
  zip([
    { name: '[Content_Types].xml', content },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ])
export const xlsx = (more: ZipPart[] = []): Buffer =>
  zip([
    { name: '[Content_Types].xml', content: types },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...more,
  ])

/** A PDF of these objects, the first of them the catalogue. */
export const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((one, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(one as string),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ])

/** An object stream: what is in it cannot be read without inflating it. */
export const packed = (
  bodies: [number, string][],
  head = '/Filter /FlateDecode',
  pack = deflateSync,
): Buffer => {
  const offsets = bodies.map((_, index) =>
    bodies.slice(0, index).reduce((sum, [, body]) => sum + body.length + 1, 0),
  )
  const pairs = bodies.map(([number], index) => `${number} ${offsets[index]}`).join(' ')
  const content = pack(Buffer.from(`${pairs} ${bodies.map(([, body]) => body).join(' ')}`))
  const open = `<< /Type /ObjStm /N ${bodies.length} /First ${pairs.length + 1} ${head} /Length ${content.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(open), content, Buffer.from('\nendstream')])
}
