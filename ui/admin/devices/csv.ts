// How are cells written as a line of CSV?
/** What a spreadsheet would not take for more than one cell, or for a formula. */
const quoted = (cell: string) =>
  `"${(/^[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
export const csvOf = (rows: string[][]) => rows.map((row) => row.map(quoted).join(',')).join('\r\n')
