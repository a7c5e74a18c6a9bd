// Which warnings are written in the tests of CAP?

export const sender = {
  region: '330800',
  organisation: '125',
  unit: '001',
  extension: '00',
  sender: 'anjian.example',
  name: '市局',
}
