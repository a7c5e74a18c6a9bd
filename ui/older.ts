// What do browsers lack that came out before the middle of 2021 (Chromium 90 to 92)?

/** Not to be seen by those who go through the names of a list. */
const lend = (to: object, name: string, value: unknown) => {
  if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true })
}

lend(
  Object,
  'hasOwn',
  (of: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(of, name) !== undefined,
)
lend(Array.prototype, 'at', function (this: unknown[], n: number) {
  return this[n < 0 ? n + this.length : n]
})

export {}
