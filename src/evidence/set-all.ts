/** Sets style properties through the object model, which a strict policy allows where it refuses the attribute. */
export function setAll(element: HTMLElement | null, values: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(values)) element?.style.setProperty(name, String(value));
}
