// Is a workbook that is small outside and large inside refused before it takes anybody's memory?
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../../api/devices/sheet-file.ts'
import { DomainError } from '../../../domain/language/errors.ts'
import { zip } from '../../support/people/hostile.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const related = (to: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/${to}" Target="${target}"/></Relationships>`
const workbook = (rows: string) =>
  zip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: related('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related('worksheet', 'worksheets/sheet1.xml'),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    },
  ])

const read = (bytes: Uint8Array) =>
  rowsOf({
    format: 'xlsx',
    content: Buffer.from(bytes).toString('base64'),
    apply: false,
    reason: '',
  }).catch((error) => {
    if (!(error instanceof DomainError)) throw error
    return `${error.code}: ${error.reasons[0]?.zh}`
  })
const row = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'

describe('a workbook', () => {
  test('of ten thousand wide lines is read', async () => {
    const wide = Array.from({ length: 25 }, (_, at) => `值${at}号测点的一个较长名称`)
    const rows = Array.from({ length: 10_001 }, () => wide)
    expect(await read(await writeXlsx({ sheets: [{ name: 'x', rows }] }))).toHaveLength(10_001)
    expect(await read(workbook(row.repeat(2)))).toEqual([['a'], ['a']])
  })
  test('of half a million lines is refused before it is unpacked', async () => {
    expect(await read(workbook(row.repeat(600_000)))).toBe('file-unsafe: 解压后的内容过大')
  })
  test('of too many lines is refused', async () => {
    expect(await read(workbook(row.repeat(10_002)))).toBe('invalid-input: 最多一万行')
  })
  test('of cells far apart takes a process of its own and not this one', async () => {
    const far = Array.from(
      { length: 9_000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    )
    expect(await read(workbook(far.join('')))).toMatch(/^file-unsafe: 表格内容过大/)
    expect(await read(workbook(row))).toEqual([['a']])
  })
})
