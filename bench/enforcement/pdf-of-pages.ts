// What does a scanned-in paper of some pages look like to a program: a PDF of text, made without any library?

const LINES_A_PAGE = 45

/** PDF 1.4 with so many A4 pages of lines; the title makes each paper another file. */
export const pdfOfPages = (pages: number, title: string): Buffer => {
  const first = 4
  const kids = Array.from({ length: pages }, (_, n) => `${first + 2 * n} 0 R`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...kids.flatMap((_, n) => {
      const text = contentOf(title, n + 1)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * n + 1} 0 R >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = body.length
    body += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

const contentOf = (title: string, page: number): string => {
  const lines = Array.from(
    { length: LINES_A_PAGE },
    (_, n) => `(${title}, page ${page}, line ${n + 1}: what was seen and said at the place) Tj T*`,
  )
  return `BT /F1 10 Tf 16 TL 50 790 Td\n${lines.join('\n')}\nET`
}
