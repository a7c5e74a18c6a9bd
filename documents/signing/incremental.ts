// How does a finished PDF get a field for a signature, without one of its bytes being changed? (ISO 32000-1: 7.5.6, 12.8)
import { type Instant, wallTime } from '../../domain/time/instant.ts'

/** What the field says beside the signature itself; a claim, for only the signature is proved. */
export type SignatureClaim = { name: string; reason: string; at: Instant }

/** The file with room left for a signature: everything but the room is signed. */
export type Prepared = { bytes: Buffer; room: { from: number; to: number } }

/** `size`: the bytes that a signature may take. The file as it was made is the beginning of the new one. */
export const withSignatureField = (
  made: Uint8Array,
  claim: SignatureClaim,
  size: number,
): Prepared => {
  const pdf = readTables(Buffer.from(made.buffer, made.byteOffset, made.byteLength))
  const [field, signature] = [pdf.size, pdf.size + 1]
  const page = firstPage(pdf, pdf.root)
  const changed: [number, string][] = [
    [pdf.root, added(bodyOf(pdf, pdf.root), `/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`)],
    [page, added(bodyOf(pdf, page), annotations(bodyOf(pdf, page), field))],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 /T (Signature1) /V ${signature} 0 R /P ${page} 0 R >>`,
    ],
    [signature, signatureBody(claim, size)],
  ]
  return filled(appended(pdf, changed))
}

type Tables = {
  text: string
  root: number
  size: number
  trailer: string
  startxref: number
  offsets: number[]
}

/** The one table of references that our own documents end with. */
const readTables = (bytes: Buffer): Tables => {
  const text = bytes.toString('latin1')
  const startxref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
  const tail = text.slice(startxref)
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)trailer\s+(<<[\s\S]*>>)\s+startxref/
  const [, count, rows = '', trailer = ''] = table.exec(tail) ?? []
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1] ?? Number.NaN)
  if (!count || Number.isNaN(root) || /\/(Prev|Encrypt)\b/.test(trailer))
    throw new Error('this PDF is not laid out as our documents are')
  const offsets = [...rows.matchAll(/(\d{10}) \d{5} [nf]/g)].map(([, at]) => Number(at))
  return { text, root, size: Number(count), trailer, startxref, offsets }
}

const bodyOf = ({ text, offsets }: Tables, id: number): string => {
  const from = offsets[id] ?? Number.NaN
  const head = `${id} 0 obj`
  const to = text.indexOf('endobj', from)
  if (Number.isNaN(from) || !text.startsWith(head, from) || to < 0)
    throw new Error(`object ${id} of this PDF is not where its table says`)
  return text.slice(from + head.length, to).trim()
}

const firstPage = (pdf: Tables, root: number): number => {
  let id = Number(/\/Pages (\d+) 0 R/.exec(bodyOf(pdf, root))?.[1] ?? Number.NaN)
  for (let deep = 0; deep < 32; deep += 1) {
    const body = bodyOf(pdf, id)
    if (/\/Type \/Page\b(?!s)/.test(body)) return id
    id = Number(/\/Kids \[\s*(\d+) 0 R/.exec(body)?.[1] ?? Number.NaN)
  }
  throw new Error('this PDF has no first page')
}

const added = (body: string, entry: string): string => {
  if (!body.endsWith('>>')) throw new Error('an object of this PDF is no dictionary')
  return `${body.slice(0, -2)}  ${entry}\n>>`
}

const annotations = (page: string, field: number): string => {
  if (/\/Annots\b/.test(page)) throw new Error('the first page of this PDF has annotations')
  return `/Annots [${field} 0 R]`
}

const gap = ' '.repeat(40)

const signatureBody = ({ name, reason, at }: SignatureClaim, size: number): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name ${textString(name)} /Reason ${textString(reason)} /M (D:${wallTime(at).replace(/\D/g, '')}+08'00') /ByteRange [${gap}] /Contents <${'0'.repeat(size * 2)}> >>`

const textString = (words: string): string =>
  `<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`

/** New and changed objects, their table and a trailer that names the one before. */
const appended = (pdf: Tables, objects: [number, string][]): string => {
  let whole = pdf.text.endsWith('\n') ? pdf.text : `${pdf.text}\n`
  const places = new Map<number, number>()
  for (const [id, body] of objects) {
    places.set(id, whole.length)
    whole += `${id} 0 obj\n${body}\nendobj\n`
  }
  const at = whole.length
  const rows = [...places]
    .sort(([one], [other]) => one - other)
    .map(([id, place]) => `${id} 1\n${String(place).padStart(10, '0')} 00000 n \n`)
  const trailer = pdf.trailer
    .replace(/\/Size \d+/, `/Size ${pdf.size + 2}`)
    .replace(/>>$/, `  /Prev ${pdf.startxref}\n>>`)
  return `${whole}xref\n${rows.join('')}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
}

/** Says in the file itself what the signature covers. */
const filled = (whole: string): Prepared => {
  const range = whole.lastIndexOf(`/ByteRange [${gap}]`) + '/ByteRange ['.length
  const from = whole.indexOf('/Contents <', range) + '/Contents '.length
  const to = whole.indexOf('>', from) + 1
  const bytes = Buffer.from(whole, 'latin1')
  bytes.write(`0 ${from} ${to} ${bytes.length - to}`.padEnd(gap.length), range, 'latin1')
  return { bytes, room: { from, to } }
}

/** What is signed of a prepared file, in its two pieces. */
export const signedPieces = ({ bytes, room }: Prepared): [Buffer, Buffer] => [
  bytes.subarray(0, room.from),
  bytes.subarray(room.to),
]

/** Puts the signature into its room. */
export const fillRoom = ({ bytes, room }: Prepared, signature: Uint8Array): Buffer => {
  const digits = Buffer.from(signature).toString('hex')
  if (digits.length > room.to - room.from - 2)
    throw new Error('the signature is larger than its room')
  const done = Buffer.from(bytes)
  done.write(digits, room.from + 1, 'latin1')
  return done
}
