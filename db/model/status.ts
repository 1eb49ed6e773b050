export const statuses = ['new', 'to-read', 'reading', 'read', 'dropped'] as const

export type Status = (typeof statuses)[number]

export function isStatus(text: string): text is Status {
  return statuses.some((status) => status === text)
}
