// What is said of one certificate in the tests?

export const day = '2026-03-02'

export const certificate = {
  holder: '林检查',
  office: '柯城区应急管理局',
  scope: 'work-safety',
  validFrom: '2024-01-01',
  validUntil: '2026-12-31',
}

/** As an officer fills in the form of a new one. */
export const typed = {
  ...certificate,
  number: '浙柯执法0001',
  region: '330802',
  from: day,
  reason: '新领证件',
}
