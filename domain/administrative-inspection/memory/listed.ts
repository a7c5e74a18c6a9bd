// Which numbers or names does a form list?

/** In the order of the form; empty where it says nothing of the kind. */
export const listedIn = (
  { data }: { data: Readonly<Record<string, unknown>> },
  name: string,
): string[] => {
  const value = data[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
