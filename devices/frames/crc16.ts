// What does each byte do to a check sum of sixteen bits (X16+X15+X2+1)?

/** By the table: bit by bit a stream of false beginnings would cost a second for every read. */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let register = byte
  for (let bit = 0; bit < 8; bit++)
    register = register & 1 ? (register >> 1) ^ 0xa001 : register >> 1
  return register
})

/** CRC-16 of MODBUS. */
export const crcOfModbus = (bytes: Uint8Array): number => {
  let register = 0xffff
  for (const byte of bytes) register = (register >> 8) ^ (table[(register ^ byte) & 0xff] ?? 0)
  return register
}

/** Annex A of HJ 212: the byte is exclusive-ored into the shifted register, not into the register. */
export const crcOfHj212 = (bytes: Uint8Array): number => {
  let register = 0xffff
  for (const byte of bytes) register = table[(register >> 8) ^ byte] ?? 0
  return register
}
