// Does a workbook open whatever somebody has written into one of its rows?
import { expect, it } from 'vitest'
import { type Cell, sheetOf } from '../../../api/http/sheet.ts'
import { readXml } from '../../../devices/frames/xml.ts'

const { readZip } = (await import('../../../bin/infra/zip.mjs' as string)) as {
  readZip: (bytes: Buffer) => Map<string, () => Buffer>
}

async function* pages(cells: Cell[]): AsyncGenerator<Cell[][]> {
  yield [cells]
}

const workbook = async (cells: Cell[]): Promise<string> => {
  const columns = cells.map(() => ({ header: '列', width: 9, kind: 'text' as const }))
  const bytes = await new Response(sheetOf('xlsx', '试', columns, pages(cells))).arrayBuffer()
  return String(readZip(Buffer.from(bytes)).get('xl/worksheets/sheet1.xml')?.())
}

it.each([
  ['a\ufffeb\uffffc', 'abc'],
  ['a\u0001b\u0000c\u000bd', 'abcd'],
  ['half \ud83d of a pair', 'half  of a pair'],
  ['<b>&amp;</b> =1+1', '&lt;b&gt;&amp;amp;&lt;/b&gt; =1+1'],
  ['🔥 一\n二', '🔥 一\n二'],
])('%j stands in it as %j', async (written, found) => {
  const sheet = await workbook([written, '下一列'])
  expect(readXml(sheet)).toMatchObject({ ok: true })
  expect(sheet).toContain(`>${found}</t>`)
  expect(sheet).toContain('下一列')
})
