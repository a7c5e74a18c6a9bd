// Is what stands in an address, or was chosen in a list, one of the choices there are?

export const choiceOf = <Choice extends string>(
  choices: readonly Choice[],
  value: unknown,
): Choice | undefined => choices.find((one) => one === value)
