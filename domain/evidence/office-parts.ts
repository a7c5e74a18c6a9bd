// Which parts may a Word or Excel file have, and which words in them make it act or read from elsewhere? (ISO/IEC 29500-1)
import { type Text, text } from '../language/words.ts'

const active = text(
  '文件中含有宏、控件或嵌入对象，请去掉后上传',
  'It holds macros, controls or embedded objects; take them out and upload it again',
)
const outside = text(
  '文件会从外部读取内容，请断开外部链接后上传',
  'It reads from elsewhere; break the external links and upload it again',
)
const foreign = text(
  '文件中含有文字、表格和图片之外的内容，请去掉后上传',
  'It holds something that is neither text nor table nor picture; take it out and upload it again',
)

const activePart = /(?:^|\/)(?:vbaProject|macrosheets\/|activeX\/)|\/embeddings\/[^/]*\.bin$/i
const readingPart = /(?:^|\/)(?:externalLinks\/|webextensions\/|connections\.xml$)/i
const quietPart =
  /\.(?:xml|rels|vml|png|jpe?g|jfif|gif|bmp|tiff?|emf|wmf|wdp|svg|odttf|fntdata)$|\/printerSettings\/[^/]*\.bin$|\/$/i
const packagePart = /\/embeddings\/[^/]*\.(?:docx|xlsx)$/i

/** The document or table that lies whole in another one, as the figures of a chart do. */
export const isPackagePart = (name: string): boolean => packagePart.test(name)

/** Why a part of this name may not lie in the file; null when it may. */
export const partNameFault = (name: string): Text | null => {
  if (activePart.test(name)) return active
  if (readingPart.test(name)) return outside
  return quietPart.test(name) || isPackagePart(name) ? null : foreign
}

/** Why the words of the part of this name are refused; null when they are harmless. */
export const partWordsFault = (name: string, words: string): Text | null => {
  if (name === '[Content_Types].xml') return /macroEnabled/i.test(plain(words)) ? active : null
  if (/\.rels$/i.test(name)) return relationsFault(words)
  return readsByField(words) || readsByFormula(words) ? outside : null
}

/** From the beginning of each relationship to the next tag: no attribute holds a `<` (XML 1.0, 2.3), but one may hold a `>`. */
const relationships = /<(?:[^\s<>/:]+:)?Relationship\b[^<]*/g
const activeRelation = /\/(?:aFChunk|oleObject|control|vbaProject|xlMacrosheet)["']/i

/** A link to click is harmless; a template or picture fetched on opening is not. */
const relationsFault = (words: string): Text | null => {
  for (const [one] of words.matchAll(relationships)) {
    const said = plain(one)
    if (activeRelation.test(said)) return active
    if (/TargetMode\s*=\s*["']\s*External/i.test(said) && !/\/hyperlink["']/i.test(said))
      return outside
  }
  return null
}

const fieldParts =
  /<(?:[^\s<>/:]+:)?(?:fldChar\b[^<]*?fldCharType\s*=\s*["'](begin|end)|instrText\b[^<>]*>([^<]*)|fldSimple\b[^<]*?instr\s*=\s*(?:"([^"<]*)|'([^'<]*)))/g
const readingField =
  /^\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|RD)\b/i

/** A field's code may be cut into many runs, and another field inside it may spell it (ISO/IEC 29500-1, 17.16). */
const readsByField = (words: string): boolean => {
  const open: string[] = []
  for (const [, mark, code, quoted, single] of words.matchAll(fieldParts)) {
    if (readingField.test(plain(quoted ?? single ?? ''))) return true
    if (mark === 'begin') open.push('')
    if (code !== undefined) open.push((open.pop() ?? '') + plain(code))
    if (mark === 'end' && readsAsField(open.pop() ?? '', open.length > 0)) return true
  }
  return open.some((code) => readsAsField(code, false))
}

const readsAsField = (code: string, isInside: boolean): boolean =>
  readingField.test(code) || (isInside && /^\s*QUOTE\b/i.test(code))

const formulas = /<(?:[^\s<>/:]+:)?f(?:\s[^<>]*)?>([^<]*)/g

/** Functions that fetch or call when the table is counted. */
const readingFormula =
  /(?:^|[^\w.]|_xlfn\.)(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|DDE)\s*\(/i

const readsByFormula = (words: string): boolean => {
  for (const [, formula = ''] of words.matchAll(formulas))
    if (readingFormula.test(plain(formula))) return true
  return false
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** With the characters in place of their references (XML 1.0, 4.1). */
const plain = (words: string): string =>
  words.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, ten, name) => {
      if (name) return named[name.toLowerCase()] ?? whole
      const sign = hex ? Number.parseInt(hex, 16) : Number(ten)
      return sign <= 0x10ffff ? String.fromCodePoint(sign) : whole
    },
  )
